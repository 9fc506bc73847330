"""Where the head of a noun phrase ends by its words alone: at a clause, a preposition, a participle, a second name."""

import re
from typing import Final

AFTER_HEAD: Final = re.compile(
    r",(?=\s|$)|\(| -- | [–—-] | (?:who|whom|whose|which|that|of|from|in|at|for|with|on|to|by|about"
    r"|speaking|working|briefed|aware|close|familiar|inside|among|like|present|involved|led|including|based|near|under|against|within"
    r"|made|released|published|written|filed|conducted|obtained|issued|signed|posted|seen|quoted|cited)\b"
    r"| (?:and|or) (?=[A-Z]|the |an? |his |her |their |other )"
)
"""What follows the head of a source."""
