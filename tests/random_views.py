"""Views of the map as readers might choose them, by chance and again the same for the same seed."""

import random


def random_view(seed: int) -> dict:
    """Return the fields of a view, as the map page's store takes them."""
    chance = random.Random(seed)
    months = [f"20{chance.randint(19, 26)}-{chance.randint(1, 12):02}" for _ in range(2)]
    return {
        "from": min(months) if chance.random() < 0.6 else "",
        "to": max(months) if chance.random() < 0.6 else "",
        "mode": chance.choice(["happened", "known"]),
        "month": chance.randint(0, 12),
        "hide": sorted(chance.sample(["crossings", "compounds.active", "rescue_events", "river_reaches"], 2)),
        "basis": chance.choice([[], ["claimed"], ["observed", "not_stated"]]),
        "conf": chance.choice([[], ["high"], ["high", "low"]]),
        "sel": chance.choice(["", "compounds/kk-park", "compounds/shwe-kokko"]),
        "at": [
            chance.randint(24, 60) / 4,
            round(chance.uniform(15, 18), 5),
            round(chance.uniform(97.5, 99), 5),
        ],
        "theme": chance.choice(["", "light", "dark"]),
    }
