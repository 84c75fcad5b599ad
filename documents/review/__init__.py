"""The year-end review as people read it: sentences, charts, numbers and dates, its page, workbook and tables."""
