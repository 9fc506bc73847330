"""What no actor did, and what one did: words of nature, accidents, illness, harm, violence and vehicles."""

from typing import Final

from copydesk.english.lists import among
from copydesk.records import EventKind

CAUSES: Final[dict[EventKind, frozenset[str]]] = {
    "disaster": among(
        "earthquake quake tremor aftershock flood flooding tsunami volcano eruption landslide mudslide"
        " avalanche wildfire drought famine rockfall sinkhole"
    ),
    "weather": among(
        "storm hurricane typhoon cyclone tornado lightning rain rainfall snow snowfall blizzard wind gale hail"
        " heat heatwave monsoon cold thunderstorm twister fog"
    ),
    "health": among(
        "virus disease covid covid-19 coronavirus pandemic epidemic outbreak cholera malaria influenza flu"
        " measles ebola cancer infection illness bacteria plague pneumonia"
    ),
    "accident": among(
        "shark bear bee wasp crocodile elephant snake wolf lion tiger"
        " crash accident collision derailment pile-up pileup collapse mishap blaze fire"
    ),
}
"""Nouns of what befalls people, by the kind of news that an event is which it causes."""
HARM: Final = among("kill injure wound hurt die death dead perish maim")
"""Base forms of words that tell of people killed or hurt."""
IMPACTS: Final = HARM | {"hit", "strike", "run over", "knock down", "crush", "mow down", "run down"}
"""Base forms of what a vehicle does to people."""
VIOLENCE: Final = among(
    "attack strike airstrike shell shelling bomb bomber bombing shoot shooting shooter gunman gunmen gunfire gun"
    " militant missile rocket drone raid clash fighting fighter battle stab stabbing murder assassinate assassination"
    " massacre troop soldier army rebel insurgent terrorist terrorism ambush grenade mortar war knife execute"
    " execution riot lynch militia artillery warplane warring sniper protester protest crackdown genocide"
)
"""Base forms of words that tell of violence: beside them nobody was killed by accident alone."""
VEHICLES: Final = among(
    "truck car bus train lorry motorcycle motorbike scooter van tram taxi vehicle jeep minibus tractor trailer coach"
    " bicycle rickshaw tanker ferry speedboat locomotive suv"
)
"""Nouns of vehicles."""
