import json

import pytest

from tests.golden import ARITHMETIC, HERE, ROUNDED, arithmetic, as_json, differences, makers, pruned, unlike

MADE = makers()


@pytest.mark.parametrize("name", MADE)
def test_what_copydesk_says_is_as_the_golden_file_keeps_it(name):
    path = HERE / f"{name}.json"
    assert path.exists(), "run `python dev.py golden` and read what it writes"
    found = differences(json.loads(path.read_text()), pruned(MADE[name]()))
    if found and ARITHMETIC.read_text().strip() != arithmetic():
        found = found if len(unlike(found)) > ROUNDED else []
    if found:
        pytest.fail("\n".join([f"{path.name} (rewrite with `python dev.py golden {name}`):", *found]), pytrace=False)


def test_every_golden_file_has_its_page():
    assert {path.stem for path in HERE.glob("*.json")} == set(MADE)


def test_a_golden_file_is_small_and_laid_out_line_by_line():
    for path in HERE.glob("*.json"):
        assert path.stat().st_size < (40_000 if path.name.startswith("trace-") else 32_000), path.name
        assert path.read_text() == as_json(json.loads(path.read_text())), path.name


def test_differences_name_the_words_and_not_the_positions():
    golden = {"text": "It rained. Ana left.", "sentences": [[0, 10], [11, 20]], "headline": "Rain"}
    made = {"text": "So it rained. Ana left.", "sentences": [[0, 13], [14, 23]], "headline": "Rain"}
    assert [line for line in differences(golden, made) if line.startswith(("- sent", "+ sent"))] == [
        '- sentences: "It rained."',
        '+ sentences: "So it rained."',
    ]


def test_positions_that_differ_alone_are_told():
    golden, made = ({"text": "aa aa", "times": [{"span": span}]} for span in ([0, 2], [3, 5]))
    assert differences(golden, made) == ['- times: {"span": "[0, 2] aa"}', '+ times: {"span": "[3, 5] aa"}']
    assert differences(golden, golden) == []


def test_an_event_more_is_one_item_that_differs():
    golden = {"events": [{"id": "v1", "lemma": "go"}, {"id": "v2", "lemma": "come"}]}
    made = {"events": [{"id": "v1", "lemma": "go"}, {"id": "v2", "lemma": "see"}, {"id": "v3", "lemma": "come"}]}
    assert unlike(differences(golden, made)) == ['+ events: {"id": "", "lemma": "see"}']


def test_the_arithmetic_is_told_by_what_the_network_gives():
    assert len(arithmetic()) == len(ARITHMETIC.read_text().strip()) == 64
