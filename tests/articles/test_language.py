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
