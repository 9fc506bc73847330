"""The English of quantities: number words, currencies, units, bounds, and what tells the kind of a count."""

import re
from typing import Final, Literal, TypeAlias

from copydesk.english.function_words import BE, CONJUNCTIONS, HAVE, PREPOSITIONS
from copydesk.english.lists import among
from copydesk.english.numbers import CARDINALS, TENS
from copydesk.records import QuantityKind

Bound: TypeAlias = Literal["min", "max", "approx"]

NUMBER_WORDS = {word: float(number) for word, number in (CARDINALS | TENS).items() if number}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10}
FRACTIONS |= {f"{word}s": value for word, value in FRACTIONS.items() if word != "half"}

_UNITS: dict[QuantityKind, dict[str, str]] = {
    "share": {
        "%": "% percent pc pct",
        "pp": "pp",
    },
    "length": {
        "km": "km kms kilometer kilometers kilometre kilometres",
        "m": "m metre metres meter meters",
        "cm": "cm cms centimeter centimeters centimetre centimetres",
        "mm": "mm millimeter millimeters millimetre millimetres",
        "mi": "mile miles",
        "ft": "ft foot feet",
        "in": "inch inches",
        "yd": "yard yards yd yds",
        "nmi": "nmi",
    },
    "weight": {
        "kg": "kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos",
        "g": "gram grams gramme grammes",
        "mg": "mg milligram milligrams",
        "t": "ton tons tonne tonnes",
        "lb": "lb lbs",
        "oz": "oz ounce ounces",
    },
    "temperature": {
        "°C": "°c ºc celsius centigrade",
        "°F": "°f ºf fahrenheit",
    },
    "other": {
        "ha": "ha hectare hectares",
        "acre": "acre acres",
        "km²": "km² km2 sqkm",
        "m²": "m² m2",
        "mi²": "mi²",
        "bbl": "barrel barrels bpd",
        "L": "liter liters litre litres",
        "mL": "ml milliliter milliliters millilitre millilitres",
        "gal": "gallon gallons",
        "W": "watt watts",
        "kW": "kw kilowatt kilowatts",
        "MW": "mw megawatt megawatts",
        "GW": "gw gigawatt gigawatts",
        "kWh": "kwh kilowatt-hour kilowatt-hours",
        "MWh": "mwh megawatt-hour megawatt-hours",
        "V": "volt volts",
        "mph": "mph",
        "km/h": "km/h kph kmh kmph",
        "kn": "knot knots",
        "kt": "kiloton kilotons",
        "Mt": "megaton megatons",
        "kB": "kb kilobyte kilobytes",
        "MB": "mb megabyte megabytes",
        "GB": "gb gigabyte gigabytes",
        "TB": "tb terabyte terabytes",
        "bps": "bps",
        "°": "degree degrees °",
    },
}
UNITS: dict[str, tuple[str, QuantityKind]] = {
    word: (unit, kind) for kind, units in _UNITS.items() for unit, words in units.items() for word in words.split()
}
ONLY_ATTACHED = among("m g v ha w")
"""Units that are taken for one only next to digits."""

ONLY_WITH_DIGITS = among("in ft pc pct mb gb kb tb mw gw kw")
"""Units that are taken for one only behind digits."""

BOUNDS: dict[str, Bound] = {
    "at least": "min",
    "a minimum of": "min",
    "more than": "min",
    "greater than": "min",
    "higher than": "min",
    "no fewer than": "min",
    "no less than": "min",
    "not less than": "min",
    "upwards of": "min",
    "upward of": "min",
    "in excess of": "min",
    "well over": "min",
    "just over": "min",
    "over": "min",
    "above": "min",
    "exceed": "min",
    "exceeds": "min",
    "exceeded": "min",
    "exceeding": "min",
    "topped": "min",
    "topping": "min",
    "surpassed": "min",
    "surpassing": "min",
    "at most": "max",
    "a maximum of": "max",
    "up to": "max",
    "as many as": "max",
    "as much as": "max",
    "no more than": "max",
    "not more than": "max",
    "fewer than": "max",
    "less than": "max",
    "lower than": "max",
    "just under": "max",
    "under": "max",
    "below": "max",
    "just shy of": "approx",
    "nearly": "approx",
    "nearing": "approx",
    "almost": "approx",
    "close to": "approx",
    "about": "approx",
    "around": "approx",
    "roughly": "approx",
    "approximately": "approx",
    "some": "approx",
    "an estimated": "approx",
    "estimated at": "approx",
    "circa": "approx",
    "~": "approx",
}
BETWEEN = "an additional|an average of|a combined|a further|a record|a total of|another|a|the"
"""Words that may stand between a bound and its number."""
BOUNDS_AFTER: dict[str, Bound] = {
    "or more": "min",
    "or higher": "min",
    "or greater": "min",
    "or above": "min",
    "and above": "min",
    "and more": "min",
    "or less": "max",
    "or fewer": "max",
    "or below": "max",
    "or so": "approx",
}

KILL = among(
    "kill kills killed killing die dies died dying dead perish perished perishing drown drowned drowning murder "
    "murdered murdering slay slain slaying massacred massacring executed executing assassinated assassinating "
    "slaughtered beheaded deceased fatalities fatality death deaths lynched electrocuted asphyxiated martyred"
)
INJURE = among(
    "injure injures injured injuring injury injuries wound wounds wounded wounding hurt hurting maimed maiming "
    "hospitalized hospitalised"
)
MISSING = among("missing unaccounted disappeared untraced")
DETAIN = among(
    "arrest arrests arrested arresting detain detains detained detaining jailed jailing imprisoned imprisoning "
    "incarcerated incarcerating custody detentions apprehended apprehending"
)
DISPLACE = among(
    "displace displaced displaces displacing evacuate evacuated evacuating evacuees flee fled fleeing homeless "
    "uprooted uprooting"
)
VOTES = among("vote votes ballot ballots")
KINDS_OF_WORDS: tuple[tuple[QuantityKind, frozenset[str]], ...] = (
    ("people-killed", KILL),
    ("people-injured", INJURE),
    ("people-missing", MISSING),
    ("people-detained", DETAIN),
    ("people-displaced", DISPLACE),
)
PEOPLE = among(
    "people persons person men man women woman children child boys boy girls girl kids babies baby infants adults "
    "civilians civilian troops troop soldiers soldier policemen policeman police officers officer cops firefighters "
    "others other more victims victim passengers passenger students student pupils pupil residents resident villagers "
    "protesters protester demonstrators workers worker employees employee staff miners journalists journalist migrants "
    "migrant militants militant insurgents insurgent rebels rebel fighters fighter terrorists gunmen hostages hostage "
    "patients patient guests members crew crewmen sailors sailor fishermen tourists tourist citizens citizen nationals "
    "servicemen personnel suspects suspect attackers attacker pilgrims pilgrim worshippers worshipper teachers teacher "
    "doctors nurses medics activists activist prisoners inmates individuals individual bystanders pedestrians drivers "
    "driver motorists brothers sisters sons daughters relatives family refugees teenagers teenager youths youth lives "
    "life dead wounded fans supporters staffers guards guard commandos marines climbers swimmers farmers labourers "
    "occupants occupant laborers lawyers colleagues colleague friends friend neighbours neighbors peacekeepers "
    "combatants clerics priests "
    "nuns students hikers skiers cyclists pensioners mourners campers recruits cadets reservists "
    "detainees locals foreigners immigrants athletes players officials commuters shoppers survivors"
)
"""Nouns for people, which alone are killed, injured, missing, detained or displaced in the sense of `kind`."""
PLURALS = among("people men women children police troops personnel cattle staff crew sheep fish aircraft deer")
TIME_NOUNS = among(
    "year years month months week weeks day days hour hours minute minutes second seconds decade decades century "
    "centuries night nights weekend weekends fortnight o'clock am pm a.m. p.m. yr yrs hr hrs min mins season seasons "
    "milliseconds nanoseconds"
)
NUMBERED = among(
    "no no. nos number numbers page pages pp chapter section article articles room route highway interstate channel "
    "flight gate phase level levels category grade division group round stage week day year version apartment unit "
    "line bus resolution top paragraph rule schedule platform pier block ward district precinct zone sector area tier "
    "class form episode season part volume vol act scene step table figure fig item items seed ranked aged track "
    "runway battalion brigade regiment squadron formula world covid studio bbc tv cnn fortune s&p ftse dow nikkei"
)
"""Words after which a number is a name, not a quantity."""
EMERGENCY = among("911 999 112 101 111 000 311 411")
CALLS = among("call calls caller callers operator operators dispatcher dispatchers dispatch emergency system tape")
ONE_OF_NO_COUNT = among(
    "day thing things time way hand side point reason area step example another more moment who that which whose on in "
    "at to of by for with and or as is was can could may might must should would will has had does did never cannot"
)
"""Words after "one" with which it counts nothing."""
LEADING = among("more other others additional further extra different new such of the a an its their his her")
"""Words after a number that are not part of what it counts."""
HYPHENATED = among("member members strong seat seats person page pages bed")
"""Nouns that a number counts from before a hyphen: "a 31-member alliance"."""

BELOW: Final = frozenset({"almost", "nearly", "just under", "close to", "approaching"})
"""What `approx` says that a number lies below."""

PAYS: Final = re.compile(
    r"(?i)\b(?:cost|costs|costing|pay|pays|paid|paying|fine|fined|worth|sell|sold|raise|raised|spend|spent|earn|earned|"
    r"price|priced|debt|debts|budget|bill|steal|stole|stolen|owe|owed|invest|invested|fund|funding|grant|loan|profit)\b"
)
"""Words near a number of pounds that is money."""
WEIGHS: Final = re.compile(
    r"(?i)\b(?:weigh|weighs|weighing|weighed|weight|lose|lost|gain|gained|heavy|heavier|lighter)\b"
)
"""Words near a number of pounds that is a weight."""
PER_CENT: Final = re.compile(r"(?i)[ ]?-?[ ]?(?:per[ ]cent|percentage[ ]points?)\b")
"""A share in hundredths."""
SQUARE: Final = re.compile(
    r"(?i)[ ]?[-–]?[ ]?(?:sq\.?|square)[ ]?[-–]?[ ]?(km|kilomet(?:re|er)s?|m|met(?:re|er)s?|mi|miles?|ft|foot|feet)\b"
)
"""A unit of area."""
SPEED: Final = re.compile(
    r"(?i)[ ]?[-–]?[ ]?(km[ ]?/[ ]?h(?:r|our)?\b|kilomet(?:re|er)s?[ ](?:per|an)[ ]hour|miles?[ ](?:per|an)[ ]hour)"
)
"""A unit of speed."""
DEGREES: Final = re.compile(r"(?i)[ ]?[-–]?[ ]?(?:degrees?|deg\.?|°)[ ]?(celsius|centigrade|fahrenheit|c\b|f\b)")
"""A unit of temperature, in words."""
YEAR_OLD: Final = re.compile(r"(?i)[ ]?-?[ ]?years?[ ]?-?[ ]?old(?:s)?\b|[ ]yrs?[ ]old\b")
"""What follows the number of an age."""
AGE_BEFORE: Final = re.compile(r"(?i)\b(?:aged?|ages)(?:[ ](?:between|of|just|only|about|around))?[ ]$")
"""What stands before the number of an age."""
NOT_YEARS: Final = re.compile(r"(?i)[ ]?-?(?:months?|weeks?|days?|hours?|minutes?|percent|per cent|%)\b")
"""What follows a number that is no age."""

OF_LENGTH: Final = among(
    "tall high deep wide long away from above below and of in at to on by for with the is was or run race hurdles "
    "final sprint freestyle butterfly backstroke breaststroke relay medley walk platform springboard under over"
)
"""Words behind a number of meters, where it counts no millions."""
OF_ONE_PERCENT: Final = re.compile(r"(?i)[ ](?:of[ ](?:a|one|1)|a)(?=[ \xa0](?:per[ ]?cent|percentage[ ]point)\b)")
"""What follows a fraction of a hundredth."""

NO_SHARE_AFTER: Final = among("in first second other the by top bottom time last every latter better into per")
"""Words before "half" with which it is no share: "the second half", "cut in half"."""

AFTER_NUMBER: Final = (
    PREPOSITIONS
    | CONJUNCTIONS
    | HAVE
    | (BE - {"be", "been"})
    | among("as than that which who the this its his her yes across plus minus versus always perhaps overseas times")
)
"""Words behind a number that it does not count."""

GROUPS_OF: Final = among("team group crew panel gang party squad jury delegation convoy fleet")
"""Nouns of groups that have a number of members."""
NO_COUNT_AFTER: Final = among("the these those other all both his her their its our my last next top")
"""Words before a bare number that stands for a noun told before, and counts nothing that the page names beside it."""
PEOPLE_ENDINGS: Final = ("ers", "ors", "ists", "ians", "men", "women", "er", "or", "ist", "ian")
"""Endings of nouns that mean people."""
