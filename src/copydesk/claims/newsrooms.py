"""What newsrooms are called: agencies with their short form, others as the page names them."""

from copydesk.claims.statements import stems_of
from copydesk.english.agencies import AGENCIES, agency_in


def newsroom_of(words: str) -> str | None:
    """Return the agency that some words name, as `newsroom_name` writes it; None where they name none."""
    agency = agency_in(words)
    return newsroom_name(agency) if agency else None


def newsroom_name(name: str) -> str:
    """Return a newsroom's name; an agency's with the short form that readers know: `Agence France-Presse (AFP)`."""
    agency = agency_in(name) or name
    short = [form for form in AGENCIES.get(agency, ()) if " " not in form and form.lower() not in agency.lower()]
    return f"{agency} ({short[0]})" if short else agency


def same_name(one: str, other: str) -> bool:
    """Return whether two names are one newsroom's: the same words, articles and short forms aside."""
    if one.casefold() == other.casefold():
        return True
    stems = stems_of(newsroom_name(one))
    return bool(stems) and stems == stems_of(newsroom_name(other))
