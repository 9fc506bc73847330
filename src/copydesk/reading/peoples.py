"""Which country a people's name or adjective belongs to: Ukrainian to Ukraine, French to France."""

from copydesk.reading.gazetteer import country_of, key

_IRREGULAR = {
    "american": "US", "british": "GB", "english": "GB", "scottish": "GB", "welsh": "GB", "french": "FR", "dutch": "NL",
    "danish": "DK", "greek": "GR", "polish": "PL", "spanish": "ES", "swiss": "CH", "irish": "IE", "norwegian": "NO",
    "portuguese": "PT", "turkish": "TR", "czech": "CZ", "slovak": "SK", "canadian": "CA", "cypriot": "CY", "thai": "TH",
    "filipino": "PH", "philippine": "PH", "argentine": "AR", "argentinian": "AR", "peruvian": "PE", "chilean": "CL",
    "mexican": "MX", "burmese": "MM", "lebanese": "LB", "taiwanese": "TW", "congolese": "CD", "emirati": "AE",
    "saudi": "SA", "israeli": "IL", "afghan": "AF", "kazakh": "KZ", "kyrgyz": "KG", "tajik": "TJ", "turkmen": "TM",
    "uzbek": "UZ", "ivorian": "CI", "malagasy": "MG", "icelandic": "IS", "belgian": "BE", "finnish": "FI",
    "swedish": "SE", "german": "DE", "serb": "RS", "croat": "HR", "bosnian": "BA", "north korean": "KP",
    "south korean": "KR", "palestinian": "PS", "new zealander": "NZ", "south african": "ZA", "sri lankan": "LK",
    "european": "europe", "african": "africa", "asian": "asia",
}  # fmt: skip
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
    if found := country_of(plain) or _IRREGULAR.get(plain):
        return found
    for ending, tails in _ENDINGS:
        if plain.endswith(ending):
            stem = plain.removesuffix(ending)
            for tail in tails:
                if len(stem) > 2 and (country := country_of(stem + tail)):
                    return country
    return plain
