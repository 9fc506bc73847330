"""Words that tell in what context an event stands; the contexts are those of PLOVER's codebook.

Only contexts that single words tell are given.
"""

from typing import Final

from copydesk.english.lists import among

CONTEXTS: Final = {
    "military": among(
        "troop soldier army navy warship missile tank military weapon artillery airstrike ceasefire cease-fire"
        " truce peacekeeper peacekeeping battalion brigade frigate howitzer warplane paratrooper reservist garrison"
        " ammunition commander militia guerrilla marine airbase submarine rearm disarm infantry gunboat"
    ),
    "diplomatic": among("ambassador envoy diplomat embassy consulate diplomatic diplomacy summit chargé"),
    "legal": among(
        "court judge prosecutor trial lawsuit verdict convict extradite extradition indict indictment tribunal"
        " bail acquit acquittal magistrate attorney lawyer plaintiff defendant sentence"
    ),
    "economic": among("trade tariff loan economy economic investment export import currency debt budget subsidy"),
    "election": among("election ballot electoral poll candidate referendum voter vote runoff"),
    "terrorism": among("terrorism terrorist jihadist bomber hijacker"),
    "refugee": among("refugee asylum displaced"),
    "cbrn": among("nuclear chemical biological radiological uranium plutonium sarin chlorine"),
    "cyber": among("hacker hack cyberattack cyber ransomware malware phishing"),
}
"""Words in base form by the context that they tell."""
