"""Types of a record: what its readers find in the text. Nothing is found without the span of the words that tell it."""

from typing import Literal, TypeAlias

import msgspec

from copydesk.records.page_types import Span

EntityType: TypeAlias = Literal["PERSON", "ORG", "PLACE", "NORP", "EVENT", "WORK", "PRODUCT"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
QuantityKind: TypeAlias = Literal[
    "count",
    "money",
    "share",
    "people-killed",
    "people-injured",
    "people-missing",
    "people-detained",
    "people-displaced",
    "votes",
    "length",
    "weight",
    "temperature",
    "age",
    "other",
]
Bound: TypeAlias = Literal["min", "max", "approx"]
SourceKind: TypeAlias = Literal[
    "named-person", "named-organization", "anonymous-person", "anonymous-group", "document", "media", "own", "none"
]
Act: TypeAlias = Literal["said", "thought", "document", "act"]
Stance: TypeAlias = Literal["neutral", "assert", "deny", "doubt", "promise", "demand", "predict"]
Speech: TypeAlias = Literal["direct", "indirect", "mixed"]
Status: TypeAlias = Literal["happened", "ongoing", "scheduled", "expected", "possible", "denied", "habitual"]
EventKind: TypeAlias = Literal[
    "politics",
    "conflict",
    "protest",
    "accident",
    "disaster",
    "crime",
    "court",
    "business",
    "health",
    "sport",
    "science",
    "culture",
    "weather",
    "other",
]
DefectKind: TypeAlias = Literal[
    "truncated-sentence",
    "stray-fragment",
    "mixed-spelling",
    "first-person-leak",
    "repeated-text",
    "encoding",
    "name-mismatch",
    "garbled-wording",
]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the gazetteer: ISO 3166-1 alpha-2 country, ISO 3166-2 division, degrees, GeoNames id."""

    name: str
    country: str | None = None
    division: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organization, place or other named thing, with all its mentions on the page.

    `mentions` are whole names; `nested` is where the name stands inside another ("Manchester" in "Manchester United");
    `descriptions` are the words that stand for a person without the name ("NATO's secretary general"), where the page
    says who that is; `metonym` is true of a place that stands for a government or body that acts.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Span, ...]
    nested: tuple[Span, ...] = ()
    descriptions: tuple[Span, ...] = ()
    role: str | None = None
    variants: tuple[str, ...] = ()
    place: Place | None = None
    metonym: bool = False


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression as TIMEX3 (ISO-TimeML): value and mod as that standard writes them."""

    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it counts: `31 countries` is value 31 of countries.

    `high` is the upper end of a range; `unit` a currency (ISO 4217) or a unit; `bound` is min ("at least"), max
    or approx.
    """

    span: Span
    value: float
    high: float | None = None
    unit: str | None = None
    of: str | None = None
    kind: QuantityKind = "count"
    bound: Bound | None = None


class Anonymity(msgspec.Struct, frozen=True, kw_only=True):
    """The words that give the reason for withholding a source's name."""

    span: Span


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have said it: the words, the entity behind them, the kind, and the reason for anonymity.

    `identifiable` is true of an unnamed source whose description fits one known holder of an office.
    """

    kind: SourceKind
    spans: tuple[Span, ...] = ()
    entity: str | None = None
    identifiable: bool = False
    anonymity: Anonymity | None = None


class Addressee(msgspec.Struct, frozen=True, kw_only=True):
    """To whom it was said ("told Reuters"): the words and the entity behind them."""

    spans: tuple[Span, ...]
    entity: str | None = None


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """Through whom the page has it ("Xinhua reported, citing …"): the words, the entity behind them, and its kind."""

    spans: tuple[Span, ...]
    entity: str | None = None
    kind: SourceKind = "media"


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The words that attribute (said, according to), their head's lemma, the stance, and whether the act is negated."""

    spans: tuple[Span, ...] = ()
    lemma: str | None = None
    stance: Stance = "neutral"
    negated: bool = False


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is said, and whether in quotation marks."""

    spans: tuple[Span, ...]
    speech: Speech


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A statement put to a source: source, cue, content; to whom and through whom; what kind of act.

    `inside` is the id of the attribution in whose content this one stands.
    """

    id: str
    source: Source
    cue: Cue
    content: Content
    act: Act = "said"
    inside: str | None = None
    told: Addressee | None = None
    via: tuple[Relay, ...] = ()


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """A word that names an event, and its lemma."""

    span: Span
    lemma: str


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes part in an event: the words, the entity behind them, country (ISO 3166-1) and PLOVER sector."""

    spans: tuple[Span, ...]
    entity: str | None = None
    country: str | None = None
    sector: str | None = None


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event happened: the words, the entity behind them, and what tells it."""

    spans: tuple[Span, ...]
    entity: str | None = None
    from_: Literal["said", "dateline", "actor"] = msgspec.field(name="from", default="said")


class EventTime(msgspec.Struct, frozen=True, kw_only=True):
    """When an event is said to happen: a TIMEX3 value, the words that give it, what tells it, and how new it is."""

    value: str | None = None
    span: Span | None = None
    from_: Literal["said", "tense", "dateline"] = msgspec.field(name="from", default="said")
    relative: Literal["news", "background", "future"] | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have done what to whom, when, where, how surely and on whose word.

    One event has one or more `mentions` on the page. `type`, `mode`, `contexts` are PLOVER's, `code` is CAMEO's;
    `frame` is PropBank's; `status` is None where the page does not tell; `attribution` is the id of the attribution in
    whose content it stands, `denied_by` are ids of those that deny it.
    """

    id: str
    mentions: tuple[Predicate, ...]
    frame: str | None = None
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    code: str | None = None
    kind: EventKind | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    dead: float | None = None
    injured: float | None = None
    place: EventPlace | None = None
    time: EventTime | None = None
    status: Status | None = None
    status_from: tuple[Span, ...] = ()
    salient: bool = False
    attribution: str | None = None
    denied_by: tuple[str, ...] = ()

    @property
    def predicate(self) -> Predicate:
        """The first mention."""
        return self.mentions[0]

    @property
    def notable(self) -> bool:
        """Whether it is worth a line: a news desk would log it, or somebody did something of a known PLOVER type."""
        return self.salient or (self.type is not None and bool(self.actors) and self.status in ("happened", "ongoing"))


class Defect(msgspec.Struct, frozen=True, kw_only=True):
    """Something on the page that looks broken, with what and why (docs/defects.md has an entry for each kind)."""

    kind: DefectKind
    span: Span
    note: str
