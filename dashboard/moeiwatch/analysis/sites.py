"""Which compound records are one site: parts of a whole, and records that may be the same place twice.

Two different things. A part (`part_of`) surely belongs to its whole. A possible twin (`possibly_same_as`) may
be another record under a second name; the doubt is open. The record that names others is the doubtful one:
'Gate 25 may be Shwe Kokko, Apollo Park or Yulong Bay' folds Gate 25 into one of the three and does not make
the three one. Joining everything that is linked (union-find) would, and would count too few.
"""

import pandas as pd

from moeiwatch.analysis.records import column, select_standing


def site_of(compounds: pd.DataFrame) -> pd.Series:
    """Return for each standing compound the id of the site that it belongs to: the top of its `part_of`
    chain.

    A chain stops before a record that is not in the frame, or at the smallest id of a ring (which the check
    forbids).
    """
    standing = select_standing(compounds)
    parents = column(standing, "part_of").to_dict()
    return pd.Series({record: _top(record, parents) for record in standing.index}, dtype=object).rename(
        "site"
    )


def twin_targets(compounds: pd.DataFrame) -> dict[str, set[str]]:
    """Return for each doubtful site the other sites that it may be.

    A doubt of a part is a doubt of that part only, not of its whole: it is left out, since folding a part
    changes no count of sites. A part named as the other place stands for its whole.
    """
    sites = site_of(compounds)
    named = column(compounds, "possibly_same_as")
    targets: dict[str, set[str]] = {}
    for record, site in sites.items():
        if record == site and isinstance(named[record], list | tuple):
            others = {sites[other] for other in named[record] if other in sites.index} - {site}
            if others:
                targets[record] = others
    return targets


def doubtful_sites(compounds: pd.DataFrame) -> set[str]:
    """Return the sites that would fold into another one if every doubt were settled as 'the same'.

    Sites that only name one another stand for one place: the one whose id sorts first is kept.
    """
    targets = twin_targets(compounds)
    kept: set[str] = set()
    for site in sorted(targets):
        reachable = _reachable(site, targets)
        ends = {other for other in reachable if other not in targets}
        ring = {other for other in reachable if site in _reachable(other, targets)} | {site}
        if not ends and reachable <= ring and min(ring) == site:
            kept.add(site)
    return set(targets) - kept


def _top(record: str, parents: dict[str, str | None]) -> str:
    chain = [record]
    while (parent := parents.get(chain[-1])) is not None and parent in parents:
        if parent in chain:
            return min(chain[chain.index(parent) :])
        chain.append(parent)
    return chain[-1]


def _reachable(site: str, targets: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(targets.get(site, ()))
    while waiting:
        other = waiting.pop()
        if other not in seen:
            seen.add(other)
            waiting.extend(targets.get(other, ()))
    return seen
