from moeiwatch.analysis.backlinks import compounds_by_actor, records_by_source, sanction_rows

from analysis.frames import frame


def actors():
    return frame(
        {
            "bgf": {"sources": ["a"], "sanctions": None},
            "saw": {
                "sources": ["a"],
                "sanctions": [
                    {"authority": "OFAC", "date": "2025-05-05", "sources": ["b"], "sdn_uid": "1"},
                    {"authority": "EU"},
                    {"authority": "UK", "date": "2023-12-08"},
                ],
            },
        }
    )


def test_each_record_stands_once_under_each_of_its_sources():
    layers = {"compounds": frame({"kk": {"sources": ["a", "b", "a"]}, "no": {"sources": None}})}
    table = records_by_source(layers, actors())
    assert [tuple(row) for row in table.to_numpy()] == [
        ("a", "compounds", "kk"),
        ("b", "compounds", "kk"),
        ("a", "actors", "bgf"),
        ("a", "actors", "saw"),
        ("b", "actors", "saw"),
    ]


def test_withdrawn_and_merged_records_rest_on_nothing():
    gone = {
        "x": {"sources": ["a"], "merged_into": "y"},
        "z": {"sources": ["a"], "withdrawn": {"reason": "no"}},
    }
    assert records_by_source({"compounds": frame(gone)}).empty


def test_compounds_that_name_an_actor_with_their_words():
    compounds = frame(
        {
            "kk": {
                "armed_groups": [{"actor": "bgf", "until": "2025"}],
                "operators": [{"actor": "trans-asia", "note": "lease, disputed"}],
            },
            "none": {"armed_groups": None, "operators": None},
        }
    )
    rows = [tuple(row) for row in compounds_by_actor(compounds).to_numpy()]
    assert rows == [
        ("bgf", "kk", "armed_groups", "2025", None),
        ("trans-asia", "kk", "operators", None, "lease, disputed"),
    ]
    assert compounds_by_actor(compounds.iloc[:0]).empty


def test_sanctions_run_from_the_oldest_and_those_without_a_date_come_last():
    table = sanction_rows(actors())
    assert table["authority"].tolist() == ["UK", "OFAC", "EU"]
    assert table["sdn_uid"].tolist() == [None, "1", None]
