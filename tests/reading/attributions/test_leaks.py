from copydesk.reading.attributions import _with_antecedent, without_leaks
from copydesk.reading.attributions.drafts import Draft
from copydesk.records import Attribution, Content, Cue, Defect, Source

TEXT = "Crews stayed ashore. I would like to avoid that."


def said(kind: str) -> Attribution:
    source = Source(kind=kind, spans=((21, 22),))  # type: ignore[arg-type]
    return Attribution(
        id="a1", source=source, cue=Cue(spans=((29, 33),)), content=Content(spans=((34, 47),), speech="indirect")
    )


def test_an_i_that_leaked_into_the_story_is_nobody_it_names() -> None:
    leak = Defect(kind="first-person-leak", span=(21, 48), note="")
    (found,) = without_leaks([said("named-person")], [leak])
    assert found.source.kind == "anonymous-person"
    assert without_leaks([said("named-person")], []) == (said("named-person"),)
    assert without_leaks([said("document")], [leak]) == (said("document"),)


def test_a_relative_clause_takes_the_words_it_stands_for() -> None:
    text = "Talks failed. The union, which represents crews, said so."
    draft = Draft(source=((25, 47),), cue=((49, 53),), content=((54, 56),))
    assert [text[slice(*span)] for span in _with_antecedent(text, draft).source] == [
        "The union, which represents crews"
    ]
    alone = draft._replace(source=((14, 23),))
    assert _with_antecedent(text, alone) == alone
