"""Lists of words, written as one string."""


def listed(words: str) -> list[str]:
    """Return the words of a string."""
    return words.split()


def among(words: str) -> frozenset[str]:
    """Return the words of a string as a set."""
    return frozenset(words.split())
