import pytest

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
