"""Which compound records are one site: parts of a whole, and records that may be the same place twice.

Two different things. A part (`part_of`) surely belongs to its whole. A possible twin (`possibly_same_as`) may
be another record under a second name; the doubt is open. The record that names others is the doubtful one:
'Gate 25 may be Shwe Kokko, Apollo Park or Yulong Bay' folds Gate 25 into one of the three and does not make
the three one. Joining everything that is linked (union-find) would, and would count too few.

Both are read in the whole layer, whatever a filter hides: parts of a whole that is not shown are still one
site, and records that may all be one that is not shown are still one with each other.
"""

import pandas as pd

from moeiwatch.analysis.records import column, select_standing


def site_of(compounds: pd.DataFrame, *, among: pd.DataFrame | None = None) -> pd.Series:
    """Return for each standing compound the id of the site that it belongs to: the top of its `part_of`
    chain.

    A chain stops before a record that is merged, withdrawn or nowhere, or at the smallest id of a ring (which
    the check forbids).

    Parameters
    ----------
    compounds : those shown.
    among : the whole layer, in which hidden wholes are looked up; by default only `compounds`.
    """
    standing = select_standing(compounds)
    parents = column(select_standing(compounds if among is None else among), "part_of").to_dict()
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


def folded_sites(sites: pd.Series, *, among: pd.DataFrame) -> pd.Series:
    """Return for each site the one under which it is counted if every doubt is settled as 'the same'.

    A possible twin stands under one that it may be, before all under one that is among these sites: so it
    folds into what is shown. Where all that it may be is hidden it stands under the one of these whose id
    sorts first, together with the others that may be it.

    Parameters
    ----------
    sites : ids of sites by record, as `site_of` gives them for the records shown.
    among : the whole layer.
    """
    targets = twin_targets(among)
    doubtful = doubtful_sites(among)
    shown = set(sites)

    def kept(site: str) -> str:
        if site not in doubtful:
            return site
        others = _reachable(site, targets) - doubtful
        return min(others & shown or others)

    return sites.map({site: kept(site) for site in shown}).astype(object)


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
