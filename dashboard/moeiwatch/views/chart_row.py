"""One row of a chart that has several under each other on one axis of time."""

from dataclasses import dataclass

import altair as alt


@dataclass(frozen=True)
class Row:
    """A row: its layers from the lowest up, how high it is in pixels, and the words over it.

    A layer that is itself made of layers costs Altair several times as much: only such as share a scale are.
    """

    layers: tuple[alt.Chart | alt.LayerChart, ...]
    height: float
    title: str


def row_scale(top: float, height: float, **options: object) -> alt.Scale:
    """Return a scale of values from the foot of a row up to its top."""
    return alt.Scale(range=[top + height, top], **options)


def row_axis(**options: object) -> alt.Axis:
    """Return the axis of values on the left of a row, of the same width in every row."""
    return alt.Axis(
        orient="left", title=None, minExtent=44, maxExtent=44, ticks=False, domain=False, grid=True, **options
    )
