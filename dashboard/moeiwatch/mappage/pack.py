"""Everything that the page shows, in compact values: what its first picture needs, and the rest."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from moeiwatch.analysis.newest import newest_date
from moeiwatch.analysis.records import column, select_standing
from moeiwatch.data.citations import citation, link
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.losses import loss_sentences, unreadable_files
from moeiwatch.data.schema import read_schema
from moeiwatch.data.settings import Settings
from moeiwatch.data.stories import Story
from moeiwatch.data.suggestions import FORM, LETTER
from moeiwatch.data.takeaway.licences import CURATED
from moeiwatch.data.takeaway.privacy import privacy_note
from moeiwatch.data.viewstate import DECLARATION
from moeiwatch.mappage.ground import towns
from moeiwatch.mappage.pack_ground import ground_pack
from moeiwatch.mappage.pack_known import status_columns, time_columns
from moeiwatch.mappage.pack_layers import layer_records, layer_words, term_words
from moeiwatch.mappage.pack_river import river_pack
from moeiwatch.mappage.stories import story_pack
from moeiwatch.mappage.style import GROUPS

LAYERS = (*GROUPS, "river_reaches")
"""Layers of the page, in the order of the legend."""

TOLD_OF_ACTORS = ("summary", "member_of", "sanctions", "note", "sources")
"""What the page tells of an actor beside its names."""


def page_pack(
    geodata: Geodata,
    *,
    as_of: date,
    stories: Sequence[Story] = (),
    about: str = "",
    changes: Mapping[str, int] | None = None,
    settings: Settings | None = None,
    lines: Mapping[str, Mapping[str, int]] | None = None,
) -> dict[str, Any]:
    """Return the data of the page as plain values for JSON.

    Parameters
    ----------
    as_of : the day that counts as today: for 'this month' and for statuses without an end.
    stories : what can be told on the map.
    about : address of the page on data and method beside this one, "" where there is none.
    changes : how many records changed since earlier versions of the data, as far as that is known.
    settings : what the host of the page has set.
    lines : on which line of its file each record begins, by layer and id, as far as that is known.
    """
    frames = {layer: select_standing(geodata.layers[layer]) for layer in LAYERS}
    schemas = {layer: read_schema(layer) for layer in LAYERS}
    basis = schemas["construction_reports"].properties["basis"].terms
    confidence = schemas["compounds"].properties["confidence"].terms
    places = {source: number for number, source in enumerate(geodata.sources.index)}
    compound_places = {record: number for number, record in enumerate(frames["compounds"].index)}
    layers = {}
    for layer, frame in frames.items():
        layers[layer] = {
            **layer_words(layer, schema=schemas[layer]),
            "records": layer_records(
                frame,
                layer=layer,
                schema=schemas[layer],
                times=time_columns(frame, layer=layer, sources=geodata.sources),
                sources=places,
                compounds=compound_places,
            ),
        }
        if lines and layer in lines:
            layers[layer]["records"]["line"] = [lines[layer].get(record, 0) for record in frame.index]
    return {
        "version": geodata.version,
        "as_of": as_of.isoformat(),
        "newest": newest_date(geodata.layers, as_of=as_of),
        "view": DECLARATION,
        "basis": term_words(basis),
        "confidence": term_words(confidence),
        "layers": layers,
        "statuses": status_columns(geodata, compounds=frames["compounds"].index),
        "moved": moved_records(geodata),
        "sources": source_pack(geodata.sources),
        "actors": actor_pack(geodata.actors, sources=places),
        "places": towns(geodata.base),
        "ground": ground_pack(geodata),
        "river": river_pack(geodata, as_of=as_of),
        "about": about,
        "licence": CURATED,
        "privacy": [] if about else privacy_pack(settings or Settings()),
        "site": site_pack(settings or Settings()),
        "suggest": {"form": FORM, "letter": LETTER},
        "changes": dict(changes or {}),
        "stories": story_pack(stories, sources=geodata.sources),
        "problems": [str(problem) for problem in geodata.problems if problem.severity == "error"],
        "read": {layer: list(counts) for layer, counts in geodata.counts.items()},
        "losses": loss_sentences(geodata),
        "unreadable": unreadable_files(geodata),
    }


def privacy_pack(settings: Settings) -> list[dict[str, Any]]:
    """Return the privacy note of a page that has no other beside it."""
    told = [section for section in privacy_note(settings) if not section.for_app]
    return [{"title": section.title, "paragraphs": list(section.paragraphs)} for section in told]


def moved_records(geodata: Geodata) -> dict[str, str]:
    """Return where merged records went, ``layer/id`` to ``layer/id``, so that old links lead somewhere."""
    moved = {}
    for layer in LAYERS:
        for record, target in column(geodata.layers[layer], "merged_into").items():
            if isinstance(target, str):
                moved[f"{layer}/{record}"] = f"{layer}/{target}"
    return moved


def source_pack(sources: pd.DataFrame) -> dict[str, list]:
    """Return the sources as columns: id, words to cite it by, link or None, and its kind."""
    rows = sources.to_dict("records")
    return {
        "id": sources.index.tolist(),
        "words": [citation(row) for row in rows],
        "link": [link(row) for row in rows],
        "kind": column(sources, "kind").tolist(),
        "published": column(sources, "published").tolist(),
    }


def site_pack(settings: Settings) -> dict[str, Any]:
    """Return what the host of the page has set."""
    return {
        "title": settings.title,
        "banner": settings.banner,
        "tiles": list(settings.tiles),
        "repository": settings.repository,
        "contact": {"words": settings.contact, "link": settings.contact_link} if settings.contact else None,
    }


def actor_pack(actors: pd.DataFrame, *, sources: Mapping[str, int]) -> list[dict]:
    """Return the actors that stand with what is told of them; what is not known is left out.

    Parameters
    ----------
    sources : place of each source in its table; an actor names its sources by these.
    """
    actors = select_standing(actors)
    names = ("name", "kind", "other_names", "name_my", "name_zh", "name_th")
    columns = {name: column(actors, name) for name in (*names, *TOLD_OF_ACTORS)}
    rows = []
    for actor in actors.index:
        row = {name: cells[actor] for name, cells in columns.items() if cells[actor] is not None}
        row["sources"] = [sources[source] for source in row.get("sources", []) if source in sources]
        rows.append({"id": actor, **row})
    return rows
