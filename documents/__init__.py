"""What is printed for people: the year's review, programmes in words, charts, diagrams, pages drawn from the code.

What an office signs is a file in `papers/`. Templates stand in `templates/`; `files.whole_folder` and
`files.whole_file` write what is printed.
"""
