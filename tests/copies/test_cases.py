"""The small cases of copying that the shared folder keeps: pages, and what is to be said of them."""

import json
import re

import pytest

import copydesk


def _cases(shared):
    return [json.loads(line) for line in (shared / "cases/copies.jsonl").read_text(encoding="utf-8").splitlines()]


def _told(case, folder):
    """Return the stories of a case's pages, and its records by id."""
    file = folder / f"{case['id']}.jsonl"
    file.write_text("".join(json.dumps({k: v for k, v in page.items() if v}) + "\n" for page in case["pages"]))
    records = {record.id: record for record in copydesk.read_many([file])}
    return copydesk.trace(records.values()), records


def _holds(want, stories, records):
    """Whether one wish of a case holds."""
    families = [family for story in stories for family in story.families]
    arrows = {(edge.source, edge.target) for story in stories for edge in story.edges if edge.kind != "related"}
    if match := re.fullmatch(r"(not )?same (story|family)\((\w+),\s?(\w+)\)", want):
        groups = [story.pages for story in stories] if match[2] == "story" else [family.members for family in families]
        return any(match[3] in group and match[4] in group for group in groups) != bool(match[1])
    if match := re.fullmatch(r"independent==(\d+)", want):
        return sum(story.texts for story in stories) == int(match[1])
    if match := re.fullmatch(r"missing node (.+)", want):
        return any(node.kind == "missing" and node.label == match[1] for story in stories for node in story.nodes)
    if match := re.fullmatch(r"direction (\w+)->(\w+)", want):
        return (match[1], match[2]) in arrows
    if match := re.fullmatch(r"family source (.+)", want):
        forms = {"AP": "Associated Press"}
        return any(family.agency == forms.get(match[1], match[1]) for family in families)
    if want == "numbers listed":
        a, b = records.values()
        found = {(x.before, x.after) for x in copydesk.compare(a, b).alterations if x.kind == "number"}
        return {("two", "three"), ("14", "21")} <= {(x.lower(), y.lower()) for x, y in found}
    pytest.fail(f"a wish that this test does not know: {want}")


def test_small_cases_of_copying(shared, tmp_path):
    wrong = []
    for case in _cases(shared):
        stories, records = _told(case, tmp_path)
        wrong += [(case["id"], want) for want in case["want"].split("; ") if not _holds(want, stories, records)]
    assert not wrong
