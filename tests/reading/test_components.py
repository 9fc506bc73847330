"""What every component promises, whatever it finds: the same checks for all of them, and for the table."""

import logging
from pathlib import Path

import msgspec
import pytest

import copydesk
from copydesk import logs, plugins
from copydesk.articles import Article
from copydesk.cli import main
from copydesk.language import parse
from copydesk.pages import Page
from copydesk.reading.component import Component, Reading
from copydesk.reading.components import BUILT_IN, checked, components
from copydesk.reading.pipeline import read_article
from copydesk.records import Published, Record

STORY = (
    "ODESA, Ukraine (Northwire) — “We left on Friday,” said Marta Lindqvist, the envoy, who asked not to be named. "
    "About 400 people in 2 towns were told on 3 May 2023 that the port’s 31 cranes would go.\n\n"
    "Two officials denied it. She said that that that the color of the colour"
)
TEXTS = {
    "empty": "",
    "blank": " \n\n \t\n",
    "one word": "Rain",
    "a story": STORY,
    "long": (STORY + "\n\n") * 8,
    "one endless word": "ha" * 20_000,
    "marks alone": "“”‘’\"'()[]—–-…,.;:!?" * 40,
    "quotes opened and never closed": "“He said " * 200,
    "numbers alone": "1,2.3 4-5/6 $7.8bn 9% 10:11 2023-04-05 " * 40,
    "days alone": "Friday, last week and on 3 May 2023 " * 50,
    "names alone": "Anna-Maria O’Neil van der Berg, John Smith Jr. of Acme Corp. Inc. in St. John’s, " * 25,
    "controls and turned text": "\x00\x07\u202eThe mayor\u202c said\u200b \ufeff\u2028“no”\x85\x1f\ufffd \U000e0041"
    * 60,
    "other scripts": "Глава города заявил: «Нет». 市长说：“不”。 قال العمدة: «لا». ม.ค. " * 30,
    "combining marks": "e" + "\u0301" * 1500 + " said he " + "🏳️‍🌈" * 80,
    "lines of one letter": "a\n" * 400,
}


def reading_of(text, model):
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return Reading(
        page=Page(id="p", content=text),
        article=Article(text=text, paragraphs=tuple(paragraphs)),
        text=text,
        paragraphs=tuple(paragraphs),
        document=parse(text) if model else None,
        published=Published(value="2023-04-20", from_="given"),
    )


@pytest.fixture(scope="module", params=[(name, model) for name in TEXTS for model in (True, False)], ids=str)
def steps(request):
    """Each component with what it was given and what it found, in order, on one text with or without the model."""
    name, model = request.param
    reading, found = reading_of(TEXTS[name], model), []
    for component in components():
        if model or "document" not in component.needs:
            given = component.run(reading)
            found.append((component, reading, given))
            reading = reading.having({key: value for key, value in given.items() if key != "notices"})
    return found


def test_it_gives_what_it_declares(steps):
    for component, _, given in steps:
        assert given.keys() <= {*component.gives}, component.name
        assert {*component.gives} - {"notices"} <= given.keys(), component.name


def test_the_same_text_gives_the_same_answer(steps):
    for component, reading, given in steps:
        assert component.run(reading) == given, component.name


def test_its_findings_make_a_record_that_round_trips(steps):
    """Positions lie within the text, and every value is one that JSON holds."""
    for component, reading, given in steps:
        fields = {name: value for name, value in given.items() if name in Record.__struct_fields__}
        record = Record(id="r", text=reading.text, **fields)
        assert copydesk.from_json(record.to_json()) == record, component.name


def test_its_findings_stand_in_order_of_the_text(steps):
    for component, _, given in steps:
        for name, values in given.items():
            spans = [first_span(value) for value in values if name != "notices"]
            assert spans == sorted(spans), (component.name, name)


def first_span(value):
    """Return where a finding begins: its span, or the earliest of those that it holds."""
    if isinstance(value, tuple):
        return value
    raw = msgspec.to_builtins(value)
    if "span" in raw:
        return tuple(raw["span"])
    return min(map(tuple, raw["mentions"])) if "mentions" in raw and "type" in raw else (0, 0)


def test_every_need_is_given_by_an_earlier_component():
    given = {"document"}
    for component in BUILT_IN:
        assert {*component.needs} <= given, component.name
        given |= {*component.gives}
    assert checked(BUILT_IN) == BUILT_IN


def test_what_it_gives_is_a_field_of_the_record():
    assert {name for component in BUILT_IN for name in component.gives} <= {*Record.__struct_fields__}


def failing(name, needs=(), gives=("quantities",)):
    def run(reading):
        """Fail."""
        raise IndexError("list index out of range")

    return Component(name=name, needs=needs, gives=gives, run=run)


def read_with(*components, text=STORY):
    page = Page(id="p", content=text, location="pages/p.txt", published="2023-04-20")
    return read_article(Article(text=text), page, components)


def test_a_component_that_raises_costs_its_own_findings_only(caplog):
    whole = read_with(*BUILT_IN)
    with caplog.at_level(logging.ERROR, logger="copydesk"):
        record = read_with(*(failing("quantities") if one.name == "quantities" else one for one in BUILT_IN))
    assert whole.quantities
    assert record.quantities == ()
    assert (record.times, record.entities, record.attributions) == (whole.times, whole.entities, whole.attributions)
    (notice,) = record.notices
    assert notice.kind == "component"
    assert notice.note.startswith("quantities failed")
    assert "IndexError: list index out of range" in notice.note
    (logged,) = caplog.records
    assert "pages/p.txt" in logged.getMessage()
    assert logged.exc_info[0] is IndexError


def test_what_reads_one_language_only_is_not_run_on_another():
    seen = []
    steps = [
        Component(
            name=name, gives=("quantities",), languages=languages, run=lambda _, name=name: seen.append(name) or {}
        )
        for name, languages in (("english", ("en",)), ("any", ()), ("both", ("en", "de")))
    ]
    for language in ("de", None):
        read_article(Article(text=STORY, language=language), Page(id="p", content=STORY), steps)
        seen.append("|")
    assert seen == ["any", "both", "|", "english", "any", "both", "|"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (STORY, "english"),
        ("Der Bürgermeister sagte am Montag, dass die Brücke nach dem Sturm geschlossen bleibt.", None),
    ],
)
def test_a_record_says_whether_it_was_read_for_what_is_read_in_english_only(text, read):
    record = copydesk.read_text(text, published="2023-04-20")
    assert record.page.read == read
    assert bool(record.attributions) is (read is not None)
    assert read or not record.events


def test_what_needs_a_component_that_failed_gets_nothing_from_it():
    record = read_with(*(failing("times", gives=("times",)) if one.name == "times" else one for one in BUILT_IN))
    assert record.times == ()
    assert 400 in {quantity.value for quantity in record.quantities}


def test_a_component_may_not_give_what_it_does_not_declare():
    sly = Component(name="sly", gives=("times",), run=lambda reading: {"defects": ()})
    (notice,) = read_with(sly).notices
    assert "sly failed" in notice.note
    assert "gave defects" in notice.note


def test_a_fault_of_the_language_model_costs_what_needs_it(monkeypatch):
    monkeypatch.setattr("copydesk.reading.pipeline.parse", lambda text: [][1])
    record = read_with(*BUILT_IN)
    assert record.entities == ()
    assert record.times
    assert record.attributions
    (notice,) = record.notices
    assert notice.note.startswith("language model failed")


def test_a_component_with_a_taken_name_or_an_unmet_need_fails_by_itself():
    again, unmet = failing("times"), failing("odd", needs=("weather",))
    record = read_with(*checked((*BUILT_IN, again, unmet)))
    assert record.times
    notes = [notice.note for notice in record.notices]
    assert ["two components have the name 'times'" in notes[0], "gives weather" in notes[1]] == [True, True]


class Entry:
    """An entry point of an installed package."""

    def __init__(self, name, value):
        self.name, self.value = name, str(value)
        self.load = value if callable(value) else lambda: value


@pytest.fixture
def installed(monkeypatch):
    """Return a function that installs packages with these entry points."""

    def install(*entries):
        monkeypatch.setattr(plugins, "added", lambda group: entries if group == "copydesk.components" else ())
        components.cache_clear()

    yield install
    monkeypatch.undo()
    components.cache_clear()


def test_a_package_adds_a_component_that_corrects_another(installed):
    def run(reading):
        return {"quantities": tuple(one for one in reading.quantities if one.value > 100)}

    installed(Entry("large", Component(name="large", needs=("quantities",), gives=("quantities",), run=run)))
    record = copydesk.read_text(STORY, published="2023-04-20", as_is=True)
    assert [quantity.value for quantity in record.quantities] == [400]


def test_a_package_adds_findings_of_its_own(installed):
    page = (Path(__file__).parents[2] / "docs" / "components.md").read_text(encoding="utf-8")
    module = {}
    exec(compile(page.split("```python\n")[1].split("```")[0], "phones.py", "exec"), module)
    installed(Entry("phones", module["COMPONENT"]))
    record = copydesk.read_text("Ring the mill in Osby at +46 555 0100 before noon.", as_is=True)
    assert record.extensions == {"phones": [{"span": [25, 37], "number": "+46 555 0100"}]}
    assert copydesk.from_json(record.to_json()) == record


def test_findings_that_json_cannot_hold_cost_only_their_component(installed):
    installed(Entry("odd", Component(name="odd", gives=("odd",), run=lambda reading: {"odd": object()})))
    record = copydesk.read_text(STORY, as_is=True)
    assert record.times
    assert record.extensions == {}
    assert "odd failed" in record.notices[-1].note


def test_a_package_that_cannot_be_loaded_leaves_a_notice_and_costs_nothing_else(installed):
    def broken():
        raise ImportError("no module named 'nowhere'")

    installed(Entry("broken", broken), Entry("no component", 3))
    record = copydesk.read_text(STORY, published="2023-04-20", as_is=True)
    assert record.times
    notes = " ".join(notice.note for notice in record.notices)
    assert "broken failed" in notes
    assert "no component failed" in notes


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_LOG", "")
    handlers, level = [*logs.log.handlers], logs.log.level
    (tmp_path / "page.txt").write_text(STORY)
    yield str(tmp_path / "page.txt")
    logs.log.handlers[:] = handlers
    logs.log.setLevel(level)


def test_verbose_tells_how_long_each_component_took(page, capsys):
    with pytest.raises(SystemExit):
        main(["read", page, "--json", "--verbose"])
    said = capsys.readouterr().err
    for component in BUILT_IN:
        assert f"{component.name} " in said
    assert " ms" in said


@pytest.mark.parametrize(("option", "shown"), [("--debug", True), ("--verbose", False)])
def test_debug_shows_the_traceback(page, capsys, installed, option, shown):
    installed(Entry("bad", failing("bad")))
    with pytest.raises(SystemExit):
        main([option, "read", page, "--json"])
    out, err = capsys.readouterr()
    assert "bad failed" in out
    assert ("Traceback" in err) == shown
