"""Who stands behind a claim, at the edges of what makes an origin, on records whose findings are given."""

import pytest

from copydesk.claims.descent import Descent
from copydesk.claims.likeness import Stems
from copydesk.claims.origins import behind, names_itself
from copydesk.claims.outlet_initials import outlets_by_initials, with_outlets
from copydesk.claims.statements import statements
from copydesk.records import Addressee, Author, Dateline, Entity, Quantity, Relay

from .given import at, page, said


def chain(*ids, newsrooms=None, families=None, credited=()):
    return Descent(
        order=ids, parents={}, families=families or {id_: id_ for id_ in ids},
        newsrooms=newsrooms or {id_: f"{id_.title()} Post" for id_ in ids}, credited=frozenset(credited),
    )  # fmt: skip


def stand(*records, carried=None, descent=None):
    """Return who stands behind the first statement of each record."""
    pages = {record.id: statements(record) for record in records}
    return behind(
        [rows[0] for rows in pages.values()], {record.id: record for record in records},
        descent or chain(*pages), pages, carried or {}, Stems([one for rows in pages.values() for one in rows]),
    )  # fmt: skip


def speaking(id_, source, statement="Boats left Karlo early", *, kind="named-person", role=None, name=None, **more):
    """Return a page on which somebody says something; `name`: of its entity, a person unless `type` says otherwise."""
    text = f"{statement}, {source} said."
    entities = ()
    if name:
        entities = (Entity(id="e1", type=more.pop("type", "PERSON"), name=name, mentions=(), role=role),)
    fields = {key: more.pop(key) for key in ("authors", "dateline", "agency") if key in more}
    attribution = said(text, source, statement, kind=kind, entity="e1" if name else None, **more)
    return page(text, id_, attributions=(attribution,), entities=entities, **fields)


def names(found):
    return [origin.name for origin in found.origins]


def test_two_pages_that_heard_one_person_have_one_origin():
    found = stand(speaking("a", "Ada Moss", name="Ada Moss"), speaking("b", "mayor Ada Moss", name="Ada Moss"))
    assert names(found) == ["mayor Ada Moss"]
    assert found.heard_by == ("A Post", "B Post")


@pytest.mark.parametrize(
    ("statement", "count"), [("Boats left Karlo early", 2), ("Boats left Karlo for pies", 2), ("Rain fell on piers", 1)]
)
def test_another_origin_counts_where_it_says_the_same(statement, count):
    found = stand(speaking("a", "Ada Moss", name="Ada Moss"), speaking("b", "Per Lund", statement, name="Per Lund"))
    assert len(found.origins) == count


@pytest.mark.parametrize(
    ("source", "kind"),
    [("officials", "anonymous-group"), ("The company", "named-organization"), ("A statement", "document")],
)
def test_whom_nothing_tells_from_others_is_no_second_origin(source, kind):
    found = stand(speaking("a", "Ada Moss", name="Ada Moss"), speaking("b", source, kind=kind))
    assert names(found) == ["Ada Moss"]
    assert found.heard_by == ("A Post", "B Post")


@pytest.mark.parametrize("source", ["the US company", "the U.S. company"])
def test_a_country_in_short_tells_no_company_from_others(source):
    assert (
        len(stand(speaking("a", "Ada Moss", name="Ada Moss"), speaking("b", source, kind="named-organization")).origins)
        == 1
    )
    other = speaking("b", source.replace("US", "Karlo").replace("U.S.", "Karlo"), kind="named-organization")
    assert len(stand(speaking("a", "Ada Moss", name="Ada Moss"), other).origins) == 2


def test_a_person_and_a_body_of_one_familys_pages_are_one_origin():
    person, body = (
        speaking("a", "Ada Moss", name="Ada Moss"),
        speaking("b", "Coast Board", kind="named-organization", name="Coast Board", type="ORG"),
    )
    assert len(stand(person, body).origins) == 2
    assert len(stand(person, body, descent=chain("a", "b", families={"a": "f", "b": "f"})).origins) == 1
    other = speaking("b", "Per Lund", name="Per Lund")
    assert len(stand(person, other, descent=chain("a", "b", families={"a": "f", "b": "f"})).origins) == 2


def test_a_country_is_no_origin_beside_a_body():
    country = speaking("b", "Karlo", "Boats left early", kind="named-organization", name="Karlo", type="PLACE")
    body = speaking("a", "Coast Board", "Boats left early", kind="named-organization", name="Coast Board", type="ORG")
    assert names(stand(body, country)) == ["Coast Board"]
    assert names(stand(country)) == ["Karlo"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Ada Lund", "Ada Lunt", 2), ("Ada Lunde", "Ada Lunte", 1), ("Ada Lunden", "Ada Lunten", 1),
        ("Ada Lunde", "Lunte", 1), ("Ada Lunde", "Per Lunte", 2), ("Ada Lunde", "Ada Luntz", 2),
    ],
)  # fmt: skip
def test_a_family_name_one_letter_off_makes_no_second_origin(one, other, count):
    assert len(stand(speaking("a", one, name=one), speaking("b", other, name=other)).origins) == count


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("French media", ()), ("Chinese state media", ()), ("Local papers", ()), ("North Media", ("North Media",)),
        ("Karlo media", ("Karlo media",)), ("Associated Press", ("Associated Press (AP)",)),
    ],
)  # fmt: skip
def test_media_at_large_have_heard_nothing(words, names):
    text = f"Boats left Karlo early, Ada Moss told {words}."
    attribution = said(text, "Ada Moss", "Boats left Karlo early", via=(Relay(spans=(at(text, words),)),))
    found = stand(page(text, "a", attributions=(attribution,)))
    assert (found.heard_by, found.relayed_by) == (names, ("A Post",))


@pytest.mark.parametrize(
    ("newsroom", "relayed", "heard"), [("Karlo Post", (), ("Karlo Post",)), ("A Post", ("A Post",), ("Karlo Post",))]
)
def test_a_page_that_names_its_own_newsroom_relays_nobody(newsroom, relayed, heard):
    text = "Boats left early, Ada Moss said, the Karlo Post reported."
    via = (Relay(spans=(at(text, "Karlo Post"),)),)
    record = page(text, "a", attributions=(said(text, "Ada Moss", "Boats left early", via=via),))
    descent = chain("a", newsrooms={"a": newsroom})
    found = stand(record, descent=descent)
    assert (found.relayed_by, found.heard_by) == (relayed, heard)
    assert names_itself(record.attributions[0], record, descent) is (not relayed)


@pytest.mark.parametrize(
    ("outlet", "called", "kind"),
    [
        ("Coast Bay News", "CBN", "media"),
        ("Coast News", "CN", "named-organization"),
        ("Coast Bay News", "CBS", "named-organization"),
    ],
)
def test_an_outlet_by_its_initials_is_no_origin(outlet, called, kind):
    long = speaking("a", outlet, kind="media")
    short = speaking("b", called, kind="named-organization")
    outlets = outlets_by_initials([long, short])
    assert with_outlets(short, outlets).attributions[0].source.kind == kind


def test_initials_of_two_outlets_are_nobodys():
    pages = [speaking("a", "Coast Bay News", kind="media"), speaking("b", "City Book Nook", kind="media")]
    assert outlets_by_initials(pages) == {}


def test_people_of_one_family_name_are_two_origins():
    assert (
        len(stand(speaking("a", "Ada Moss", name="Ada Moss"), speaking("b", "Per Moss", name="Per Moss")).origins) == 2
    )


def test_a_family_name_alone_does_not_make_two_people_one():
    pages = [speaking(id_, name, name=name) for id_, name in (("a", "Ada Moss"), ("b", "Per Moss"), ("c", "Moss"))]
    assert len(stand(*pages).origins) == 2


@pytest.mark.parametrize(
    ("source", "name", "role", "told_as"),
    [
        ("Moss", "Ada Moss", "mayor", "mayor Ada Moss"), ("Moss", "Ada Moss", None, "Ada Moss"),
        ("Moss", "Ada Moss", "aged 47", "Ada Moss"), ("Moss", "Mayor Ada Moss", "mayor", "Mayor Ada Moss"),
        ("Moss", "Ada Moss", "R-Ohio", "Ada Moss"), ("Moss", "Ada Moss", "X-ray aide", "X-ray aide Ada Moss"),
        ("Moss", "Ada Moss", "Reuters", "Ada Moss"), ("old Ada Moss", "Ada Moss", None, "old Ada Moss"),
        ("Ada Moss, who had left early", "Ada Moss", None, "Ada Moss"),
        ("old Ada Moss " + "x" * 46, "Ada Moss", None, "old Ada Moss " + "x" * 46),  # 59 characters
        ("old Ada Moss " + "x" * 47, "Ada Moss", None, "Ada Moss"),
    ],
)  # fmt: skip
def test_what_an_origin_is_called(source, name, role, told_as):
    assert names(stand(speaking("a", source, name=name, role=role))) == [told_as]


@pytest.mark.parametrize(
    ("kind", "act", "first_hand", "name"),
    [
        ("named-person", "said", "said", "Ada Moss"),
        ("document", "said", "document", "Ada Moss"),
        ("named-person", "document", "document", "Ada Moss"),
        ("own", "said", "saw", "A Post (Ada Moss)"),
        ("own", "document", "saw", "A Post (Ada Moss)"),
    ],
)
def test_how_an_origin_has_it(kind, act, first_hand, name):
    (origin,) = stand(speaking("a", "Ada Moss", kind=kind, act=act)).origins
    assert (origin.first_hand, origin.name) == (first_hand, name)


@pytest.mark.parametrize(
    ("source", "kind"), [("she", "named-person"), ("which", "document"), ("somebody", "none"), ("the paper", "media")]
)
def test_a_pronoun_a_paper_or_nobody_is_no_origin(source, kind):
    assert stand(speaking("a", source, kind=kind)).origins == ()


def test_the_best_described_of_an_origins_names_is_told():
    pages = [
        speaking("a", "Moss", name="Ada Moss"),
        speaking("b", "a longer-named official of the coast", kind="anonymous-person"),
    ]  # fmt: skip
    assert names(stand(*pages)) == ["Ada Moss"]
    crowds = [
        speaking(id_, source, kind="anonymous-group")
        for id_, source in (("a", "12 officials of the coast"), ("b", "officials"))
    ]
    assert names(stand(*crowds)) == ["officials"]  # no crowd by its number
    crowds = [
        speaking(id_, source, kind="anonymous-group")
        for id_, source in (("a", "officials"), ("b", "officials"), ("c", "officials of the coast"))
    ]
    assert names(stand(*crowds)) == ["officials"]  # as most pages call them


# Who heard it, who relays it.


@pytest.mark.parametrize(
    ("newsroom", "more", "heard"),
    [
        ("Karlo Post", {}, ("Karlo Post",)),
        ("karlo.example", {}, ()),  # an address alone may have it from anywhere
        ("karlo.example", {"authors": (Author(name="Ann Holm"),)}, ("karlo.example",)),
        ("karlo.example", {"dateline": Dateline(place="Karlo")}, ("karlo.example",)),
    ],
)
def test_a_newsroom_that_has_a_name_or_reports_heard_it(newsroom, more, heard):
    found = stand(speaking("a", "Ada Moss", **more), descent=chain("a", newsrooms={"a": newsroom}))
    assert found.heard_by == heard
    credited = stand(speaking("a", "Ada Moss"), descent=chain("a", newsrooms={"a": newsroom}, credited=("a",)))
    assert credited.heard_by == (newsroom,)


@pytest.mark.parametrize(
    ("words", "heard"), [("reporters", ("karlo.example",)), ("Reuters", ("Reuters",)), ("Per Lund", ())]
)
def test_to_whom_it_was_told(words, heard):
    text = f"Boats left Karlo early, Ada Moss told {words}."
    attribution = said(text, "Ada Moss", "Boats left Karlo early", told=Addressee(spans=(at(text, words),)))
    record = page(text, "a", attributions=(attribution,))
    assert stand(record, descent=chain("a", newsrooms={"a": "karlo.example"})).heard_by == heard


def test_a_page_that_carries_another_heard_nothing():
    record = speaking("a", "Ada Moss", name="Ada Moss")
    assert stand(record, carried={"a": "b"}).heard_by == ()


@pytest.mark.parametrize(
    ("via", "heard", "relayed"),
    [("Reuters", ("Reuters",), ("A Post",)), ("the network", ("A Post",), ())],
)
def test_a_newsroom_through_which_a_page_has_it_heard_it(via, heard, relayed):
    text = f"Boats left Karlo early, Ada Moss said, {via} reported."
    attribution = said(text, "Ada Moss", "Boats left Karlo early", via=(Relay(spans=(at(text, via),)),))
    found = stand(page(text, "a", attributions=(attribution,)))
    assert (found.heard_by, found.relayed_by) == (heard, relayed)


def test_a_paper_as_the_source_is_relayed():
    found = stand(speaking("a", "Reuters", kind="media"))
    assert (found.heard_by, found.relayed_by, found.origins) == (
        ("Reuters",),
        ("A Post",),
        (),
    )


# Claims without a source.


def test_a_claim_that_no_page_puts_to_anybody_is_its_first_newsrooms_own_word():
    one, other = page("Boats left Karlo early.", "a"), page("Boats left Karlo early.", "b")
    found = stand(one, other)
    assert [(o.name, o.kind, o.first_hand, o.page) for o in found.origins] == [("A Post", "own", "own-word", "a")]
    assert found.heard_by == ("A Post",)
    assert names(stand(one, other, carried={"a": "b"})) == ["B Post"]
    assert stand(one, carried={"a": "b"}).origins == ()
    assert stand(one, descent=chain("a", newsrooms={"a": ""})).origins == ()
    assert names(stand(one, speaking("b", "Ada Moss"))) == ["Ada Moss"]


# Tolls that a lead puts to nobody.


@pytest.mark.parametrize(
    ("kind", "role", "value", "named"),
    [
        ("named-person", "mayor", 4.0, True),
        ("named-person", None, 4.0, False),  # no office
        ("named-person", "mayor", 5.0, False),
        ("anonymous-person", "mayor", 4.0, False),
    ],
)
@pytest.mark.parametrize("lead", ["", "Officials said that "])
def test_who_gave_a_toll_further_down_is_behind_a_lead_that_names_nobody(kind, role, value, named, lead):
    text = f"{lead}four divers were killed. Four divers of the coast were killed, Ada Moss said."
    attributions = [said(text, "Ada Moss", "Four divers of the coast were killed", kind=kind, entity="e1")]
    if lead:
        attributions.insert(0, said(text, "Officials", "four divers were killed", kind="anonymous-group", id_="a2"))
    quantities = (
        Quantity(span=at(text, "four divers"), value=4.0, kind="people-killed"),
        Quantity(span=at(text, "Four divers"), value=value, kind="people-killed"),
    )
    entities = (Entity(id="e1", type="PERSON", name="Ada Moss", mentions=(), role=role),)
    found = stand(page(text, "a", attributions=tuple(attributions), quantities=quantities, entities=entities))
    assert ("mayor Ada Moss" in names(found)) is named
