"""Strategies for files that nobody meant: any JSON, and JSON that is nearly a layer."""

from hypothesis import strategies as st

_NAMES = """
    id type name kind compound part_of counted_in people_min people_best people_max date date_end observed
    sources sanctions armed_groups nationalities merged_into withdrawn verified URL custom issued date-parts
    other_ids member_of title geometry coordinates location_basis properties x
"""
NAMES = st.sampled_from(_NAMES.split())

TEXTS = st.sampled_from(
    ["a", "b", "a-b", "compound", "2025", "2025-02-30", "<img>", "\u202e", "https://a.b", "Point"]
)

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-10, 10)
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.text(max_size=8)
)

ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(NAMES | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=8,
)

POSITIONS = st.lists(st.floats(-200, 200) | st.integers(90, 100) | SCALARS, max_size=3)
GEOMETRIES = st.one_of(
    st.none(),
    ANY_JSON,
    st.fixed_dictionaries({"type": st.just("Point"), "coordinates": POSITIONS}),
    st.fixed_dictionaries({"type": st.just("LineString"), "coordinates": st.lists(POSITIONS, max_size=3)}),
    st.fixed_dictionaries(
        {"type": st.just("Polygon"), "coordinates": st.lists(st.lists(POSITIONS, max_size=5), max_size=2)}
    ),
)
PROPERTIES = st.dictionaries(NAMES, ANY_JSON, max_size=8)
IDS = st.sampled_from(["a", "b", "c"]) | SCALARS
FEATURES = ANY_JSON | st.fixed_dictionaries(
    {"type": st.just("Feature"), "id": IDS, "properties": PROPERTIES | ANY_JSON, "geometry": GEOMETRIES},
    optional={"bbox": ANY_JSON, "extra": ANY_JSON},
)
LAYERS = st.fixed_dictionaries(
    {"type": st.just("FeatureCollection"), "features": st.lists(FEATURES, max_size=4) | ANY_JSON},
    optional={"$schema": ANY_JSON, "name": ANY_JSON},
)
SOURCES = st.lists(st.dictionaries(NAMES, ANY_JSON, max_size=8) | ANY_JSON, max_size=4)
ACTORS = st.fixed_dictionaries({"actors": SOURCES})
FILES = st.dictionaries(
    st.sampled_from(
        [
            "compounds.geojson",
            "rescue_events.geojson",
            "construction_reports.geojson",
            "base/countries.geojson",
        ]
    ),
    LAYERS | ANY_JSON,
    max_size=4,
)
"""Values of a few files."""

RAW_FILES = st.binary(max_size=60) | st.text(alphabet='{}[],:"\\ \n1aE.-tue', max_size=40).map(str.encode)
"""Bytes that are nearly JSON, or nothing like it."""
