"""Bodies and callings that take part in events, with PLOVER's sectors: what its dictionaries lack or have otherwise."""

from typing import Final

BODIES: Final[dict[str, tuple[str | None, str | None]]] = {
    "un": (None, "IGO"), "u.n.": (None, "IGO"), "eu": (None, "IGO"), "e.u.": (None, "IGO"), "imf": (None, "IGO"),
    "who": (None, "IGO"), "security council": (None, "IGO"), "alliance": (None, "IGO"), "kremlin": ("RU", "GOV"),
    "white house": ("US", "GOV"), "pentagon": ("US", "MIL"), "state department": ("US", "GOV"),
    "osce": (None, "IGO"), "apec": (None, "IGO"), "asean": (None, "IGO"), "iaea": (None, "IGO"), "opec": (None, "IGO"),
    "united nations": (None, "IGO"), "european union": (None, "IGO"), "european community": (None, "IGO"),
    "european commission": (None, "IGO"), "u.n. security council": (None, "IGO"), "un security council": (None, "IGO"),
    "nato": (None, "IGO"), "african union": (None, "IGO"), "arab league": (None, "IGO"), "world bank": (None, "IGO"),
    "secretary of state": (None, "GOV"), "foreign secretary": (None, "GOV"), "home secretary": (None, "GOV"),
    "downing street": ("GB", "GOV"), "elysee": ("FR", "GOV"), "bundestag": ("DE", "LEG"), "knesset": ("IL", "LEG"),
}  # fmt: skip
"""Country (ISO 3166-1 alpha-2) and sector of bodies and offices, by name in small letters."""
SECTORS: Final = {
    "minister": "GOV", "president": "GOV", "government": "GOV", "ministry": "GOV", "premier": "GOV",
    "chancellor": "GOV", "envoy": "GOV", "ambassador": "GOV", "diplomat": "GOV", "governor": "GOV", "mayor": "GOV",
    "cabinet": "GOV", "official": "GOV", "negotiator": "GOV", "authority": "GOV", "consul": "GOV", "national": "CVL",
    "citizen": "CVL", "intelligence": "SPY", "spy": "SPY", "peacekeeper": "MIL", "reservist": "MIL", "sailor": "MIL",
    "marine": "MIL", "paratrooper": "MIL", "legislator": "LEG", "councillor": "LEG", "striker": "LAB", "settler": "CVL",
    "junta": "MIL", "general": "MIL", "colonel": "MIL", "soldier": "MIL", "troop": "MIL", "army": "MIL", "navy": "MIL",
    "warship": "MIL", "commander": "MIL", "police": "COP", "policeman": "COP", "officer": "COP", "gendarme": "COP",
    "court": "JUD", "judge": "JUD", "prosecutor": "JUD", "magistrate": "JUD", "jury": "JUD", "tribunal": "JUD",
    "parliament": "LEG", "senate": "LEG", "congress": "LEG", "lawmaker": "LEG", "senator": "LEG", "deputy": "LEG",
    "rebel": "REB", "militant": "REB", "guerrilla": "REB", "insurgent": "REB", "fighter": "REB", "mutineer": "REB",
    "gunman": "UAF", "militia": "UAF", "militiaman": "UAF", "attacker": "UAF", "bomber": "UAF", "pirate": "CRM",
    "gang": "CRM", "smuggler": "CRM", "trafficker": "CRM", "kidnapper": "CRM", "hacker": "CRM", "thief": "CRM",
    "protester": "OPP", "demonstrator": "OPP", "opposition": "OPP", "dissident": "OPP", "activist": "OPP",
    "union": "LAB", "worker": "LAB", "docker": "LAB", "miner": "LAB", "farmer": "AGR",
    "student": "EDU", "teacher": "EDU", "university": "EDU", "doctor": "HLH", "nurse": "HLH", "hospital": "HLH",
    "journalist": "MED", "newspaper": "MED", "editor": "MED", "reporter": "MED", "company": "BUS", "firm": "BUS",
    "refugee": "REF", "migrant": "REF", "civilian": "CVL", "resident": "CVL", "villager": "CVL", "people": "CVL",
    "bishop": "REL", "priest": "REL", "imam": "REL", "pope": "REL", "church": "REL", "party": "PTY",
}  # fmt: skip
"""Sectors of nouns of news that the dictionaries do not have, or have otherwise than the codebook says."""

POLITICAL: Final = frozenset("GOV LEG IGO PTY MIL JUD OPP REB SPY COP UAF SEP INS REF".split())
"""Sectors of states, bodies and offices of politics, the law and arms."""
