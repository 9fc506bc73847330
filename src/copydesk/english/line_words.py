"""Words of a line that tell who speaks in it, and of what: a story, a site, readers, other stories."""

from typing import Final

GROUPS: Final[dict[str, str]] = {
    "i": "i me my mine im i'm i've i'd i'll",
    "you": "you your yours you're you'll you've",
    "we": "we our us ours we're we've we'll",
    "they": "he she his her him they their them who whom said says told according",
    "site": "site website page pages blog newsletter newsletters email inbox account subscribe subscribers "
    "subscription login signup password cookies cookie privacy policy terms rights reserved copyright consent "
    "disclaimer affiliate commission advertising advertisement sponsored content",
    "act": "click read view see share follow join sign get learn download watch listen discover explore shop buy "
    "browse contact try book start find show load continue print save submit search register donate",
    "talk": "comment comments reply replies thanks thank awesome wow please hi hello lol love loved great commenter "
    "commented posted anonymous",
    "list": "related popular recent latest trending recommended more featured previous next article articles post "
    "posts story stories news top best guide guides tips",
    "bio": "author writer editor journalist reporter founder ceo director expert degree graduate university lives "
    "passionate enthusiast years experience she's he's",
    "unit": "min mins minute minutes read ago hours hour days day week weeks views likes shares comments photo image "
    "credit getty",
}
"""Words of lines, in small letters, by group; the scorer of lines was fitted on how many of each a line has."""
