"""Names of peoples and adjectives of countries that no rule makes from the country's name."""

from typing import Final

IRREGULAR: Final = {
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
"""Demonyms in small letters, with the country's code (ISO 3166-1) or the continent."""
