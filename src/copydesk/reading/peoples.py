"""Which country a people's name or adjective belongs to: Ukrainian to Ukraine, French to France."""

from copydesk.english.demonyms import country_of_people
from copydesk.reading.gazetteer import country_of, key

_ENDINGS = (
    ("n", ("",)),
    ("an", ("", "a", "o")),
    ("ian", ("", "a", "e", "y", "ia")),
    ("i", ("", "a")),
    ("ese", ("", "a")),
)


def base_of(name: str) -> str:
    """Return what two names of one country, its people or its adjective share; for other names a plain key.

    `base_of("Ukraine") == base_of("Ukrainian")`.
    """
    plain = key(name).removesuffix("'s").removesuffix("'")
    if found := country_of(plain) or country_of_people(plain):
        return found
    for ending, tails in _ENDINGS:
        if plain.endswith(ending):
            stem = plain.removesuffix(ending)
            for tail in tails:
                if len(stem) > 2 and (country := country_of(stem + tail)):
                    return country
    return plain


def country_of_adjective(name: str) -> str | None:
    """Return the country (ISO 3166-1), or the continent, of a country's, people's or adjective's name; else None."""
    plain, base = key(name), base_of(name)
    return base if base != plain or country_of_people(plain) else None
