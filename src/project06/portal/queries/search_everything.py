"""One search over what the platform knows; each package's own page has the rest."""

from datetime import date

from project06.agencies import public as agencies
from project06.places import public as places
from project06.portal.data import SearchResults

SHOWN = 8


def search_everything(text: str, on: date) -> SearchResults:
    """Find places and organisations by a text typed with or without diacritics; nothing for a blank text."""
    wanted = text.strip()
    if not wanted:
        return SearchResults(text="", on=on)
    found_places = places.search_units(wanted, on=on, limit=SHOWN + 1)
    found_agencies = agencies.list_agencies(on=on, query=wanted, limit=SHOWN)
    return SearchResults(
        text=wanted,
        on=on,
        places=tuple(found_places[:SHOWN]),
        more_places=len(found_places) > SHOWN,
        agencies=found_agencies.agencies,
        more_agencies=found_agencies.next_after is not None,
    )
