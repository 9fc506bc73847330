import pytest

from copydesk.language import parse
from copydesk.reading.attributions import find_attributions
from copydesk.reading.attributions.acts import ContentForm, act_of
from copydesk.reading.attributions.anonymity import anonymity_reason, with_clause
from copydesk.reading.attributions.assembly import identify
from copydesk.reading.attributions.cues import CueReading
from copydesk.reading.attributions.page_lookup import page_of
from copydesk.reading.attributions.source_resolution import SourceIdentity, classify_source
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.reading.entities import find_entities
from copydesk.records import Attribution, Entity


def whole(words: str) -> tuple[int, int]:
    return (0, len(words))


def read(text: str, newsroom: tuple[str, ...] = ()) -> list[Attribution]:
    document = parse(text)
    return list(find_attributions(text, document=document, entities=find_entities(document), newsroom=newsroom))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Several Democrats, some Republicans and even Sen. John McCain said that it was over.", ["anonymous-group"]),
        ("Police and the mayor, Olga Marin, said that the bridge was shut.", ["anonymous-group"]),
        ("Lawmakers Ana Ruiz and Bo Li said on Friday that the bill was dead.", ["named-person"]),
        ("President and chief executive John Smith said that it was over.", ["named-person"]),
    ],
)
def test_a_group_to_which_a_named_person_is_joined_is_no_named_person(text: str, kinds: list[str]) -> None:
    assert [item.source.kind for item in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("U.S. Ambassador to Norway Jon Lundgren said that it was over.", "Jon Lundgren"),
        ("Spokesman for the Cabinet Nadia Salem said that it was over.", "Nadia Salem"),
        ("A friend of Chicago Mayor Ana Ruiz said that it was over.", None),
        ("A spokesman for President Ana Ruiz said that it was over.", None),
        ("An aide to the senator Ana Ruiz said that it was over.", None),
        ("Newspaper Lokalna Pravda said that it was over.", "Lokalna Pravda"),
    ],
)
def test_a_name_after_a_title_with_a_preposition_is_the_holder_s_unless_another_s_title_stands_before_it(
    text: str, name: str | None
) -> None:
    document = parse(text)
    entities = find_entities(document)
    (found,) = find_attributions(text, document=document, entities=entities)
    assert next((e.name for e in entities if e.id == found.source.entity), None) == name


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump tells so many lies that Clinton could risk deviating from her message, Robby Mook said.",
        "We demand that the chairman, Eric Chu, tell the public that it is over, Ana Ruiz said.",
    ],
)
def test_what_follows_from_a_degree_or_is_asked_for_was_not_said(text: str) -> None:
    assert len([item for item in read(text) if item.act == "said"]) == 1


def test_a_heading_speaks_for_nobody_below_it() -> None:
    text = (
        "Harbour Uutiset\n\nLund marked his trip to Oslo with a tweet claiming that, “Much of our media is the enemy.”"
    )
    assert [item.source.spans for item in read(text)] in ([()], [])


def test_a_paragraph_set_apart_after_a_colon_is_all_said() -> None:
    text = (
        "Ana Ruiz added:\n\nThis reeks of fear. She cannot win without help. The media pile on her rival.\n\nBo left."
    )
    (found,) = [item for item in read(text) if item.act == "said"]
    assert [text[s:e] for s, e in found.content.spans] == [text.split("\n\n")[1]]


def test_a_quotation_of_which_the_end_is_told_is_said_from_its_mark_on() -> None:
    words = '"I have set up a garden on two decimals of land around my house and now enjoy fresh produce."'
    (found,) = read(f"Mo Shah, a resident of Palpur, told BSS, {words}")
    assert found.content.speech == "direct"
    assert found.content.spans[0][1] - found.content.spans[0][0] == len(words)


def test_a_second_saying_that_is_joined_on_is_a_saying_of_its_own() -> None:
    text = (
        "Prime Minister Ana Ruiz said this week that the country would formally declare its intention to break with "
        "the bloc by the end of March and suggested that it would withdraw from the single market."
    )
    assert [[text[s:e] for s, e in item.cue.spans] for item in read(text)] == [["said"], ["suggested"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The senator was among the top Democrats in Congress who called for Ruiz to cancel his summit.", "group"),
        ("Former White House Doctor Says Clinton Hid Past Problems From Public", "person"),
    ],
)
def test_one_of_many_is_not_all_and_a_doctor_of_a_house_is_no_house(text: str, kind: str) -> None:
    assert read(text)[0].source.kind == f"anonymous-{kind}"


def test_what_quoted_words_are_of_is_not_said() -> None:
    text = "“We all do it,” Paul said of spying and election meddling."
    (found,) = read(text)
    assert [text[s:e] for s, e in found.content.spans] == ["“We all do it,”"]


def test_a_quotation_with_quotations_in_it_is_said_as_a_whole() -> None:
    words = '"The old way is near its end. We shift from "use" to ("seats") now. Firms will pay for it,"'
    text = f"The firm opened.\n\n{words} said Ana Ruiz, chief of Acme."
    (found,) = [item for item in read(text) if item.act == "said"]
    assert [text[s:e] for s, e in found.content.spans] == [words]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ana Ruiz", "named-person"),
        ("Mayor Ruiz", "named-person"),
        ("the mayor", "anonymous-person"),
        ("The driver", "anonymous-person"),
        ("allied sources", "anonymous-group"),
        ("two senior officials", "anonymous-group"),
        ("half of the island’s voters", "anonymous-group"),
        ("Leaders of the union", "anonymous-group"),
        ("Two people briefed on the talks", "anonymous-group"),
        ("Seismologists", "anonymous-group"),
        ("MEPs", "anonymous-group"),
        ("the allied official, who spoke on condition of anonymity", "anonymous-person"),
        ("a person familiar with the talks", "anonymous-person"),
        ("One diplomat", "anonymous-person"),
        ("the harbour ministry", "named-organization"),
        ("The precinct", "named-organization"),
        ("the carmaker", "named-organization"),
        ("the prosecution", "named-organization"),
        ("FEMA", "named-organization"),
        ("Reuters", "media"),
        ("The Harbour Times", "media"),
        ("The Daily Gleaner", "media"),
        ("Rai television", "media"),
        ("local media", "media"),
        ("the report", "document"),
        ("a new poll", "document"),
        ("documents obtained by the council", "document"),
    ],
)
def test_kind_by_words_alone(words: str, kind: str) -> None:
    assert classify_source(page_of(words, ()), whole(words)).kind == kind


@pytest.mark.parametrize(
    "group", ["Seismologists", "Rescuers", "Campaigners", "Neighbours", "MPs", "Prosecutors", "Traders"]
)
@pytest.mark.parametrize(
    "moved", ["{} said on Monday that the bridge was down.", "On Monday, {} said that the bridge was down."]
)
def test_a_capital_letter_at_a_sentence_s_start_makes_no_name(group: str, moved: str) -> None:
    word = group if moved.startswith("{") or group.isupper() or group == "MPs" else group.lower()
    (item,) = read(moved.format(word))
    assert item.source.kind == "anonymous-group"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the driver", "anonymous-person"),
        ("an eyewitness", "anonymous-person"),
        ("Ana Ruiz", "named-person"),
        ("Mayor Ana Ruiz", "named-person"),
        ("the museum", "named-organization"),
        ("the Harbour Council", "named-organization"),
        ("Reuters", "media"),
        ("the report", "document"),
        ("two officials", "anonymous-group"),
        ("Berlin", "named-organization"),
    ],
)
def test_moving_an_adverbial_to_the_front_changes_no_kind(source: str, kind: str) -> None:
    start = source[:1].upper() + source[1:]
    for text in (
        f"{start} said on Monday that the bridge was down.",
        f"On Monday {source} said that the bridge was down.",
        f"In Rome, {source} said that the bridge was down.",
        f"After the storm had passed, {source} said that the bridge was down.",
    ):
        assert [item.source.kind for item in read(text) if item.act in ("said", "document")] == [kind], text


def test_no_words_no_source() -> None:
    assert identify(page_of("text", ()), (), ()) == SourceIdentity("none", None)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("PERSON", "named-person"), ("ORG", "named-organization"), ("PLACE", "named-organization"), ("WORK", "document")],
)
def test_an_entity_decides_over_the_look_of_a_name(kind: str, expected: str) -> None:
    entity = Entity(id="e1", type=kind, name="Orrin Vale", mentions=((0, 10),))  # type: ignore[arg-type]
    found = classify_source(page_of("Orrin Vale", (entity,)), whole("Orrin Vale"))
    assert found == SourceIdentity(expected, entity)  # type: ignore[arg-type]


def test_the_entity_behind_a_source_is_its_head() -> None:
    text = "Harbour Office head Ana Ruiz"
    office = Entity(id="e1", type="ORG", name="Harbour Office", mentions=((0, 14),))
    ruiz = Entity(id="e2", type="PERSON", name="Ana Ruiz", mentions=((20, 28),))
    assert classify_source(page_of(text, (office, ruiz)), (0, 28)).entity is ruiz
    assert classify_source(page_of(text, (office, ruiz)), (0, 14)).entity is office
    text = "an aide to Ana Ruiz"
    ruiz = Entity(id="e2", type="PERSON", name="Ana Ruiz", mentions=((11, 19),))
    assert classify_source(page_of(text, (ruiz,)), whole(text)) == SourceIdentity("anonymous-person", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Ruiz adviser", "anonymous-person"),
        ("Ruiz supporters", "anonymous-group"),
        ("the Ruiz campaign", "named-organization"),
        ("another baker, Ruiz", "named-person"),
        ("his sister, Ruiz, who left", "named-person"),
    ],
)
def test_a_name_before_a_noun_is_not_who_speaks(text: str, kind: str) -> None:
    at = text.index("Ruiz")
    ruiz = Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=((at, at + 4),))
    assert classify_source(page_of(text, (ruiz,)), whole(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "identifiable"),
    [
        ("The mayor said the pier was open.", True),
        ("Norway’s prime minister said the pier was open.", True),
        ("A mayor said the pier was open.", False),
        ("The former mayor said the pier was open.", False),
        ("The mayors said the pier was open.", False),
        ("An official said the pier was open.", False),
    ],
)
def test_an_office_that_one_person_holds_is_identifiable(text: str, identifiable: bool) -> None:
    (item,) = read(text)
    assert item.source.kind.startswith("anonymous")
    assert item.source.identifiable == identifiable


def test_what_the_newsroom_saw_itself_is_its_own() -> None:
    text = "At least nine people were hurt, an AFP journalist said."
    assert read(text, ("AFP",))[0].source.kind == "own"
    assert read(text, ("Reuters",))[0].source.kind == "media"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("the official, who spoke on condition of anonymity in line with port rules", "in line with port rules"),
        (
            "an aide who spoke on the condition of anonymity because she feared reprisals",
            "because she feared reprisals",
        ),
        ("an aide, because he was not authorised to speak publicly", "because he was not authorised to speak publicly"),
        ("an aide who was not authorized to speak, said the port was open.", "not authorized to speak"),
        ("a clerk granted anonymity to discuss private talks", "to discuss private talks"),
        ("a clerk asking not to be named for fear of the mayor, said so", "for fear of the mayor"),
        ("the official, who spoke on condition of anonymity", None),
        ("the official left. Others were not named because of a rule", None),
        ("the harbour master", None),
    ],
)
def test_reason_for_anonymity(words: str, reason: str | None) -> None:
    span = anonymity_reason(words, (0, 6))
    assert (words[slice(*span)] if span else None) == reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the clerk, who spoke on condition of anonymity in line with port rules.",
            "the clerk, who spoke on condition of anonymity in line with port rules",
        ),
        ("the clerk, who asked not to be named. He left.", "the clerk, who asked not to be named"),
        (
            "the clerk speaking anonymously because of a feud, said so",
            "the clerk speaking anonymously because of a feud",
        ),
        ("the clerk, who left. Others spoke on condition of anonymity", "the clerk"),
        ("the clerk said on condition of anonymity", "the clerk"),
    ],
)
def test_a_source_takes_in_the_clause_that_withholds_its_name(text: str, expected: str) -> None:
    start, end = with_clause(text, (0, 9))
    assert text[start:end] == expected


def test_a_clause_that_withholds_a_name_takes_in_whose_name():
    text = "A harbor official, who spoke on condition of anonymity because he was not authorized to speak, said no."
    start = text.index("who")
    found = with_clause(text, (start, start + 3))
    assert text[slice(*found)] == text[: text.index(", said")]
    plain = "The docker who met her said no."
    assert with_clause(plain, (11, 22)) == (11, 22)


def test_a_description_is_the_person_whom_it_describes() -> None:
    text = "The port's chief said so. She left."
    ruiz = Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=((40, 48),), descriptions=((0, 16),))
    page = page_of(text, (ruiz,))
    found = classify_source(page, (0, 16))
    assert found == SourceIdentity("named-person", ruiz)
    she = text.index("She left")
    assert identify(page, ((she, she + 3),), [((0, 16), found)]) == found
    assert classify_source(page, (0, 10)).entity is None


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("A spokesman for the company, ", "named-person"),
        ("Another user, ", "named-person"),
        ("An aide to the senator, ", "anonymous-person"),
        ("A clerk who knows the mayor, ", "anonymous-person"),
    ],
)
def test_a_name_in_apposition_names_the_source_unless_another_may_be_meant(lead: str, kind: str) -> None:
    text = lead + "Per Lund"
    lund = Entity(id="e1", type="PERSON", name="Per Lund", mentions=((len(lead), len(text)),))
    assert classify_source(page_of(text, (lund,)), whole(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("They must apply by August, said the county's road chief, Per Sand.", "named-person", "Per Sand"),
        ("An aide to the senator, Ana Ruiz, said it rained.", "anonymous-person", None),
        ("A spokesman for the company, Per Lund, said it rained.", "named-person", "Per Lund"),
        ("Official news agency Xinhua said it rained.", "media", "Xinhua"),
        ("Ana Ruiz and her brother Tom Ruiz said it rained.", "named-person", None),
    ],
)
def test_a_name_in_apposition_is_who_speaks(text: str, kind: str, name: str | None) -> None:
    document = parse(text)
    entities = find_entities(document)
    (item,) = find_attributions(text, document=document, entities=entities)
    names = {entity.id: entity.name for entity in entities}
    assert (item.source.kind, names.get(item.source.entity or "")) == (kind, name)


def persons(text: str, *names: str) -> tuple[Entity, ...]:
    return tuple(
        Entity(id=f"e{n}", type="PERSON", name=name, mentions=((text.index(name), text.index(name) + len(name)),))
        for n, name in enumerate(names)
    )


def hung(text: str, *arcs: tuple[str, str, str]) -> Grammar:
    """Return the tree of a text with some words hung otherwise: word, head, label."""
    grammar = Grammar(parse(text))
    labels = list(grammar.labels)
    for word, head, label in arcs:
        at, above = grammar.words.index(word), grammar.words.index(head)
        grammar.children[grammar.heads[at]].remove(at)
        grammar.heads[at], labels[at] = above, label
        grammar.children[above].append(at)
    grammar.labels = tuple(labels)
    return grammar


def test_the_name_after_a_role_speaks_and_not_the_one_before_it_whatever_the_model_takes_that_for() -> None:
    text = "Alnur councillor, Thea Amsel said that it was over."
    entities = persons(text, "Alnur", "Thea Amsel")
    arcs = ("Alnur", "said", "nsubj"), ("councillor", "Alnur", "appos"), ("Thea", "councillor", "appos")
    page = page_of(text, entities, hung(text, *arcs))
    assert classify_source(page, (0, text.index(" said"))) == SourceIdentity("named-person", entities[1])


def test_two_who_are_joined_are_several_wherever_the_tree_hangs_their_names() -> None:
    text = "Committee members Makin and Maseko asked whether it was over."
    entities = persons(text, "Makin", "Maseko")
    arcs = ("members", "asked", "nsubj"), ("Makin", "asked", "nsubj"), ("Maseko", "Makin", "conj")
    page = page_of(text, entities, hung(text, *arcs))
    assert classify_source(page, (0, text.index(" asked"))) == SourceIdentity("named-person")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Porth Bay Police said that it was over.", "named-organization"),
        ("Police said that it was over.", "anonymous-group"),
        ("Porth Bay police said that it was over.", "anonymous-group"),
    ],
)
def test_a_police_force_with_a_name_is_a_body(text: str, kind: str) -> None:
    assert read(text)[0].source.kind == kind


def test_who_is_named_after_a_sentence_about_a_source_is_not_the_source() -> None:
    text = (
        "The van was called off, said a source. Vera Holt left on foot.\n\n"
        "“I want no van,” Holt told an officer.\n\nThe driver then went home, the source added."
    )
    assert read(text)[-1].source.kind == "anonymous-person"


@pytest.mark.parametrize(("words", "act"), [(["insisted", "on"], "act"), (["insisted"], "said")])
def test_to_insist_on_doing_something_is_no_saying(words: list[str], act: str) -> None:
    form = ContentForm(8, "indirect", clause=False, infinitive=False, reasons=frozenset())
    assert act_of(CueReading(None, "insist", "demand", False), words, "named-person", True, form) == act


def test_a_second_role_is_no_second_person() -> None:
    text = "Makin, a doctor in Porth and the founder of Aid said it was over."
    entities = persons(text, "Makin")
    arcs = ("Makin", "said", "nsubj"), ("doctor", "Makin", "appos"), ("founder", "Makin", "conj")
    page = page_of(text, entities, hung(text, *arcs))
    assert classify_source(page, (0, text.index(" said"))) == SourceIdentity("named-person", entities[0])


def test_the_nominee_is_one_known_person() -> None:
    assert [item.source.identifiable for item in read("The Harbour Party nominee said that it was over.")] == [True]


def test_two_bodies_are_not_the_first_of_them_and_one_with_and_in_its_name_is_itself() -> None:
    for text, name in (
        ("The Porth Council and the Norvane Bank said it was over.", None),
        ("The Ministry of Roads and Rails said it was over.", "Ministry of Roads and Rails"),
    ):
        document = parse(text)
        entities = find_entities(document)
        (found,) = find_attributions(text, document=document, entities=entities)
        assert found.source.kind == "named-organization"
        assert next((e.name for e in entities if e.id == found.source.entity), None) == name


def test_one_of_several_with_a_name_is_named() -> None:
    (found,) = read("One of the family's attorneys, Justin Bamber, said it was over.")
    assert found.source.kind == "named-person"


@pytest.mark.parametrize(
    ("complement", "infinitive", "cue", "act"),
    [
        (False, False, ["called"], "act"),
        (True, False, ["called"], "said"),
        (False, True, ["called"], "said"),
        (False, False, ["called", "for"], "said"),
    ],
)
def test_to_call_a_halt_is_no_saying(complement: bool, infinitive: bool, cue: list[str], act: str) -> None:
    form = ContentForm(8, "indirect", False, infinitive, frozenset(), complement=complement)
    assert act_of(CueReading(None, "call", "neutral", False), cue, "named-person", True, form) == act


def test_somebody_joined_to_a_pronoun_is_not_the_only_speaker() -> None:
    text = "Both he and the mayor, Ana Ruiz, urged that it be over."
    entities = persons(text, "Ana Ruiz")
    arcs = ("he", "urged", "nsubj"), ("mayor", "he", "conj"), ("Ana", "mayor", "appos")
    page = page_of(text, entities, hung(text, *arcs))
    assert classify_source(page, (0, text.index(", urged"))).entity is None


def test_who_is_a_predicate_of_a_joined_verb_s_subject_is_that_subject() -> None:
    text = "Karl Berg lies and is a man who has pledged to end it."
    document = parse(text)
    entities = find_entities(document)
    arcs = ("man", "lies", "conj"), ("is", "man", "cop"), ("pledged", "man", "acl:relcl"), ("who", "pledged", "nsubj")
    page = page_of(text, entities, hung(text, ("Karl", "lies", "nsubj"), *arcs))
    start = text.index("who")
    assert identify(page, ((start, start + 3),), ()) == SourceIdentity("named-person", entities[0])
