"""The language a story is written in, by its script and its commonest words."""

import re
from collections import Counter
from typing import Final

# The commonest short words of each language; words that several share count for all of them.
_WORDS: Final[dict[str, frozenset[str]]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in a is that for it was on with as by at from be this are have not has but which his her",
        "es": "de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont aux avec",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus",
        "it": "di e che la il un a per in una mi sono ho non si da come le con i del della è gli anche dei nel alla",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das à seu",
        "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij uit door naar",
        "sv": "och i att det som en på är av för med till den har de inte om ett han men var sig från så vi",
        "da": "og i at det er en til på af for med der den som har de ikke et han men var sig fra så vi blev",
        "no": "og i det er på som en til at av for med har de den ikke et han men var seg fra så vi ble",
        "fi": "ja on ei että se oli hän mutta ovat kun myös joka sen mukaan kuin tai olla vuoden ole niin",
        "pl": "w i na z że się do nie to jest o jak po co za od przez dla tym ale są oraz był jego tego",
        "cs": "a v se na je že o s z do i to k ve pro za by ale si po jako podle od jsou který také",
        "sk": "a v sa na je že o s z do i to k vo pre za by ale si po ako podľa od sú ktorý tiež",
        "ro": "și de în a la cu pe că o din care nu este un pentru au mai fi sunt după ce prin dar fost",
        "hu": "a az és hogy nem is egy van meg de volt csak már el ki még mint ez ha vagy szerint után",
        "tr": "ve bir bu da de için ile çok daha olarak olan gibi sonra kadar ise ama en var ne o",
        "id": "yang dan di dengan untuk dari dalam pada ini itu tidak akan ke adalah juga oleh telah sebagai",
        "vi": "và của là có trong được cho các không với một những người đã khi để này từ đến về",
        "hr": "i u je na se da za su od s o koji a kao to iz što ne bi će ali ili sve nije",
    }.items()
}  # fmt: skip
_LANGUAGES_OF: Final = {
    word: tuple(code for code, words in _WORDS.items() if word in words) for word in frozenset().union(*_WORDS.values())
}
_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_NOT_LATIN: Final = re.compile("|".join(script.pattern for _, script in _SCRIPTS))
_TOKEN: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 2000


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where it is too short or too mixed to tell.

    A script that only one common language is written in decides by itself; of those in Latin letters the one whose
    commonest words cover most of the text.
    """
    sample = text[:_SAMPLE]
    tokens = _TOKEN.findall(sample.lower())
    letters = sum(map(len, tokens))
    if letters < 20:
        return None
    for code, script in _SCRIPTS if not sample.isascii() and _NOT_LATIN.search(sample) else ():
        share = len(script.findall(sample)) / letters
        if share > (0.1 if code == "ja" else 0.4):
            return _within(code, sample)
    counts = Counter(tokens)
    total = counts.total()
    known = dict.fromkeys(_WORDS, 0)
    for word in counts.keys() & _LANGUAGES_OF.keys():
        for code in _LANGUAGES_OF[word]:
            known[code] += counts[word]
    scores = {code: count / total for code, count in known.items()}
    best = max(scores, key=lambda code: scores[code])
    needed = 0.08 if total >= 40 else 0.15
    return best if scores[best] >= needed else None


def _within(code: str, sample: str) -> str:
    """Tell apart languages that share a script by letters that only one of them has."""
    if code == "ru":
        if re.search("[іїєґ]", sample):
            return "uk"
        return "bg" if sample.count("ъ") > sample.count("ы") * 2 + 3 else "ru"
    if code == "ar":
        return "ur" if re.search("[ٹڈڑے]", sample) else "fa" if re.search("[پچژگ]", sample) else "ar"
    return code
