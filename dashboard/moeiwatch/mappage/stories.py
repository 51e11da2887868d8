"""The stories as the page tells them, and the scripts and sheets that tell, present, share and embed."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from folium.elements import JSCSSMixin
from folium.template import Template

from moeiwatch.data.stories import Step, Story
from moeiwatch.data.viewstate import message
from moeiwatch.mappage.elements import PageMap, PageScript, PageStyle

QR_CODE = "vendor/qrcode-generator-2.0.4/qrcode.js"

STYLES = (
    "story.css",
    "handout.css",
    "present.css",
    "map_key.css",
    "dialog.css",
    "share.css",
    "embed.css",
    "picture.css",
)

SCRIPTS = (
    "share_keys.js",
    "share_title.js",
    "dialog.js",
    "share_code.js",
    "story_model.js",
    "story_panel.js",
    "story_list.js",
    "story_print.js",
    "story.js",
    "story_place.js",
    "present.js",
    "map_key.js",
    "picture.js",
    "share.js",
    "privacy.js",
    "embed.js",
)
"""In the order in which they are read, which is also the order of their buttons."""


class QrCode(JSCSSMixin):
    """The vendored script that works out QR codes."""

    _template = Template("")
    default_js = (("qrcode", QR_CODE),)


def add_stories(page_map: PageMap) -> None:
    """Add story, presentation, sharing and embedding to the map page.

    Parameters
    ----------
    page_map : the map, after the page's own scripts and before the one that starts them all.
    """
    QrCode().add_to(page_map)
    for file in STYLES:
        PageStyle(file).add_to(page_map)
    for file in SCRIPTS:
        PageScript(file).add_to(page_map)


def story_pack(stories: Sequence[Story], *, sources: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the stories that have a step as plain values, each source as its place in the table.

    A source that the table does not have is left out: the check tells of it.

    Parameters
    ----------
    sources : frame of the publications, index ``id``.
    """
    places = {source: number for number, source in enumerate(sources.index)}
    return [
        {
            "id": story.id,
            "title": story.title,
            "language": story.language,
            "summary": story.summary,
            "steps": [_step(step, places) for step in story.steps],
        }
        for story in stories
        if story.steps
    ]


def _step(step: Step, places: dict[str, int]) -> dict[str, Any]:
    return {
        "id": step.id,
        "title": step.title,
        "sentences": [
            {
                "text": sentence.text,
                "sources": [places[source] for source in sentence.sources if source in places],
                "records": list(sentence.records),
            }
            for sentence in step.sentences
        ],
        "view": message(step.view),
    }
