import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.articles.scorer.openers import openers
from copydesk.english.furniture import PHRASES

PATTERNS = [pattern for patterns in PHRASES.values() for pattern in patterns]
ALPHABET = st.sampled_from(string.ascii_lowercase + string.digits + " .,:;|/()*+-'!?[]©↑•·»>›")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("home(?: page)?", "h"),
        (r"(?:\d |no )?comments?", "0123456789nc"),
        (r"\(?photo", "(p"),
        ("next|previous", "np"),
        (r"(?:a(?:b|c)|[+,])x", "a+,"),
        (r"a{0,3}b", "ab"),
        (".{0,60}inbox", None),
        (r"\w+", None),
        ("a?", None),
        ("[a-c]", None),
    ],
)
def test_what_a_pattern_may_open_with(pattern, expected):
    assert openers(pattern) == (None if expected is None else set(expected))


@settings(max_examples=100)
@given(st.data())
def test_what_furniture_matches_opens_with_what_was_said(data):
    pattern = data.draw(st.sampled_from(PATTERNS))
    line = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=ALPHABET))
    may = openers(pattern)
    assert may is None or line[0] in may
