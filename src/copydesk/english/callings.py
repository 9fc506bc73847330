"""Callings that hardly anybody has two of, by field: a police chief and a novelist of one name are two people.

Politics, business and law are left out: people go from one to the other, and pages call one person by all of them.
"""

from typing import Final

from copydesk.english.lists import among

FIELDS: Final = {
    "arts": among(
        "novelist poet author writer painter sculptor artist musician singer rapper composer pianist violinist actor "
        "actress comedian filmmaker playwright dancer photographer"
    ),
    "sport": among(
        "footballer striker midfielder defender goalkeeper winger quarterback pitcher batsman bowler golfer boxer "
        "cyclist sprinter swimmer jockey coach skipper cricketer gymnast athlete"
    ),
    "police": among("police sheriff constable detective inspector superintendent patrolman trooper firefighter fire"),
    "religion": among("bishop archbishop priest pastor vicar imam rabbi cardinal monk nun deacon reverend"),
    "science": among(
        "scientist biologist chemist physicist geologist astronomer epidemiologist seismologist virologist zoologist "
        "botanist meteorologist neuroscientist mathematician"
    ),
}
"""Words of callings by field, in small letters."""


def field_of(role: str) -> str | None:
    """Return the field of a calling: `arts` for "the novelist"; None where it has none of these or several."""
    words = role.lower().replace(",", " ").split()
    found = {field for field, callings in FIELDS.items() if any(word in callings for word in words)}
    return found.pop() if len(found) == 1 else None
