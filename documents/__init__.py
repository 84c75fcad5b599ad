"""Papers: what is printed for people (the year's review, comparisons, diagrams), and the pages drawn from the code.

A new paper is a file here with a template in `templates/`; `whole_folder` writes it.
"""
