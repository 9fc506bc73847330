"""The English rules: a cascade from words to time expressions, level by level."""

from copydesk.english.calendar import SHORT_MONTHS
from copydesk.english.lists import among, listed
from copydesk.reading.times.english import (
    build_dates,
    build_lengths,
    build_numbers,
    build_relative,
    build_sets,
    build_units,
)
from copydesk.reading.times.english.doubtful import DOUBTFUL, is_year
from copydesk.reading.times.english.lexicon import PHRASES, WORDS
from copydesk.reading.times.scanner import Level, Rule, letter
from copydesk.reading.times.tokens import Vocabulary, split_words

_WORD_NUMBER = "ONES|TEENS|CENTURY_TEENS|TENS|TWENTY"
_SETS = {
    "WORD_NUMBER": _WORD_NUMBER,
    "DIGITS": "DAYNUM|BIG|DECIMAL",
    "COUNT": "NUM|DAYNUM|BIG|DECIMAL",
    "NTH": "ORDINAL|NTH_WORD|SECOND",
    "DAY_NUMBER": "DAYNUM|ORDINAL|NTH_WORD",
    "WHEN": "AT|IN|BY|FROM|SINCE|TO|APPROX",
    "ONE_UNIT": "UNIT|SECOND",
    "ANY_UNIT": "UNIT|UNITS|SECOND",
    "TURN": "LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING",
    "NAMED": "MONTH|WEEKDAY|SEASON|HOLIDAY|WEEKEND",
    "A_YEAR": "YEAR|SHORT_YEAR",
}

_NUMBERS = [
    Rule("c:CENTURY_TEENS|TWENTY t:TENS|TWENTY ( HYPHEN? o:ONES )?", "YEAR", build_numbers.year_in_words),
    Rule("c:CENTURY_TEENS|TWENTY t:TEENS|CENTURY_TEENS", "YEAR", build_numbers.year_in_words),
    Rule("A COUPLE OF?", "NUM", build_numbers.couple),
    Rule("COUPLE OF", "NUM", build_numbers.couple),
    Rule("HALF A DOZEN", "NUM", build_numbers.half_dozen),
    Rule("A|ONES DOZEN", "NUM", build_numbers.dozen),
    Rule("A? FEW", "NUM", build_numbers.vague_number),
    Rule("VAGUE", "NUM", build_numbers.vague_number),
    Rule("x:DIGITS HYPHEN? f:FRACTION", "NUM", build_numbers.mixed_number),
    Rule("x:DIGITS THOUSAND", "NUM", build_numbers.number_in_words),
    Rule(
        "A|WORD_NUMBER ( HYPHEN? ONES )? HUNDRED|THOUSAND "
        "( AND? WORD_NUMBER ( HYPHEN? ONES )? ( HUNDRED|THOUSAND ( AND? WORD_NUMBER ( HYPHEN? ONES )? )? )? )?",
        "NUM",
        build_numbers.number_in_words,
    ),
    Rule("TENS|TWENTY HYPHEN? ONES", "NUM", build_numbers.number_in_words),
    Rule("WORD_NUMBER", "NUM", build_numbers.number_in_words),
]

_CLOCKS = [
    Rule("<IN|OF t:CLOCK !>MERIDIEM|ZONE|HOURS", "DUR", build_lengths.race_time),
    Rule("h:DAYNUM|NUM|CLOCK|BIG|DECIMAL m:MERIDIEM ( COMMA? z:ZONE )?", "TOD", build_numbers.meridiem),
    Rule("h:CLOCK|DECIMAL z:ZONE|HOURS", "TOD", build_numbers.clock),
    Rule("<BREAK h:CLOCK >HYPHEN|BREAK", "TOD", build_numbers.clock),
    Rule("<AT|APPROX|TO|BY|FROM h:CLOCK", "TOD", build_numbers.clock),
    Rule("h:CLOCK >HYPHEN|TO >CLOCK", "TOD", build_numbers.clock),
    Rule("h:MILITARY|YEAR z:ZONE|HOURS", "TOD", build_numbers.military),
    Rule("h:MILITARY UNITS?", "TOD", build_numbers.military),
    Rule("h:DAYNUM|NUM OCLOCK ( IN THE p:PART )?", "TOD", build_numbers.oclock),
    Rule("h:DAYNUM|NUM|CLOCK IN THE p:PART", "TOD", build_numbers.oclock),
    Rule("n:NOON z:ZONE?", "TOD", build_numbers.noon),
]

_LENGTHS = [
    Rule("x:COUNT HYPHEN u:ONE_UNIT HYPHEN OLD >THING", "ADJ_DUR", build_lengths.length),
    Rule("u:UNITS HYPHEN OLD >THING", "ADJ_DUR", build_lengths.length),
    Rule("COUNT HYPHEN? ANY_UNIT HYPHEN? OLD", "OTHER", build_numbers.skip),
    Rule("COUNT HYPHEN? ANY_UNIT AND|OR OLD", "OTHER", build_numbers.skip),
    Rule("UNITS OLD", "OTHER", build_numbers.skip),
    Rule("COUNT UNITS PER UNIT", "OTHER", build_numbers.skip),
    Rule("COUNT ANY_UNIT OF AGE", "OTHER", build_numbers.skip),
    Rule("<AGED COUNT ANY_UNIT", "OTHER", build_numbers.skip),
    Rule("x:COUNT AND A HALF u:UNITS", "DUR", build_lengths.and_a_half),
    Rule("a:A u:UNIT AND A HALF", "DUR", build_lengths.and_a_half),
    Rule("x:COUNT TO|OR|HYPHEN y:COUNT HYPHEN? u:ANY_UNIT", "DUR", build_lengths.from_to_length),
    Rule("x:COUNT u:UNIT|UNITS AND|COMMA? y:COUNT v:UNIT|UNITS", "DUR", build_lengths.two_lengths),
    Rule("A? x:COUNT HYPHEN? u:UNIT PERIOD", "DUR", build_lengths.length),
    Rule("x:COUNT HYPHEN u:UNIT|UNITS HYPHEN LONG", "ADJ_DUR", build_lengths.length),
    Rule("x:COUNT HYPHEN u:ONE_UNIT", "ADJ_DUR", build_lengths.length),
    Rule("x:COUNT MORE_WORD|ADJECTIVE|WHOLE|LONG? u:UNIT|UNITS", "DUR", build_lengths.length),
    Rule("x:YEAR u:UNITS", "DUR", build_lengths.length),
    Rule("x:RECENT? u:UNITS OR|AND v:UNITS", "DUR", build_lengths.units_or_units),
    Rule("A u:UNIT OR x:NUM", "DUR", build_lengths.or_two),
    Rule("SOME u:UNITS", "DUR", build_lengths.length),
    Rule("A MORE_WORD|WHOLE u:UNIT", "DUR", build_lengths.length),
    Rule("ANOTHER x:COUNT? u:UNIT|UNITS", "DUR", build_lengths.length),
    Rule("HALF HYPHEN? A? HYPHEN? u:UNIT", "DUR", build_lengths.half_length),
    Rule("A HALF HYPHEN? u:UNIT", "DUR", build_lengths.half_length),
    Rule("u:UNIT|UNITS HYPHEN LONG", "ADJ_DUR", build_lengths.length),
]

_DATES = [
    Rule("i:ISO", "DATE", build_dates.iso),
    Rule("i:NUMDATE", "DATE", build_dates.numeric_date),
    Rule("i:DOTDATE", "DATE", build_dates.dotted_date),
    Rule("d:DAYNUM HYPHEN m:MONTH HYPHEN y:DAYNUM|BIG|YEAR", "DATE", build_dates.dashed_date),
    Rule("m:MONTH d:DAYNUM HYPHEN e:DAYNUM ( COMMA? y:A_YEAR )?", "DATE", build_dates.day_range),
    Rule("d:DAYNUM HYPHEN e:DAYNUM m:MONTH ( COMMA? y:A_YEAR )?", "DATE", build_dates.day_range),
    Rule("m:MONTH THE? d:DAY_NUMBER ( COMMA? y:A_YEAR )?", "DATE", build_dates.written),
    Rule("THE? d:DAY_NUMBER ( OF / HYPHEN )? m:MONTH ( ( COMMA / HYPHEN )? y:A_YEAR )?", "DATE", build_dates.written),
    Rule("m:MONTH ( COMMA / OF )? y:A_YEAR", "DATE", build_dates.written),
    Rule("( m:MONTH d:DAYNUM? COMMA? )? y:BIG|DAYNUM|YEAR e:BC|AD", "DATE", build_dates.era),
    Rule("y:BIG|DAYNUM|YEAR >HYPHEN|TO|AND >BIG|DAYNUM|YEAR >BC", "DATE", build_dates.before_christ),
    Rule("AD y:BIG|DAYNUM|YEAR", "DATE", build_dates.era),
    Rule("d:DAYNUM|ORDINAL >HYPHEN|TO|AND|COMMA|OR >DAYNUM|ORDINAL >MONTH", "DATE", build_dates.written),
    Rule("THE? d:DECADE e:BC|AD?", "DATE", build_dates.decade),
    Rule("THE? d:DECADE_WORD", "DATE", build_dates.decade),
    Rule("THE? ( f:FISCAL HYPHEN? )? q:PART_CODE OF? y:A_YEAR", "DATE", build_dates.year_part),
    Rule("y:YEAR f:FISCAL? q:PART_CODE", "DATE", build_dates.year_part),
    Rule("<IN|FOR|OF|BY|FISCAL q:PART_CODE", "DATE", build_dates.year_part),
    Rule("THE? q:LAST HALF OF y:A_YEAR", "DATE", build_dates.last_half),
    Rule("THE? q:NTH|LAST HALF OF THE? d:DECADE", "DATE", build_dates.half_of_decade),
    Rule("THE? q:NTH|LAST d:DUR OF y:A_YEAR", "DATE", build_dates.first_quarters),
    Rule(
        "THE? ( f:FISCAL HYPHEN? )? q:NTH HYPHEN? u:UNIT|HALF OF f2:FISCAL? y:A_YEAR|FISCAL_YEAR",
        "DATE",
        build_dates.year_part,
    ),
    Rule("THE? y:A_YEAR ( f:FISCAL HYPHEN? )? q:NTH HYPHEN? u:UNIT|HALF", "DATE", build_dates.year_part),
    Rule("THE? q:NTH HYPHEN? u:UNIT e:BC", "DATE", build_dates.year_part),
    Rule("THE? ( f:FISCAL HYPHEN? )? q:NTH u:UNIT|HALF y:YEAR?", "DATE", build_dates.year_part),
    Rule("( f:FISCAL HYPHEN? )? q:NTH HYPHEN u:UNIT|HALF", "DATE", build_dates.year_part),
    Rule("THE y:A_YEAR u:UNIT|PERIOD", "DATE", build_units.same_part_of_year),
    Rule("THE? s:SEASON ( OF / COMMA )? y:A_YEAR", "DATE", build_dates.written),
    Rule("y:YEAR s:SEASON", "DATE", build_dates.written),
    Rule("THE? f:FISCAL HYPHEN? y:A_YEAR", "DATE", build_dates.fiscal_year),
    Rule("q:PART_CODE y:FISCAL_YEAR", "DATE", build_dates.year_part),
    Rule("y:FISCAL_YEAR", "DATE", build_dates.fiscal_year),
    Rule("f:FISCAL UNIT y:A_YEAR", "DATE", build_dates.fiscal_year),
    Rule("THE? u:UNIT y:YEAR|NUM", "DATE", build_dates.the_year),
    Rule("THE? h:HOLIDAY u:UNIT", "DATE", build_dates.holiday_unit),
    Rule("THE? h:HOLIDAY WEEKEND", "DATE", build_dates.holiday_weekend),
    Rule("THE? h:HOLIDAY ( OF / COMMA )? y:A_YEAR", "DATE", build_dates.written),
    Rule("h:HOLIDAY_YEAR|NINE_ELEVEN", "DATE", build_dates.fixed_holiday),
]

_MEASURED = [
    Rule("g:APPROX|SOME APPROX? d:DUR", "DUR", build_lengths.qualified),
    Rule("d:DUR g:OR_SO|OR_LATER", "DUR", build_lengths.qualified),
    Rule("A u:UNIT g:OR_SO", "DUR", build_lengths.qualified_unit),
    Rule("g:APPROX A u:ONE_UNIT", "DUR", build_lengths.qualified_unit),
    Rule("( THIS? TURN )? w:WEEKDAY ( COMMA / DOT )? THE? n:DATE", "DATE", build_dates.weekday_date),
    Rule("w:WEEKDAY COMMA? THE d:ORDINAL", "DATE", build_dates.weekday_number),
    Rule("<APPROX y:YEAR", "DATE", build_dates.year),
]

_RELATIVE = [
    Rule("JUST? d:DUR AGO", "DATE", build_relative.ago),
    Rule("a:A u:UNIT AGO", "DATE", build_relative.ago),
    Rule("d:UNITS AGO", "DATE", build_relative.units_ago),
    Rule("THE? COMPARABLE? UNIT HYPHEN AGO|EARLIER d:DUR", "DUR", build_lengths.take_length),
    Rule("THE LATEST d:DUR", "DUR", build_lengths.take_length),
    Rule("THE? COMPARABLE? u:UNIT HYPHEN AGO|EARLIER v:UNIT|PERIOD", "DATE", build_units.year_ago),
    Rule("u:UNIT HYPHEN AGO|EARLIER", "DATE", build_units.year_ago),
    Rule("d:DUR HENCE", "DATE", build_relative.from_now),
    Rule("d:DUR OTHER TIME_WORD", "DATE", build_relative.weeks_time),
    Rule("a:A u:UNIT POSS TIME_WORD", "DATE", build_relative.from_now),
    Rule("a:A u:UNIT HENCE", "DATE", build_relative.from_now),
    Rule("THE q:NTH|LAST u:UNIT >OF", "NTH_UNIT", build_units.nth_unit),
    Rule("THE? COMPARABLE? u:UNIT HYPHEN AGO|EARLIER n:DATE", "DATE", build_units.year_ago_part),
    Rule("d:DUR w:EARLIER|LATER|PREVIOUSLY !>THAN", "DATE", build_relative.earlier_later),
    Rule("d:UNITS w:EARLIER|LATER", "DATE", build_relative.units_later),
    Rule("d:UNITS w:BEFORE >DOT|COMMA|BREAK", "DATE", build_relative.units_later),
    Rule("a:A u:UNIT w:EARLIER|LATER !>THAN", "DATE", build_relative.earlier_later),
    Rule("d:DUR w:BEFORE|AFTER >DOT|COMMA|BREAK", "DATE", build_relative.earlier_later),
    Rule("THE u:UNIT w:BEFORE|AFTER >DOT|COMMA|BREAK", "DATE", build_relative.earlier_later),
    Rule("THE u:UNIT AHEAD !>OF", "DATE", build_relative.from_now),
    Rule("THE u:UNIT w:BEFORE t:LAST !>NAMED|DAYNAME", "DATE", build_relative.two_away),
    Rule("THE u:UNIT w:AFTER t:NEXT !>NAMED|DAYNAME", "DATE", build_relative.two_away),
    Rule("THE u:UNIT w:BEFORE|AFTER n:DAYNAME", "DATE", build_relative.beside_day),
    Rule("THE? t:TURN d:DUR", "DUR", build_lengths.take_length),
    Rule("THE? t:TURN x:COUNT s:SEASONS|WEEKENDS", "DUR", build_lengths.seasons),
    Rule("THE u:UNITS AHEAD", "DUR", build_lengths.length),
    Rule("PAST|RECENT u:UNITS", "DATE", build_units.recent_years),
    Rule("THE? t:TURN|RECENT u:UNITS", "DUR", build_lengths.length),
    Rule("THE NTH d:DUR", "DUR", build_lengths.take_length),
    Rule("THE q:NTH u:UNIT", "NTH_UNIT", build_units.nth_unit),
    Rule("THE d:DUR", "DUR", build_lengths.take_length),
    Rule("THE? THIS? SAME u:UNIT", "DATE", build_units.that_unit),
    Rule("a:THAT SAME? u:UNIT", "DATE", build_units.that_unit),
    Rule("t:THIS|THAT PERIOD", "DATE", build_units.that_time),
    Rule("<WHEN t:THIS|THAT SAME? TIME_WORD", "DATE", build_units.that_time),
    Rule("<AT THE TIME_WORD !>OF", "DATE", build_units.the_past),
    Rule("THE? LATEST FISCAL? u:UNIT|PERIOD", "DATE", build_units.latest),
    Rule("the:THE? this:THIS? t:TURN f:FISCAL? u:UNIT", "DATE", build_units.turned_unit),
    Rule("t:THIS|CURRENT f:FISCAL? u:UNIT", "DATE", build_units.turned_unit),
    Rule("THE t:CURRENT f:FISCAL? u:UNIT", "DATE", build_units.turned_unit),
    Rule("THE? THIS? t:LAST|PREVIOUS|NEXT|COMING|FOLLOWING|THIS n:NAMED", "DATE", build_units.turned_name),
    Rule("THE|THIS t:PAST n:NAMED", "DATE", build_units.turned_name),  # `until past Thursday` means after it
    Rule("THE FISCAL|WHOLE? u:UNIT >ENDED", "DUR", build_lengths.ended_year),
    Rule("THE FISCAL? u:UNIT >TO >MONTH|DATE", "DUR", build_lengths.ended_year),
    Rule("THE f:FISCAL|WHOLE u:UNIT", "DATE", build_units.this_fiscal),
    Rule("EACH OTHER_WORD? o:NTH? u:ANY_UNIT", "SET", build_sets.each_unit),
    Rule("EACH OTHER_WORD? n:NAMED", "SET", build_sets.each_name),
    Rule("EACH OTHER_WORD? p:PART", "SET", build_sets.each_part),
    Rule("EACH d:DUR", "SET", build_sets.each_length),
    Rule("ONCE PER u:ONE_UNIT", "SET", build_sets.each_unit),
    Rule("COUNT TIMES PER u:ONE_UNIT", "SET", build_sets.each_unit),
    Rule("PER u:ONE_UNIT", "SET", build_sets.each_unit),
    Rule("w:WEEKDAYS ( p:PARTS )?", "SET", build_sets.weekdays),
    Rule("w:WEEKDAY p:PARTS", "SET", build_sets.weekdays),
    Rule("w:WEEKENDS|SEASONS", "SET", build_sets.plural_set),
    Rule("s:SETWORD", "SET", build_numbers.take),
]

_NAMES = [
    Rule("THE s:SEASON|WEEKEND", "DATE", build_dates.written),
    Rule("n:MONTH|WEEKDAY|SEASON|HOLIDAY|WEEKEND", "DATE", build_dates.name),
    Rule("<YEAR <HYPHEN|SLASH y:DAYNUM|BIG", "DATE", build_dates.short_year),
    Rule("y:YEAR", "DATE", build_dates.year),
    Rule("y:SHORT_YEAR", "DATE", build_dates.written),
    Rule("<THE u:UNITS >BEFORE|AFTER|THAT", "DUR", build_lengths.length),
    Rule("<FOR|IN|JUST|TO u:UNITS", "DUR", build_lengths.length),
    Rule("<AT p:PART", "TIME", build_sets.some_part),
    Rule("CURRENT >OTHER", "DATE", build_units.current),
    Rule("<IN|OF THE PAST !>COUNT", "DATE", build_units.the_past),
    Rule("n:DAYNAME", "DATE", build_numbers.take),
    Rule("t:TONIGHT", "TIME", build_numbers.take),
    Rule("n:FUTURE UNITS", "DATE", build_numbers.take),
    Rule("THE n:FUTURE", "DATE", build_numbers.take),
    Rule("n:ADVERB", "DATE", build_numbers.take),
]

_COMBINED = [
    Rule("n:DATE ( OF )? r:DATE", "DATE", build_dates.date_of),
    Rule("r:DATE POSS n:DATE", "DATE", build_dates.date_of),
    Rule("THE? COMPARABLE? u:UNIT|PERIOD r:DATE", "DATE", build_units.same_part_of),
    Rule("r:DATE POSS u:UNIT|PERIOD", "DATE", build_units.same_part_of),
    Rule("d:DATE g:OR_SO|OR_LATER", "DATE", build_lengths.or_so),
    Rule("SOMETIME d:DATE", "DATE", build_dates.take_date),
    Rule("q:NTH_UNIT OF r:DATE", "DATE", build_units.nth_of_date),
    Rule("q:NTH_UNIT", "DATE", build_units.nth_alone),
]

_LISTS = [
    Rule("<DATE <AND|TO|OR|HYPHEN d:ORDINAL", "DATE", build_dates.written),
    Rule("<DATE <AND|TO|OR|HYPHEN d:DAYNUM >DOT|COMMA|BREAK|IN|ON|AT|TO|FOR|HYPHEN", "DATE", build_dates.written),
    Rule("THE d:ORDINAL >DOT|COMMA|BREAK|AND|TO", "DATE", build_dates.written),
    Rule("x:DUR w:BEFORE|AFTER n:DATE", "DATE", build_relative.beside),
    Rule("A u:UNIT w:BEFORE|AFTER n:DATE", "DATE", build_relative.beside),
    Rule("x:DUR FROM n:DATE", "DATE", build_relative.away_from),
    Rule("A u:UNIT FROM n:DATE", "DATE", build_relative.away_from),
    Rule("THE u:UNIT w:BEFORE|AFTER n:DATE", "DATE", build_relative.beside),
    Rule("THE u:UNIT OF n:DATE", "DATE", build_units.unit_of_day),
    Rule("THE u:UNIT >BEFORE|AFTER", "DATE", build_units.unresolved),
    Rule("THE u:UNIT", "DATE", build_units.the_unit),
    Rule("!<DUR a:A u:UNIT", "DUR", build_units.a_unit),
]

_TIMED = [
    Rule("THE g:EARLY|LATE? p:PART UNITS? OF d:DATE", "TIME", build_sets.part_of),
    Rule("g:EARLIER|LATER|EARLY|LATE? t:THIS|LAST|THAT|NEXT SAME? p:PART", "TIME", build_sets.turned_part),
    Rule("g:EARLY|LATE? THE t:NEXT|FOLLOWING|PREVIOUS|SAME p:PART", "TIME", build_sets.turned_part),
    Rule("g:EARLY|LATE|MID? HYPHEN? p:PART ON? d:DATE", "TIME", build_sets.part_of),
    Rule("g:EARLY|LATE? d:DATE ( COMMA / AT )? p:PART", "TIME", build_sets.part_of),
    Rule("t:TOD ( COMMA )? ( ON )? d:DATE", "TIME", build_sets.at_clock),
    Rule("d:DATE ( AT / COMMA )? t:TOD", "TIME", build_sets.at_clock),
    Rule("t:TOD d:TIME", "TIME", build_sets.at_clock),
    Rule("OVERNIGHT ( ON )? d:DATE", "TIME", build_sets.overnight),
    Rule("d:DATE OVERNIGHT", "TIME", build_sets.overnight),
    Rule("OVERNIGHT", "TIME", build_sets.overnight),
    Rule("<IN|BY|TO THE g:EARLY|LATE? p:PART", "TIME", build_sets.told_part),
    Rule("<IN|BY g:EARLY|LATE|MID HYPHEN? p:PART", "TIME", build_sets.told_part),
    Rule("t:TOD", "TIME", build_sets.take_time),
]

_QUALIFIED = [
    Rule("THE? g:EARLY|LATE|MID HYPHEN? ( IN )? d:DATE", "DATE", build_lengths.qualified),
    Rule("g:EARLIER|LATER ( IN )? d:DATE", "DATE", build_units.earlier_in),
    Rule("g:EARLIER|LATER IN THE u:UNIT", "DATE", build_units.earlier_in_day),
    Rule("THE? g:START_OF|END_OF OF THE? d:DATE", "DATE", build_lengths.qualified),
    Rule("THE? g:START_OF|END_OF OF THE u:UNIT", "DATE", build_units.end_of_unit),
    Rule("THE? u:UNIT POSS|HYPHEN? g:END_OF", "DATE", build_units.end_of_unit),
    Rule("g:APPROX THE? d:DATE", "DATE", build_lengths.qualified),
]

LEVELS = [
    Level(rules, _SETS)
    for rules in (
        _NUMBERS,
        _CLOCKS,
        _LENGTHS,
        _DATES,
        _MEASURED,
        _RELATIVE,
        _NAMES,
        _COMBINED,
        _LISTS,
        _TIMED,
        _QUALIFIED,
    )
]

EMITTED = ("DATE", "TIME", "DUR", "ADJ_DUR", "SET")


_TRIGGERS = listed(
    "MONTH WEEKDAY WEEKDAYS UNIT UNITS SECOND SEASON SEASONS HOLIDAY HOLIDAY_YEAR WEEKEND WEEKENDS YEAR SHORT_YEAR "
    "CENTURY_TEENS TWENTY DECADE DECADE_WORD PART PARTS PART_CODE HALF NOON ISO NUMDATE DOTDATE MERIDIEM CLOCK "
    "MILITARY OCLOCK ZONE FISCAL_YEAR NINE_ELEVEN ORDINAL NTH_WORD "
    "BC AD PERIOD FISCAL PAST FUTURE ADVERB DAYNAME TONIGHT OVERNIGHT SETWORD CURRENT TIME_WORD"
)


def _phrases() -> dict[str, list[tuple[tuple[str, ...], tuple[str, object]]]]:
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, object]]]] = {}
    for phrase, entry in PHRASES.items():
        first, *rest = split_words(phrase)
        table.setdefault(first, []).append((tuple(rest), (letter(entry[0]), entry[1])))
    return {first: sorted(found, key=lambda each: -len(each[0])) for first, found in table.items()}


VOCABULARY = Vocabulary(
    words={word: (letter(entry[0]), entry[1]) for word, entry in WORDS.items()},
    triggers=frozenset(map(letter, _TRIGGERS)),
    phrases=_phrases(),
    abbreviations=frozenset(SHORT_MONTHS) | among("mon tue tues wed thu thurs fri sat sun hrs mins yrs ca"),
    doubtful=DOUBTFUL,
    otherwise=dict.fromkeys(("a", "an"), (letter("PER"), None)),
    is_year=is_year,
)
