"""The columns of the table of a page's blocks: the name of each feature, in the order of their rows."""

from typing import Final

from copydesk.articles.markup import opinions
from copydesk.articles.scorer.vocabulary import NAMES

_TAGS_PRINTED: Final = (
    "p div li td tr table h1 h2 h3 h4 h5 h6 blockquote pre figcaption figure section article main aside nav "
    "header footer form ul ol dl dt dd button details summary address center body html fieldset"
)
_TAGS: Final = tuple(_TAGS_PRINTED.split())
TAG_NUMBER: Final = {tag: number for number, tag in enumerate(_TAGS, 1)}
_ABOVE_PRINTED: Final = (
    "article main aside nav header footer form ul ol table figure figcaption blockquote details section button "
    "a p li h1 h2 h3 h4 dl address label"
)
ABOVE: Final = tuple(_ABOVE_PRINTED.split())
ABOVE_BIT: Final = {tag: 1 << bit for bit, tag in enumerate(ABOVE)}
LEVELS: Final = 6  # containers around a block that are looked at

_WORDS_PRINTED: Final = (
    "chars words commas sentences ended colon stops digits capital capitals kind copies copy titled bodied bars "
    "address copyright links bold length stop prose"
)
OF_WORDS: Final = tuple(_WORDS_PRINTED.split())
_CONTAINERS_PRINTED: Final = (
    "words share prose purity linked ended kinds replies dated said blocks alike rank images at"
)
OF_CONTAINERS: Final = tuple(_CONTAINERS_PRINTED.split())
CORES: Final = (0.4, 0.6, 0.8, 0.9)  # shares of the page's prose that a container holds to be a core
OF_PLACES: Final = (
    "order", "from end", "place", "words before", "prose before", "page words", "page prose", "page blocks",
    "from headline", "prose since headline", "said before", "heading", "from heading", "heading kind", "from kind",
    "kind before", "to prose", "from prose",
)  # fmt: skip
TAGGED: Final = _TAGS[:13]
COLUMNS: Final = (
    *OF_WORDS,
    *(f"{where} {name}" for where in ("own", "near", "above") for name in NAMES),
    "hidden",
    *(f"in {tag}" for tag in ABOVE),
    *(f"tag {tag}" for tag in TAGGED),
    "depth",
    *(f"{level} {name}" for level in range(LEVELS) for name in OF_CONTAINERS),
    *(f"core {share}{of}" for share in CORES for of in ("", " at", " size", " depth")),
    *OF_PLACES,
    *opinions.COLUMNS,
)
ROW: Final = {name: row for row, name in enumerate(COLUMNS)}
