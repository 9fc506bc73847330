"""Words that carry a fact by themselves: days, months, negation, doubt, ways of saying who said it, opposites."""

from typing import Final

from copydesk.english import calendar


def words(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(word for line in lines for word in line.split())


MONTHS: Final = {form: calendar.MONTHS[number - 1] for form, number in calendar.MONTH_NUMBERS.items()}
DAYS: Final = frozenset(calendar.WEEKDAYS)
RELATIVE: Final = words(
    "yesterday today tomorrow tonight",
)
SCALES: Final = words(
    "hundred thousand million billion trillion dozen percent",
)
NEGATION: Final = words(
    "not no never none nobody nothing nowhere neither nor cannot n't didn't don't doesn't isn't",
    "aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't mustn't ain't",
)
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
EXPECTED: Final = words(
    "expected anticipated likely believed thought understood feared presumed poised rumoured rumored",
)
"""Words of doubt where a form of be stands before them and `to` after them."""
SEEMING: Final = words(
    "appear appears appeared seem seems seemed",
)
"""Words of doubt where `to` stands after them."""
CUES: Final = words(
    "said says say saying told tells added adds announced announces claimed claims stated states reported",
    "reports confirmed confirms warned warns insisted insists noted notes explained explains argued",
    "argues remarked remarks affirmed affirms declared declares wrote writes tweeted acknowledged",
    "admitted admits alleged alleges asserted asserts commented mentioned replied revealed stressed",
    "suggested testified according proclaimed observed maintained conceded disclosed emphasized",
    "emphasised recalled recalls recounted concluded concludes predicted predicts complained quipped joked vowed",
    "contended contends opined retorted cautioned lamented boasted clarified reiterated relayed attested",
    "believe believes think thinks fear",
    "exclaimed testifies concedes discloses reveals stresses maintains acknowledges comments commented learned",
)
"""Verbs of saying, in the forms that reports use."""
NOUNS: Final = words(
    "reports claims states notes comments stresses fear report",
)
"""Verbs of saying that are oftener nouns: they count after a name or a word for who speaks."""
JOINING: Final = words(
    "when where if because while that which and",
)
"""Words that no clause such as `, an aide ruled` has."""
REPORTED: Final = words(
    "ruled estimated found showed determined answered advised pledged promised urged calculated posted denied",
    "learnt heard wrote spoke swore stated out known",
)
"""Last words of a clause that ends a sentence and says who said it, where they are no verbs of saying elsewhere."""
ORDINALS: Final = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth half quarter twice double triple once",
)
"""Numbers that are no figures; one in the place of another is another number."""
TITLES: Final = words(
    "president premier minister senator sen rep representative congressman congresswoman governor gov mayor judge",
    "justice chief general gen colonel col captain capt lieutenant sergeant professor prof dr mr mrs ms miss sir",
    "lord lady king queen prince princess pope bishop rev sheikh imam prime vice deputy former late early last next",
    "secretary chancellor ambassador director coach democrat republican",
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
SPEAKERS: Final = words(
    "police government ministry minister spokesman spokeswoman spokesperson president company court army",
    "military office department statement report study agency media newspaper lawyer lawyers doctor",
    "doctors prosecutor prosecutors judge resident residents survivor survivors analyst analysts",
    "scientist scientists researcher researchers official officials authorities source sources witness",
    "witnesses expert experts critics group union party campaign officer officers chief director governor",
    "mayor senator leader leaders member members diplomat diplomats aide aides insider insiders observer",
    "observers activists campaigners relatives family",
)
"""Who speaks, where a source has no name and the record no attributions."""
WEAK_DOUBT: Final = words(
    "appear appears appeared appearing seem seems seemed seeming seemingly believed thought",
)
"""Words that may stand in for a word of doubt, but mean other things as well."""
ASKING: Final = words(
    "if",
)
"""What may stand in for `whether`."""
UNKNOWN: Final = words(
    "somebody someone anybody anyone unnamed unknown unidentified anonymous mystery person persons people man men",
    "woman women who whoever others",
)
"""What may stand in for `someone`, `unidentified`."""
RENAMED: Final = frozenset(
    frozenset(pair.split("-"))
    for pair in words(
        "kyiv-kiev kharkiv-kharkov lviv-lvov mykolaiv-nikolaev zaporizhzhia-zaporozhye chornobyl-chernobyl",
        "beijing-peking mumbai-bombay kolkata-calcutta chennai-madras myanmar-burma yangon-rangoon",
        "türkiye-turkey czechia-czech eswatini-swaziland guangzhou-canton belarus-byelorussia donbas-donbass",
        "koran-quran gaddafi-qaddafi gadhafi-gaddafi hezbollah-hizbullah daesh-isis isil-isis",
    )
)
"""Names of one place, person or body that house styles choose between."""
BEFORE_NOUN: Final = words(
    "a an the one two three four five some several many most few both his her their its our",
)
PRONOUNS: Final = words(
    "he she they it we i who you",
)
NAMELESS: Final = words(
    "source sources insider insiders official officials people person witness witnesses observer",
    "observers some many anonymous authorities experts critics somebody someone reports",
)
HAVING: Final = words(
    "has have had is are was were be been there contain contains possess possesses",
)
AUXILIARIES: Final = words(
    "do does did is are was were be been has have had will would shall should can could may might must",
)
ENDINGS: Final = ("n", "an", "ian", "ese", "ish", "i", "s", "'s", "ns", "ans", "ians", "is", "ic")
"""What a nationality adds to a country's name, and a plural or genitive to any."""
