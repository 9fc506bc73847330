"""SVG elements as escaped markup, and how wide a line of text will be."""

from itertools import accumulate

from markupsafe import Markup, escape

WIDE = frozenset("mwMWQOGD@%—…")
NARROW = frozenset("iIjltfr.,:;'’‘!|()[] ")


def element(tag: str, *children: str, **attributes: object) -> Markup:
    """Return one SVG element. Children are escaped unless they are markup; None attributes are left out.

    Attribute names are written with `_` for `-` and a trailing `_` where Python reserves the word.
    """
    pairs = [
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), number(value))
        for name, value in attributes.items()
        if value is not None
    ]
    inside = Markup("").join(escape(child) for child in children)
    return Markup("<{}{}>{}</{}>").format(Markup(tag), Markup("").join(pairs), inside, Markup(tag))  # noqa: S704


def number(value: object) -> object:
    """Write a coordinate with at most one decimal; leave other values as they are."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def text_width(text: str, size: float) -> float:
    """Estimate the width of a line in a sans-serif face, in pixels, a little too wide rather than too narrow."""
    units = sum(0.98 if c in WIDE else 0.38 if c in NARROW else 0.72 if c.isupper() else 0.6 for c in text)
    return units * size


def fit(text: str, size: float, width: float) -> str:
    """Return the text on one line, cut with an ellipsis where it is wider than a width in pixels."""
    text = " ".join(text[:2000].split())
    if text_width(text, size) <= width:
        return text
    widths = accumulate(text_width(character, size) for character in text)
    kept = sum(used <= width - size for used in widths)
    return text[:kept].rstrip(" ,;:–—-") + "…"


def drawing(title: str, width: float, height: float, *children: str, identity: str) -> Markup:
    """Return a whole SVG picture that names itself to screen readers."""
    return element(
        "svg",
        element("title", title, id=f"{identity}-title"),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
        aria_labelledby=f"{identity}-title",
        class_=f"drawing {identity}",
        font_family="system-ui, 'Helvetica Neue', Arial, sans-serif",
    )
