"""The point of a record asked for at a prompt."""

from typing import Any

from moeiwatch.data.drafts.questions import Talk

_MEANT = (
    "Degrees, longitude first. A rescue, a statement on the river and a step against a compound stand at the "
    "compound, a public crossing, an airport or the point of a town; anything else at two decimals. "
    "No shelter, and no place where a person could be found."
)


def ask_point(former: Any, talk: Talk, *, at_compound: bool, nullable: bool) -> Any:
    """Return a point as GeoJSON; None where none is known, or where the record stands at its compound.

    Parameters
    ----------
    former : the point that was given before.
    at_compound : True if the record has a compound and no place of its own.
    nullable : True if a record may have no place.
    """
    if at_compound:
        talk.say("  It stands at the point of its compound.")
        return None
    place = former.get("coordinates") if isinstance(former, dict) else None
    default = f" [{' '.join(map(str, place))}]" if isinstance(place, list) else ""
    while True:
        answer = talk.ask(
            f"{' ' if nullable else '*'} Longitude and latitude, such as 98.557 16.631{default}: "
        )
        answer = answer.strip()
        if answer == "?":
            talk.say(f"  {_MEANT}")
            continue
        if not answer and default:
            return former
        if answer in ("", "-") and nullable:
            return None
        try:
            longitude, latitude = map(float, answer.replace(",", " ").split())
        except ValueError:
            talk.say("  Write two numbers in degrees: longitude, then latitude.")
            continue
        if abs(longitude) <= 180 and abs(latitude) <= 90:
            return {"type": "Point", "coordinates": [longitude, latitude]}
        turned = (
            f" Did you mean {latitude:g} {longitude:g}?"
            if abs(longitude) <= 90 and abs(latitude) <= 180
            else ""
        )
        talk.say(f"  No place lies there: longitude comes first.{turned}")
