"""What stands on a paper that was made: read back from the Word file, in the order in which it stands there."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn


def opened(package):
    return Document(BytesIO(package))


def lines_of(package):
    """Every paragraph that says something, those of tables too, line by line."""
    paragraphs = opened(package).element.body.iter(qn("w:p"))
    lines = (line for each in paragraphs for line in _text(each).split("\n"))
    return [line.strip() for line in lines if line.strip()]


def _text(paragraph):
    said = {
        qn("w:t"): lambda e: e.text or "",
        qn("w:br"): lambda _: "\n",
        qn("w:tab"): lambda _: "\t",
    }
    return "".join(said[e.tag](e) for e in paragraph.iter() if e.tag in said)


def tables_of(package):
    """The tables with lines, each as rows of texts."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in opened(package).tables
        if table.style.name == "Table Grid"
    ]
