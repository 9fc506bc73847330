"""Make the tables of the events' actors and codes from the CAMEO and PLOVER dictionaries (OEDA, MIT licence).

    python -m training.event_tables --data ../shared/data/events

`agents.json.gz` holds nouns for people and bodies with their sector ("policeman": COP) and organizations and armed
groups with country and sector. Names of persons are left out: their offices are dated, and end in 2014. `codes.json`
holds for each PLOVER type and mode the CAMEO code that stands for it, the most general one.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry

OUT = Path("src/copydesk/reading/events")
_SECTORS = frozenset(
    "GOV MIL REB OPP PTY COP JUD SPY MED EDU BUS CRM CVL LEG HLH AGR LAB REL REF ELI ENV HRI NGO IGO UAF DEV".split()
)
_ALIASES = {
    "MNC": "BUS",
    "CHR": "REL",
    "MUS": "REL",
    "JEW": "REL",
    "HIN": "REL",
    "BUD": "REL",
    "IMG": "UAF",
    "JRN": "MED",
}
_OLD = re.compile(r"[<>]?\d{6}")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the entries of a dictionary."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def sector_of(code: str) -> str | None:
    """Return the first sector in a CAMEO code without its country: GOVMIL is GOV."""
    first = code[:3]
    first = _ALIASES.get(first, first)
    return first if first in _SECTORS else None


def country_and_sector(code: str) -> tuple[str | None, str | None]:
    """Return the ISO 3166-1 alpha-2 country and the sector of a CAMEO actor code."""
    country = pycountry.countries.get(alpha_3=code[:3])
    if country:
        return country.alpha_2, sector_of(code[3:])
    sector = sector_of(code)
    country = pycountry.countries.get(alpha_3=code[3:6]) if sector else None
    return (country.alpha_2 if country else None), sector


def plain(name: str) -> str:
    """Return a dictionary's name as text has it, lower-cased."""
    return " ".join(name.replace("_", " ").split()).lower()


def agents(data: Path) -> dict[str, str]:
    """Return the sector of each agent noun, singular and plural."""
    found: dict[str, str] = {}
    for entry in lines(data / "cameo_agents.jsonl.gz"):
        sector = sector_of(entry["code"].strip("~"))
        if sector:
            found[plain(entry["name"])] = sector
            if entry["plural"]:
                found[plain(entry["plural"])] = sector
    return found


def organizations(data: Path) -> dict[str, list[str | None]]:
    """Return country and sector of each organization and armed group whose code has no date and a sector."""
    found: dict[str, list[str | None]] = {}
    for entry in lines(data / "cameo_actors.jsonl.gz"):
        dated = any(_OLD.search(code) for code in entry["codes"])
        if dated or len(entry["codes"]) != 1 or entry["file"].startswith("Phoenix.Countries"):
            continue
        country, sector = country_and_sector(entry["codes"][0])
        if sector:
            for name in entry["names"]:
                if len(name) > 2:
                    found.setdefault(plain(name), [country, sector])
    return found


def codes(data: Path) -> dict[str, str]:
    """Return the CAMEO code of each "TYPE" and "TYPE/mode", the shortest and first of those that the table gives it."""
    table = json.loads((data / "cameo_to_plover.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for code, entry in sorted(table.items(), key=lambda item: (len(item[0]), item[0])):
        if len(code) > 2 and entry["type"]:
            found.setdefault("/".join(filter(None, (entry["type"], entry["mode"]))), code)
    return found


def main() -> None:
    """Write the tables."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    data = options.parse_args().data
    tables: dict[str, dict[str, Any]] = {"agents": agents(data), "organizations": organizations(data)}
    packed = gzip.compress(json.dumps(tables, sort_keys=True, ensure_ascii=False).encode(), mtime=0)
    (OUT / "agents.json.gz").write_bytes(packed)
    (OUT / "codes.json").write_text(json.dumps(codes(data), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print({name: len(table) for name, table in tables.items()}, len(packed))


if __name__ == "__main__":
    main()
