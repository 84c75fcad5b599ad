"""What is printed for people: the year's review, programmes in words, charts, diagrams, pages drawn from the code.

Templates stand in `templates/`; `files.whole_folder` writes what is printed.
"""
