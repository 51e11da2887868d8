"""The privacy note: what the map tells whom. One text for the app and for the exported site."""

from dataclasses import dataclass

from moeiwatch.data.settings import Settings

_TILES = {
    "light": "Light tiles come from OpenStreetMap (tile.openstreetmap.org)",
    "satellite": "satellite pictures from Esri (server.arcgisonline.com)",
}


TAKE_DOWN = (
    "What can harm a person is taken off the map first and looked into afterwards. Say which record it is "
    "and of which sort the harm is; do not repeat the harm where others can read it."
)
"""How to have something taken down, for every place that names the contact."""


@dataclass(frozen=True)
class Section:
    """A heading with its paragraphs, as plain text.

    Attributes
    ----------
    for_app : False if it concerns the exported page as well, True if only the app.
    """

    title: str
    paragraphs: tuple[str, ...]
    for_app: bool = False


def privacy_note(settings: Settings) -> list[Section]:
    """Return the note for a host with these settings."""
    offered = [_TILES[name] for name in settings.tiles]
    if offered:
        where = " and ".join(offered)
        tiles = (
            "The map is drawn from the data that comes with the page. Nothing is asked of any other host "
            "until you choose a base layer other than 'Own map'.",
            f"{where}. Whoever serves them then sees your network address, which site you came from, and "
            "which part of the map you look at. Choose 'Own map' again and it ends. Where a link names such "
            "a layer, the page asks you first.",
        )
    else:
        tiles = (
            "The map is drawn from the data that comes with the page. Nothing is ever asked of another host: "
            "tiles are switched off here.",
        )
    kept = ", but in this tab, until you close it, which tiles you agreed to" if offered else ""
    return [
        Section("In short", ("Nobody is told that you look at this map, and nothing is counted about you.",)),
        Section("Other hosts", tiles),
        Section(
            "What stands in the address",
            (
                "What you choose (period, layers, the selected record, the place on the map) stands in the "
                "address of the page, so that a link gives the same view. It is in your browser's history, "
                f"and with everybody to whom you send it. Nothing else about you is kept{kept}.",
            ),
        ),
        Section(
            "What the server sees",
            (
                "As with every page, whoever runs the server can see your network address and what was asked "
                "of it. The exported page, opened from disk, has no server.",
            ),
        ),
        Section(
            "What the app keeps",
            (
                "The app sets one cookie, which guards against forged uploads and ends with the session, and "
                "your browser may keep your choice of light or dark. Streamlit's own statistics are switched "
                "off. A service that hosts the app may count visits by means of its own.",
                "A file that you drop into the workbench is held in the server's memory for your session "
                "alone. It is shown to nobody else and is gone when you close the page.",
            ),
            for_app=True,
        ),
        Section(
            "Links that leave",
            (
                "Sources, and 'Suggest a change' where it leads to GitHub, are links to other sites. These "
                "are asked for nothing before you follow a link, and are not told which page you came from. "
                "What you write in a form there is public.",
            ),
        ),
        Section(
            "People in the data",
            (
                "No victim is named or can be located here: no person's name, no shelter. Others are named "
                "only as authorities or published reports name them: under sanctions, charged, sought, or as "
                "owners.",
                f"If something must not be shown, write to {settings.contact}."
                if settings.contact
                else "If something must not be shown, ask whoever runs this page to take it down.",
            ),
        ),
    ]
