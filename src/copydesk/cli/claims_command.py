"""`copydesk claims`: who is first-hand for what pages say, who heard it, who merely carries it."""

import sys
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.intake import reads_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cli.intake import Outcome
    from copydesk.copies import Story
    from copydesk.exports.claim_exports import Told
    from copydesk.records import Record


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE…|STORY…]")
@click.option("--desk", "desk_file", metavar="FILE", help="Desk to take stories from, by their ids or by --words.")
@click.option("--words", metavar="WORDS", help="Only claims with these words; with --desk alone, of all its stories.")
@click.option(
    "--only",
    type=click.Choice(["single-origin", "unnamed-only", "one-page", "not-told", "disputed"]),
    help="Only claims so marked; disputed: denied ones and figures that pages tell differently.",
)
@click.option("--json", "as_json", is_flag=True, help="Write stories with their claims, one JSON object a line.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "claimreview", "followthemoney"]),
    help="Write claims as a CSV table, as ClaimReview-shaped JSON-LD without a verdict, or as FollowTheMoney entities.",
)
@reads_sources
def claims(
    sources: tuple[str, ...],
    desk_file: str | None,
    words: str | None,
    only: str | None,
    as_json: bool,
    form: str | None,
    **asked: Any,
) -> None:
    """List what the pages of a story say: who is first-hand, who heard it from them, who merely carries it.

    SOURCE is whatever `copydesk read` takes, a file of the records that it wrote, or a folder of stories; with --desk,
    STORY is a story's id. WORDS are as in `copydesk search`: all must occur, "a phrase" as it stands, -word must not,
    this OR that. No verdict on the truth of a claim is given: where the pages do not say who is first-hand, the list
    says so.

    \b
    Example:
      copydesk claims examples/
      copydesk claims records.jsonl --only single-origin
      copydesk claims records.jsonl --format csv > claims.csv
      copydesk claims story-3fa94c21 --desk news.db
      copydesk claims --words 'ferry captain' --desk news.db
    """
    from copydesk.cli.claim_list import show_claims
    from copydesk.cli.intake import Outcome, intake
    from copydesk.cli.screen import console
    from copydesk.cli.storing import stored_stories

    if not sources and not (desk_file and words):
        raise click.UsageError("give a SOURCE; or --desk with a STORY or --words")
    kept_stories = stored_stories(sources, asked, claims=True) if desk_file is None else None
    outcome = Outcome(sources, intake(sources, asked)) if desk_file is None and kept_stories is None else None
    if kept_stories is not None:
        found = _stored(*kept_stories)
    else:
        found = _on_desk(sources, desk_file, words) if desk_file is not None else _stories(outcome)
    if words and sources:
        from copydesk.desk.claim_search import with_words

        found = with_words(found, words)
    kept = ((_only(story, only), records) for story, records in found)
    if form is not None:
        from copydesk.exports.claim_exports import FORMATS

        for line in FORMATS[form](kept):
            sys.stdout.write(line + "\n")
    elif as_json:
        for story, _ in kept:
            sys.stdout.write(story.to_json() + "\n")
    else:
        screen, shown = console(), False
        for story, _ in kept:
            if story.claims:
                show_claims(story, screen)
                shown = True
        if not shown:
            click.echo("no claim found", err=True)
    if outcome:
        outcome.finish()


def _stored(stories: "Iterator[Told]", told: bool) -> "Iterator[Told]":
    from copydesk.claims import with_claims

    for story, records in stories:
        yield (story if told else with_claims(story, records)), records


def _only(story: "Story", only: str | None) -> "Story":
    """Return a story with the claims that a filter lets through."""
    import msgspec

    from copydesk.claims.claim_lines import matches

    return msgspec.structs.replace(story, claims=tuple(claim for claim in story.claims if matches(claim, only)))


def _on_desk(ids: tuple[str, ...], desk_file: str, words: str | None) -> "Iterator[Told]":
    from copydesk.claims import with_claims
    from copydesk.cli.shared_options import reading
    from copydesk.desk import search_claims

    with reading(desk_file) as desk:
        if words and not ids:
            yield from search_claims(desk, words)
        for id_ in ids:
            story = desk.story(id_)
            records = {page: desk.record(page) for page in story.pages}
            yield with_claims(story, records), records


def _stories(outcome: "Outcome | None") -> "Iterator[Told]":
    from copydesk.claims import with_claims
    from copydesk.copies import trace as trace_records

    records: dict[str, Record] = {}
    for record in outcome.records() if outcome else ():
        records.setdefault(record.id, record)
    for story in trace_records(records.values()):
        yield with_claims(story, records), records
