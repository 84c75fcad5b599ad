"""Lists as files for spreadsheets: a workbook, and CSV for an Excel whose lists are separated by semicolons."""
