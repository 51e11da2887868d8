"""Colours and symbols of every layer and term, in both themes, for map, legend and charts."""

from dataclasses import dataclass

THEMES = ("light", "dark")

COLOURS: dict[str, tuple[str, str]] = {
    "ink": ("#1d2733", "#e9ecef"),
    "muted": ("#5f6b78", "#a3adb8"),
    "paper": ("#fbfaf7", "#14181c"),
    "panel": ("#ffffff", "#1b2026"),
    "line": ("#e4e1d9", "#2e353d"),
    "hover": ("#f3f1eb", "#262d35"),
    "focus": ("#1f5fae", "#8ab8f5"),
    "accent": ("#1d2733", "#e9ecef"),
    "accent-ink": ("#ffffff", "#14181c"),
    "halo": ("#fbfaf7", "#14181c"),
    "land-th": ("#f7f5ef", "#262c32"),
    "land-mm": ("#efece3", "#1f2429"),
    "water": ("#dde7ec", "#101519"),
    "border": ("#8d8f8c", "#77818b"),
    "district": ("#d9d5ca", "#343c44"),
    "label": ("#3f4a55", "#c4ccd4"),
    "label-country": ("#646a6c", "#98a2ab"),
    "label-compound": ("#8f2a23", "#f0a29a"),
    "active": ("#b3261e", "#f0665c"),
    "building": ("#c2690f", "#f0a04b"),
    "demolition": ("#5b6168", "#b3bbc3"),
    "people": ("#0f766e", "#45c4b7"),
    "raid": ("#6b4a8a", "#bd9ce0"),
    "intervention": ("#2f5d9b", "#86aef0"),
    "crossing": ("#3c444c", "#cfd6dd"),
    "unknown": ("#66727f", "#98a3ae"),
    "low-water": ("#f5e6cd", "#3a3123"),
    "danger": ("#a0357a", "#e58cc6"),
    "river-very-high": ("#572502", "#fde0a8"),
    "river-high": ("#803f08", "#dba953"),
    "river-raised": ("#647040", "#8a9a6e"),
    "river-lower": ("#568bb4", "#4b80a8"),
    "river-unknown": ("#7f8890", "#727d88"),
}
"""Name to its colour in the light and in the dark theme. Contrast with land and panel is tested."""

SHAPES = ("circle", "triangle-up", "triangle-down", "diamond", "square", "bar", "bridge", "pier", "wave")
PAINTS = ("full", "half", "tint", "open", "dot", "cross", "slash", "rise", "dotted", "arrow")


@dataclass(frozen=True)
class Symbol:
    """A mark on the map: its shape, how it is painted, and the name of its colour.

    Shape and paint alone tell all symbols apart, also those of different layers, so that grey prints and
    colour-blind readers lose nothing. The stroke is kept for the basis: solid observed, dashed claimed, thin
    not stated.
    """

    shape: str
    paint: str
    colour: str


@dataclass(frozen=True)
class Group:
    """One row of the legend: terms of a layer that share a symbol."""

    id: str
    title: str
    symbol: Symbol
    terms: tuple[str, ...]


def _each(shape_of: dict[str, Symbol], titles: dict[str, str]) -> tuple[Group, ...]:
    return tuple(Group(term, titles[term], symbol, (term,)) for term, symbol in shape_of.items())


GROUPS: dict[str, tuple[Group, ...]] = {
    "compounds": _each(
        {
            "active": Symbol("circle", "full", "active"),
            "under_construction": Symbol("circle", "rise", "building"),
            "partly_demolished": Symbol("circle", "half", "active"),
            "raided": Symbol("circle", "dot", "raid"),
            "demolished": Symbol("circle", "cross", "demolition"),
            "abandoned": Symbol("circle", "slash", "demolition"),
            "unknown": Symbol("circle", "dotted", "unknown"),
        },
        {
            "active": "Active",
            "under_construction": "Under construction",
            "partly_demolished": "Partly demolished",
            "raided": "Raided",
            "demolished": "Demolished",
            "abandoned": "Abandoned",
            "unknown": "Unknown",
        },
    ),
    "construction_reports": (
        Group(
            "building",
            "Building",
            Symbol("triangle-up", "full", "building"),
            (
                "new_site",
                "expansion",
                "new_buildings",
                "infrastructure",
                "power",
                "connectivity",
                "resumed",
                "halted",
            ),
        ),
        Group(
            "demolition",
            "Demolition, damage",
            Symbol("triangle-down", "full", "demolition"),
            ("demolition", "damage"),
        ),
    ),
    "rescue_events": (
        Group(
            "out",
            "Released, freed or fled",
            Symbol("circle", "tint", "people"),
            ("rescue", "release", "handover", "escape", "raid"),
        ),
        Group("home", "Sent home", Symbol("circle", "arrow", "people"), ("repatriation",)),
    ),
    "interventions": (
        Group(
            "supply",
            "Supply cut",
            Symbol("diamond", "full", "intervention"),
            ("power_cut", "fuel_ban", "internet_cut", "starlink"),
        ),
        Group(
            "justice",
            "Arrests and courts",
            Symbol("diamond", "dot", "intervention"),
            ("arrest", "extradition_order", "extradition", "forfeiture"),
        ),
        Group(
            "rules",
            "Sanctions, law, statements",
            Symbol("diamond", "open", "intervention"),
            ("sanction", "law", "declaration"),
        ),
        Group("closure", "Border closed", Symbol("bar", "full", "intervention"), ("border_closure",)),
    ),
    "crossings": _each(
        {
            "bridge": Symbol("bridge", "open", "crossing"),
            "pier": Symbol("pier", "open", "crossing"),
            "checkpoint": Symbol("square", "dot", "crossing"),
            "ford_area": Symbol("wave", "open", "crossing"),
        },
        {"bridge": "Bridge", "pier": "Pier", "checkpoint": "Checkpoint", "ford_area": "Ford or village"},
    ),
}
"""Rows of the legend by layer, in their order."""

TERM_PROPERTY = {
    "compounds": "status",
    "construction_reports": "kind",
    "rescue_events": "kind",
    "interventions": "kind",
    "crossings": "kind",
}
"""The property whose terms the legend shows and hides."""

RIVER_CLASSES = ("very high", "high", "raised", "lower", "unknown")
"""Classes of crossing risk in the order of the legend.

In grey and by width too: the higher, the farther from the land's brightness, and the wider (map.css).
"""


def river_colour(name: str) -> str:
    """Return the name of the colour of a class of crossing risk."""
    return f"river-{name.replace(' ', '-')}"


def symbol_of(layer: str, term: str) -> Symbol:
    """Return the symbol of a term; KeyError for a term without one."""
    for group in GROUPS[layer]:
        if term in group.terms:
            return group.symbol
    raise KeyError(f"{layer}.{term}")


def colour(name: str, *, theme: str = "light") -> str:
    """Return a colour as #rrggbb, for charts outside the map page."""
    return COLOURS[name][THEMES.index(theme)]


def theme_css() -> str:
    """Return the style sheet that declares every colour of both themes as a variable.

    Until its first script has said which theme a page has, one on a dark system is empty and dark.
    """
    rules = []
    for number, theme in enumerate(THEMES):
        lines = [f"  --{name}: {values[number]};" for name, values in COLOURS.items()]
        rules.append("\n".join([f".theme-{theme} {{", f"  color-scheme: {theme};", *lines, "}"]))
    _, dark = COLOURS["paper"]
    rules.append(
        f"@media (prefers-color-scheme: dark) {{ .waiting {{ color-scheme: dark; background: {dark}; }} }}"
    )
    return "\n".join(rules) + "\n"
