"""Every date that is told of a compound stands so in the record behind it."""

from datetime import date

from moeiwatch.analysis.staleness import compound_staleness
from moeiwatch.analysis.status import status_words
from moeiwatch.data.geodata import read_geodata

DATES = ("first_reported", "status_as_of", "observed", "observed_end", "date", "date_end")


def written(data, layer, record):
    row = data.layers[layer].loc[record]
    return {row[name] for name in DATES if name in row and row[name] is not None}


def test_dates_of_a_status_and_newest_words_are_those_of_their_records():
    data = read_geodata()
    frames = [data.layers[layer] for layer in ("compounds", "construction_reports", "rescue_events")]
    for mode in ("happened", "known"):
        for word in status_words(*frames, sources=data.sources, mode=mode).itertuples():
            assert word.when is None or word.when in written(data, word.layer, word.record), word
    newest = compound_staleness(*frames, as_of=date(2026, 11, 23), stale_after=None)
    for compound, word in newest.iterrows():
        assert word["newest"] in written(data, word["newest_layer"], word["newest_record"]), compound
