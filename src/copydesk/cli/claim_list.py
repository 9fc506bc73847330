"""The claims of a story on the screen."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding

    from copydesk.copies import Story
    from copydesk.records import Claim


def show_claims(story: "Story", screen: "Console") -> None:
    """Print the claims of a story: its three figures, then each claim with who stands behind it."""
    from rich.text import Text

    from copydesk.cli.family_screen import count
    from copydesk.cli.screen import printable

    figures = (
        count(story.origins or 0, "first-hand origin"),
        count(len(story.families), "text") + " written independently",
        count(len(story.pages), "page"),
    )
    screen.print(Text.assemble((printable(story.title), "headline"), "\n", (", ".join(figures), "bold magenta")))
    for claim in story.claims:
        screen.print(_line(claim))
    screen.print()


def _line(claim: "Claim") -> "Padding":
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from copydesk.claims.claim_lines import behind_words, remarks
    from copydesk.cli.screen import printable, shorten

    about = " · ".join(remarks(claim))
    lines = [Text(printable(shorten(claim.claim, 220))), Text(printable(behind_words(claim)), "source")]
    lines += [Text(about, "masthead")] if about else []
    head, *rest = lines
    head = Text.assemble((f"{claim.id} ", "dim"), head)
    return Padding(Group(head, *(Padding(line, (0, 0, 0, 4)) for line in rest)), (0, 0, 0, 2))
