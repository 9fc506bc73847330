"""Lists of words, written as one string."""


def listed(words: str) -> list[str]:
    """Return the words of a string."""
    return words.split()


def among(*words: str) -> frozenset[str]:
    """Return the words of some strings as a set."""
    return frozenset(word for line in words for word in line.split())
