"""Which record of one state is which of the other: by layer and id, wherever it stands."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from moeiwatch.data.changes.sides import Found
from moeiwatch.data.changes.values import content_meaning, geometry_meaning, meaning, record_meaning


@dataclass(frozen=True)
class Pair:
    """A record in both states; None where it is missing from one."""

    before: Found | None
    after: Found | None


def match_records(before: Iterable[Found], after: Iterable[Found]) -> list[Pair]:
    """Return each record of both states once, in the order of the later one, then those that are gone.

    Of several records with one id, and of records without an id, those that say the same belong together;
    what is left is matched in order where there is an id. A record that says all the same under another id is
    one record whose id was changed. Of records without an id, those with the same facts, else at the same
    place, are one that changed; all others are gone or new.
    """
    groups: dict[str | None, tuple[list[Found], list[Found]]] = defaultdict(lambda: ([], []))
    for place, records in enumerate((before, after)):
        for found in records:
            groups[found.record.id][place].append(found)
    pairs: list[Pair] = []
    gone: list[Found] = []
    new: list[Found] = []
    for id_, (olds, news) in groups.items():
        if len(olds) == len(news) == 1 and id_ is not None:
            pairs.append(Pair(olds[0], news[0]))
            continue
        same, olds, news = _same(olds, news, key=_whole)
        pairs += same
        both = min(len(olds), len(news)) if id_ is not None else 0
        pairs += [Pair(old, late) for old, late in zip(olds[:both], news[:both], strict=True)]
        gone += olds[both:]
        new += news[both:]
    for key in (_content, _unnamed_facts, _unnamed_place):
        found_again, gone, new = _same(gone, new, key=key)
        pairs += found_again
    return [*pairs, *(Pair(None, found) for found in new), *(Pair(found, None) for found in gone)]


def _same(
    olds: list[Found], news: list[Found], *, key: Callable[[Found], str]
) -> tuple[list[Pair], list[Found], list[Found]]:
    """Return the pairs that agree in a key, and what is left of both lists."""
    if not olds or not news:
        return [], olds, news
    waiting: dict[str, list[Found]] = defaultdict(list)
    for old in olds:
        waiting[key(old)].append(old)
    pairs, left = [], []
    for late in news:
        found = key(late)
        if found and waiting.get(found):
            pairs.append(Pair(waiting[found].pop(0), late))
        else:
            left.append(late)
    taken = {id(pair.before) for pair in pairs}
    return pairs, [old for old in olds if id(old) not in taken], left


def _whole(found: Found) -> str:
    return record_meaning(found.record, is_layer=found.collection.is_layer)


def _content(found: Found) -> str:
    return content_meaning(found.record, is_layer=found.collection.is_layer)


def _unnamed_facts(found: Found) -> str:
    """Return what a record without an id says beside its place, "" where it has an id or says nothing."""
    facts = found.record.properties
    return meaning(facts) if found.record.id is None and facts else ""


def _unnamed_place(found: Found) -> str:
    """Return the place of a record without an id, "" where it has an id or no place."""
    place = found.record.geometry
    return geometry_meaning(place) if found.record.id is None and place is not None else ""
