import pytest

from copydesk.articles import language
from copydesk.articles.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council said on Tuesday that it would put off the vote until the spring.", "en"),
        ("Der Rat teilte am Dienstag mit, dass die Abstimmung auf das Frühjahr verschoben wird.", "de"),
        ("Le conseil a annoncé mardi que le vote est reporté au printemps pour des raisons de sécurité.", "fr"),
        ("El consejo dijo el martes que la votación se aplazará hasta la primavera por falta de tiempo.", "es"),
        ("Совет заявил во вторник, что голосование переносится на весну.", "ru"),
        ("Рада заявила у вівторок, що голосування переноситься на весну.", "uk"),
        ("市議会は火曜日、採決を春まで延期すると発表した。住民が反対していたためだ。", "ja"),
        ("أعلن المجلس يوم الثلاثاء تأجيل التصويت حتى الربيع", "ar"),
        ("1234 5678", None),
        ("", None),
    ],
)
def test_languages(text, code):
    assert language_of(text) == code


def test_a_list_in_english_needs_no_identifier(monkeypatch):
    """It takes half a second and 120 MB to load."""
    monkeypatch.setattr(language, "_identifier", None)
    goods = (
        "Walnut shelf, oiled, sturdy brackets included. Brass lamp: dimmable, warm light, switch on the cord. "
        "Linen curtain, two panels, washable at home. Wool rug from small mills, rolled by hand, ready to ship. "
        "Copper kettle, tin lining, for gas or induction. Oak stool, folding, not for use in wet rooms. "
        "Felt basket, leather handles, holds up to nine bottles and more. It is all made with care."
    )
    assert language_of(goods) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Det er for dyrt at have to skoler i en by af den størrelse, siger skoleinspektøren. Her er for få børn, "
            "og at have tomme lokaler for at have dem er ikke for børnenes skyld. Byrådet stemmer i juni.",
            "da",
        ),
        (
            "Hun var her for at vi skulle se at det gikk bra, sier læreren. At elevene er for trøtte til å lære, er "
            "for lite kjent. Skolen skal nå begynne en time senere, og det er foreldrene glade for.",
            "no",
        ),
        (
            "Byborna i den lilla byn har fått nog. Var tredje natt går larmet, och i var lada står en brand att vänta, "
            "säger en bonde. Polisen har nu en man som de vill tala med, men var han är vet de inte.",
            "sv",
        ),
        (
            "In de haven is in de nacht een schip in brand gevlogen. Of er nog iemand in was, is niet bekend. De "
            "brandweer was er snel bij, want in was en olie slaat vuur snel over.",
            "nl",
        ),
    ],
)
def test_short_texts_of_neighbours_of_english_are_not_taken_for_it(text, code):
    assert language_of(text) == code


class Unsure:
    """An identifier that knows no language."""

    def classify(self, sample: str) -> tuple[str, float]:
        return "de", 0.1


@pytest.mark.parametrize("alone", [5, 6, 7])
def test_of_a_text_in_english_some_words_are_of_english_alone(alone, monkeypatch):
    monkeypatch.setattr(language, "_identifier", Unsure)
    shared = ["in", "of", "for", "was", "at"] * 5
    words = ["the"] * alone + shared + ["harbor"] * (100 - alone - len(shared))
    assert language_of(" ".join(words)) == (None if alone < 6 else "en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("De burgemeester zei dat de brug in het dorp over een week open is; we hadden er haast mee.", "nl"),
        (
            "Die burgemeester het gesê die brug in ons dorp is oor ’n week oop, want dit was my plan en so bly dit.",
            "af",
        ),
        (
            "Borgmesteren sagde onsdag, at broen over åen er lukket, og byen skal have en ny for alle til næste år.",
            "da",
        ),
    ],
)
def test_words_that_other_languages_share_with_english_make_no_english(text, code):
    long = " ".join([text] * 4)
    assert language_of(long) == code
    assert language_of(f"{long} “The house and the garden,” said Ann.") == code


@pytest.fixture
def identified(monkeypatch):
    """Have whatever is not plainly English be German, as surely as given."""

    def as_sure(probability):
        class Identifier:
            def classify(self, sample: str) -> tuple[str, float]:
                return "de", probability

        monkeypatch.setattr(language, "_identifier", Identifier)

    return as_sure


@pytest.mark.parametrize(("probability", "code"), [(0.59, None), (0.6, "de"), (0.61, "de")])
def test_a_language_is_told_from_a_probability_on(probability, code, identified):
    identified(probability)
    assert language_of("qqq " * 20) == code


@pytest.mark.parametrize(
    ("before", "letters", "code"), [(0, 19, None), (0, 20, "de"), (1980, 20, "de"), (1981, 20, None)]
)
def test_a_language_is_told_by_twenty_letters_among_the_first_two_thousand_characters(
    before, letters, code, identified
):
    identified(0.9)
    assert language_of(" " * before + "q" * letters) == code


def mixed(english, count, size):
    """So many words, of which some are English, each as often as the others."""
    return " ".join([english[n % len(english)] for n in range(count)] + ["harbor"] * (size - count))


@pytest.mark.parametrize(("count", "size", "code"), [(17, 100, "de"), (18, 100, "en"), (19, 100, "en")])
def test_of_a_text_in_english_nearly_a_fifth_are_its_commonest_words(count, size, code, identified):
    identified(0.9)
    assert language_of(mixed(["the", "in", "of"], count, size)) == code


@pytest.mark.parametrize(("alone", "size", "code"), [(11, 200, "de"), (12, 200, "en")])
def test_six_in_a_hundred_are_words_of_english_alone(alone, size, code, identified):
    identified(0.9)
    assert language_of(" ".join(["the"] * alone + ["in", "of", "for"] * 20 + ["harbor"] * (size - alone - 60))) == code


KINDS = "the and of to in a is that for it as was".split()


@pytest.mark.parametrize(
    ("kinds", "size", "code"), [(12, 120, "en"), (12, 121, "de"), (12, 119, "en"), (11, 100, "de")]
)
def test_a_list_is_in_english_where_twelve_of_its_commonest_words_are_a_tenth(kinds, size, code, identified):
    identified(0.9)
    assert language_of(mixed(KINDS[:kinds], kinds, size)) == code
