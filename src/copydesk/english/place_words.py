"""Words around the names of places: quarters of a country, what a town's name also names, short forms of states."""

from typing import Final

QUARTERS: Final = frozenset(
    ("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
     "southwestern", "north", "south", "east", "west", "upstate", "coastal", "rural")
)  # fmt: skip
"""Parts of a country."""

WIDER: Final = frozenset(("region", "oblast", "province", "governorate", "prefecture", "district", "county", "area"))
"""What makes another place of a town's name: the Kyiv region is not Kyiv."""

DIVISIONS: Final = frozenset(("region", "oblast", "province", "governorate", "prefecture"))
"""Of these, what countries call their first-level divisions; English news puts one for the other."""

PLAIN_NAMES: Final = {
    "US-CA": "California",
    "US-KY": "Kentucky",
    "US-MA": "Massachusetts",
    "US-PA": "Pennsylvania",
    "US-TN": "Tennessee",
    "US-VA": "Virginia",
    "US-WA": "Washington State",
}
"""Divisions that the table calls by a solemn name or by a nickname."""
STATES: Final = {
    "vt.": "vermont", "mo.": "missouri", "ky.": "kentucky", "ga.": "georgia", "la.": "louisiana", "md.": "maryland",
    "me.": "maine", "pa.": "pennsylvania", "va.": "virginia",
}  # fmt: skip
"""Short forms of American states that the table has not, as `key` gives them."""
