"""On which side of the border a point lies, and how far from the line."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from moeiwatch.data.checks.base import country_of
from moeiwatch.data.checks.geometry import check_geometry
from moeiwatch.data.contents import Contents, Record

METRES = "EPSG:32647"
"""UTM zone 47N, in which all distances of this project are measured."""


@dataclass(frozen=True)
class Border:
    """Thailand's land and the border line.

    Attributes
    ----------
    thailand : shapely geometry in degrees.
    line : shapely geometry of the border in degrees.
    """

    thailand: Any
    line: Any

    def in_thailand(self, longitude: float, latitude: float) -> bool:
        """Return True for a point on Thailand's side."""
        from shapely import prepare
        from shapely.geometry import Point

        prepare(self.thailand)
        return bool(self.thailand.contains(Point(longitude, latitude)))

    def distance_m(self, longitude: float, latitude: float) -> float:
        """Return the distance to the border in metres, measured in UTM zone 47N."""
        from shapely.geometry import Point

        return float(self._line_m.distance(Point(*self._transformer.transform(longitude, latitude))))

    @cached_property
    def _transformer(self) -> Any:
        from pyproj import Transformer

        return Transformer.from_crs("EPSG:4326", METRES, always_xy=True)

    @cached_property
    def _line_m(self) -> Any:
        from shapely import transform

        return transform(self.line, self._transformer.transform, interleaved=False)


def border_of(contents: Contents) -> Border | None:
    """Return the border from ``base/countries`` and ``base/border``; None if either cannot be used."""
    memory = contents.base["border"].memory
    if "border" not in memory:
        countries = shapes_of(contents, "countries")
        thailand = _union([shape for record, shape in countries if country_of(record) == "TH"])
        line = _union([shape for _, shape in shapes_of(contents, "border")])
        memory["border"] = Border(thailand, line) if thailand is not None and line is not None else None
    return memory["border"]


def shapes_of(contents: Contents, name: str) -> list[tuple[Record, Any]]:
    """Return the records of a layer of ``base/``, each with its shape; None for one that cannot be drawn."""
    from shapely.geometry import shape

    layer = contents.base[name]
    if "shapes" not in layer.memory:
        layer.memory["shapes"] = [
            (
                r,
                None
                if r.geometry is None or check_geometry(layer, r, frame=contents.frame)
                else shape(r.geometry),
            )
            for r in layer.records
        ]
    return layer.memory["shapes"]


def _union(shapes: list) -> Any:
    from shapely import union_all

    return None if not shapes or None in shapes else union_all(shapes)
