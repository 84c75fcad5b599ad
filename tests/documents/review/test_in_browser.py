"""The page in a real browser: no sideways scrolling on a telephone, nothing cut off, pages on paper."""

import json
import re

import pytest

from documents.review.page import page
from tests.documents.browser import run
from tests.documents.made_up import review

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*/>')
MEASURE = """
<script>
addEventListener("load", () => {
  const seen = [...document.querySelectorAll(".chart > svg")].filter((svg) => svg.clientWidth > 0);
  const cut = seen.flatMap((svg) => {
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text, rect")].map((mark) => [mark, mark.getBoundingClientRect()])
      .filter(([, at]) => at.width)
      .filter(([, at]) => at.left < box.left - 1 || at.right > box.right + 1 || at.bottom > box.bottom + 3)
      .map(([mark]) => mark.textContent || mark.tagName);
  });
  const root = document.documentElement;
  const clipped = [...document.querySelectorAll(".box")].filter((box) => box.clientWidth > root.clientWidth).length;
  const cells = [...document.querySelectorAll("th, td")];
  const tight = cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length;
  const found = {scroll: root.scrollWidth, width: root.clientWidth, charts: seen.length, cut, clipped, tight};
  parent.postMessage(found, "*");
});
</script>
</body>"""
FRAME = """<!DOCTYPE html><body><script>
addEventListener("message", (event) => { document.body.innerHTML = "<pre></pre>";
  document.querySelector("pre").textContent = JSON.stringify(event.data); });
</script><iframe src="page.html" style="width:%dpx;height:900px;border:0"></iframe></body>"""


def measured(folder, made, language, width):
    """What a copy of the page says of itself in a window of this width."""
    copy = POLICY.sub("", page(made, language)).replace("</body>", MEASURE)
    (folder / "page.html").write_text(copy, encoding="utf-8")
    (folder / "frame.html").write_text(FRAME % width, encoding="utf-8")
    found = run(
        "--virtual-time-budget=5000",
        "--window-size=1400,1000",
        "--dump-dom",
        (folder / "frame.html").as_uri(),
    )
    return json.loads(re.search(r"<pre>(.*?)</pre>", found.decode(), re.DOTALL)[1])


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [360, 700, 1280])
def test_the_page_never_scrolls_sideways_and_no_chart_is_cut_off(tmp_path, language, width):
    found = measured(tmp_path, review(), language, width)

    assert found["scroll"] <= found["width"] <= width
    assert found["charts"] == 8
    assert found["cut"] == []
    assert (found["clipped"], found["tight"]) == (0, 0)


def test_the_page_prints_on_a4_upright_and_across(tmp_path):
    (tmp_path / "page.html").write_text(page(review(), "vi"), encoding="utf-8")
    run(
        "--no-pdf-header-footer",
        f"--print-to-pdf={tmp_path}/page.pdf",
        (tmp_path / "page.html").as_uri(),
    )
    paper = (tmp_path / "page.pdf").read_bytes()
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)

    assert len(re.findall(rb"/Type /Page\b", paper)) > 10
    assert {(round(float(wide)), round(float(high))) for wide, high in sizes} == {
        (595, 842),
        (842, 595),
    }
