"""Files made of a paper's content: as Word with python-docx. Only here is known how a paper is drawn."""
