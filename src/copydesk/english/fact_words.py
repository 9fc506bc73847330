"""Words that carry a fact by themselves: days, months, negation, doubt, ways of saying who said it, opposites."""

from typing import Final

from copydesk.english import calendar, titles
from copydesk.english.function_words import (
    ARTICLES,
    BE,
    CONTRACTED_NEGATIONS,
    DEMONSTRATIVES,
    HAVE,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)
from copydesk.english.lists import among

MONTHS: Final = {form: calendar.MONTHS[number - 1] for form, number in calendar.MONTH_NUMBERS.items()}
DAYS: Final = frozenset(calendar.WEEKDAYS)
RELATIVE: Final = among(
    "yesterday today tomorrow tonight",
)
SCALES: Final = among(
    "hundred thousand million billion trillion dozen percent",
)
NEGATION: Final = (NEGATIONS - {"without"}) | CONTRACTED_NEGATIONS | {"nothing", "nowhere", "cannot"}
DOUBT: Final = {
    word: group
    for group, words in {
        "hearsay": "reportedly allegedly alleged purportedly supposedly suspected apparent apparently",
        "chance": "possibly perhaps maybe likely probably presumably potentially unlikely",
        "modal": "may might could",
        "open": "whether",
        "unknown": "someone somebody unknown unidentified",
    }.items()
    for word in words.split()
}
EXPECTED: Final = among(
    "expected anticipated likely believed thought understood feared presumed poised rumoured rumored",
)
"""Words of doubt where a form of be stands before them and `to` after them."""
SEEMING: Final = among(
    "appear appears appeared seem seems seemed",
)
"""Words of doubt where `to` stands after them."""
JOINING: Final = among(
    "when where if because while that which and",
)
"""Words that no clause such as `, an aide ruled` has."""
ORDINALS: Final = among(
    "first second third fourth fifth sixth seventh eighth ninth tenth half quarter twice double triple once",
)
"""Numbers that are no figures; one in the place of another is another number."""
TITLES: Final = (titles.TITLES - among("archbishop ayatollah dame father lt madam major reverend sgt sister")) | among(
    "chief coach congressman congresswoman democrat deputy director early last late next representative republican"
)
"""Words that stand before a name and are none."""
PERSONAL: Final = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ers",
    "ors",
    "ours",
    "ists",
    "ians",
    "ants",
    "man",
    "men",
    "mat",
    "mats",
)
"""Endings of words for people who do something."""
SPEAKERS: Final = among(
    "police government ministry minister spokesman spokeswoman spokesperson president company court army",
    "military office department statement report study agency media newspaper lawyer lawyers doctor",
    "doctors prosecutor prosecutors judge resident residents survivor survivors analyst analysts",
    "scientist scientists researcher researchers official officials authorities source sources witness",
    "witnesses expert experts critics group union party campaign officer officers chief director governor",
    "mayor senator leader leaders member members diplomat diplomats aide aides insider insiders observer",
    "observers activists campaigners relatives family",
)
"""Who speaks, where a source has no name and the record no attributions."""
WEAK_DOUBT: Final = among(
    "appear appears appeared appearing seem seems seemed seeming seemingly believed thought",
)
"""Words that may stand in for a word of doubt, but mean other things as well."""
ASKING: Final = among(
    "if",
)
"""What may stand in for `whether`."""
UNKNOWN: Final = among(
    "somebody someone anybody anyone unnamed unknown unidentified anonymous mystery person persons people man men",
    "woman women who whoever others",
)
"""What may stand in for `someone`, `unidentified`."""
RENAMED: Final = frozenset(
    frozenset(pair.split("-"))
    for pair in among(
        "kyiv-kiev kharkiv-kharkov lviv-lvov mykolaiv-nikolaev zaporizhzhia-zaporozhye chornobyl-chernobyl",
        "beijing-peking mumbai-bombay kolkata-calcutta chennai-madras myanmar-burma yangon-rangoon",
        "türkiye-turkey czechia-czech eswatini-swaziland guangzhou-canton belarus-byelorussia donbas-donbass",
        "koran-quran gaddafi-qaddafi gadhafi-gaddafi hezbollah-hizbullah daesh-isis isil-isis",
    )
)
"""Names of one place, person or body that house styles choose between."""
BEFORE_NOUN: Final = (
    ARTICLES | (POSSESSIVES - {"my", "your"}) | among("one two three four five some several many most few both")
)
PRONOUNS: Final = SUBJECTS | {"who"}
NAMELESS: Final = among(
    "source sources insider insiders official officials people person witness witnesses observer",
    "observers some many anonymous authorities experts critics somebody someone reports",
)
PERCEIVED: Final = among(
    "see seen hear heard feel felt smell smelled smelt",
)
"""Verbs of perceiving: what could be seen is no doubt."""
DEPUTIES: Final = among(
    "deputy vice former acting assistant interim ex",
)
"""Words before an office by which its holder is another than the office's."""
FORMERLY: Final = among(
    "formerly previously once then retired onetime late ex-",
)
"""Words that say the same elsewhere in a sentence."""
BARE_SOURCES: Final = among(
    "source sources insider insiders people some many anonymous unnamed reports",
)
"""Words for unnamed sources that do not tell what they are."""
HAVING: Final = HAVE | BE | among("there contain contains possess possesses")
ENDINGS: Final = ("n", "an", "ian", "ese", "ish", "i", "s", "'s", "ns", "ans", "ians", "is", "ic")
"""What a nationality adds to a country's name, and a plural or genitive to any."""

ADJECTIVE_ENDINGS: Final = (
    "ing",
    "ed",
    "ly",
    "al",
    "ous",
    "ful",
    "ive",
    "ern",
    "ary",
    "ian",
    "can",
    "ish",
    "ese",
    "ic",
)
"""Endings of words that may open a sentence before a name and are none."""

NO_NAMES: Final = (
    SUBJECTS
    | ARTICLES
    | DEMONSTRATIVES
    | (PREPOSITIONS - {"with"})
    | (POSSESSIVES - {"my", "your"})
    | among(
        "mr mrs ms dr sir and but if as there when while after before since although though however what who how why"
    )
)
"""Words that stand capitalised at the opening of a sentence and are no names."""
TONE_HEDGES: Final = among("may perhaps some many probably often very great most")
"""Words by whose share a text weighs and judges."""
TONE_PERSONAL: Final = among("i you my your we our it's i'm don't can't isn't doesn't didn't")
"""Words by whose share a text speaks to its readers."""
TONE_REPORTING: Final = among("said says told reporters spokesman spokeswoman officials") | DAYS
"""Words by whose share a text reports."""
ANY_SOURCE: Final = among(
    "official officials source sources spokesman spokeswoman spokesperson person people man woman statement local",
    "senior reporter reporters journalist two three several unnamed he she they it chief head",
)
"""Words that stand for a source without telling it from others."""
