import gzip
import json
from pathlib import Path

import pytest
from desk.sample import council, harbor

from copydesk.cli import main
from copydesk.desk import Desk
from copydesk.records import from_json

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
pytestmark = pytest.mark.usefixtures("pages_read_once")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command line in a folder of its own; return exit code, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPYDESK_DESK", raising=False)

    def run(*arguments):
        with pytest.raises(SystemExit) as done:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return done.value.code, out, err

    return run


@pytest.fixture
def stocked(run):
    with Desk("desk.db") as desk:
        list(desk.add([harbor(), council()]))
    return run


def objects(out):
    return [json.loads(line) for line in out.splitlines()]


def test_add_pages_of_a_folder_twice(run):
    code, out, err = run("add", EXAMPLES)
    assert (code, out) == (0, "")
    assert "8 added" in err
    assert "8 pages" in err
    code, out, err = run("add", EXAMPLES, "--json")
    assert code == 0
    assert [line["status"] for line in objects(out)] == ["known"] * 8
    assert "8 known" in err


def test_reading_again_with_a_day_updates(run):
    page = EXAMPLES / "5-rewritten-copy.txt"
    run("add", page)
    code, _, err = run("add", page, "--published", "2026-10-08")
    assert code == 0
    assert "1 updated" in err
    code, out, _ = run("search", "--json", "--day", "2026-10-08")
    assert [hit["published"] for hit in objects(out)] == ["2026-10-08"]


@pytest.mark.parametrize("name", ["batch.jsonl", "batch.jsonl.gz"])
def test_add_records_as_they_are(run, name):
    lines = f"{harbor().to_json()}\n\n{council().to_json()}\nnot json\n".encode()
    Path(name).write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    code, out, err = run("add", name, "--json")
    assert code == 1
    assert [line["id"] for line in objects(out)] == ["harbor", "council"]
    assert f"{name}, line 4" in err
    assert from_json(run("show", "harbor", "--json")[1]) == harbor()


def test_a_bad_page_is_named_and_the_rest_is_added(run):
    Path("pages").mkdir()
    Path("pages/empty.html").write_bytes(b"")
    Path("pages/good.txt").write_text(council().text)
    code, _, err = run("add", "pages")
    assert code == 1
    assert "empty.html" in err
    assert "1 added, 1 failed" in err


def test_nothing_to_add_is_said(run):
    Path("pages").mkdir()
    code, _, err = run("add", "pages")
    assert code == 2
    assert "no pages" in err


def test_search_in_words_and_json(stocked):
    code, out, err = stocked("search", "envoy")
    assert code == 0
    assert "Envoy visits Odesa port" in out
    assert "1-1 of 1 pages" in err
    code, out, _ = stocked("search", "harbor", "--who", "Lindqvist", "--json")
    (hit,) = objects(out)
    assert hit["id"] == "harbor"
    assert hit["snippet"]["marks"]
    code, out, err = stocked("search", '"no such', "words")
    assert (code, out) == (0, "")
    assert "no page found" in err


def test_a_bad_day_is_a_message(stocked):
    code, _, err = stocked("search", "--day", "soon")
    assert code == 2
    assert "soon" in err


def test_show(stocked):
    code, out, _ = stocked("show", "harb")
    assert code == 0
    assert "Envoy visits Odesa port" in out
    code, _, err = stocked("show", "nothing")
    assert code == 2
    assert "not on the desk" in err


def test_story_list_and_one_story(stocked):
    code, out, _ = stocked("story")
    assert code == 0
    assert "City council delays dredging vote" in out
    (first, *_) = objects(stocked("story", "--json")[1])
    code, out, _ = stocked("story", first["id"])
    assert code == 0
    assert first["title"] in out
    assert "1 text written independently" in out
    assert json.loads(stocked("story", first["id"], "--json")[1])["pages"] == ["harbor"]


def test_timeline(stocked):
    code, out, _ = stocked("timeline")
    assert code == 0
    assert "Marta Lindqvist visited Odesa on Thursday." in out
    (moment,) = objects(stocked("timeline", "--day", "2026-10", "--json")[1])
    assert moment["first"] == "2026-10-08"


def test_events_by_kind_of_news(stocked):
    code, out, _ = stocked("events", "--kind", "politics", "--since", "2026-10")
    assert code == 0
    assert "visited" in out
    (line,) = objects(stocked("events", "--kind", "politics", "--json")[1])
    assert (line["type"], line["kind"]) == ("CONSULT", "politics")
    assert not objects(stocked("events", "--kind", "sport", "--json")[1])


def test_sources(stocked):
    code, out, _ = stocked("sources")
    assert code == 0
    assert "harbor official" in out
    (source,) = objects(stocked("sources", "--kind", "anonymous-person", "--json")[1])
    assert (source["name"], source["named"]) == ("harbor official", False)


def test_the_desk_may_be_named_by_the_environment(stocked, monkeypatch):
    Path("desk.db").rename("port.db")
    assert stocked("search", "envoy")[0] == 2
    monkeypatch.setenv("COPYDESK_DESK", "port.db")
    assert stocked("search", "envoy")[0] == 0
    monkeypatch.delenv("COPYDESK_DESK")
    assert stocked("search", "envoy", "--desk", "port.db")[0] == 0


def test_entities_are_listed_with_country_and_role_in_words(stocked):
    code, out, _ = stocked("entities", "--type", "PLACE")
    assert code == 0
    assert "Ukraine" in out
    found = objects(stocked("entities", "--who", "lindqvist", "--json")[1])
    assert [(one["name"], one["type"]) for one in found] == [("Marta Lindqvist", "PERSON")]


@pytest.mark.parametrize("command", ["search", "story", "timeline", "sources", "entities"])
def test_without_a_desk_there_is_a_message(run, command):
    code, out, err = run(command)
    assert (code, out) == (2, "")
    assert "copydesk add" in err


def test_control_characters_never_reach_the_terminal(run):
    with Desk("desk.db") as desk:
        list(desk.add([council(headline="Vote \x1b[31m put off", text="A vote \x1b]0;title\x07 was put off.")]))
    for command in (["search", "vote"], ["story"], ["show", "council"]):
        assert "\x1b" not in run(*command)[1]


def test_claims_are_found_by_words_on_a_desk(run):
    run("add", EXAMPLES)
    code, out, _ = run("claims", "--desk", "desk.db", "--words", "grain", "--json")
    assert code == 0
    claims = [claim for story in objects(out) for claim in story["claims"]]
    assert claims
    assert run("claims", "--desk", "desk.db", "--words", "zeppelin", "--json") == (0, "", "")
    assert run("claims", "--desk", "desk.db", "--words", "zeppelin") == (0, "", "no claim found\n")


def test_claims_of_nothing_are_a_mistake_in_use(run):
    code, _, err = run("claims", "--desk", "desk.db")
    assert code == 2
    assert "--words" in err
