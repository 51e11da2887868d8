"""The date of the newest word from the ground."""

from datetime import date

import pandas as pd
from moeiwatch.analysis.newest import newest_date, newest_record

AS_OF = date(2026, 11, 23)


def layers(**dates):
    frames = {
        "construction_reports": {"observed": ["2026-02-11"]},
        "rescue_events": {"date": ["2026-02-13"]},
        "interventions": {"date": ["2026-09"]},
        "compounds": {"status": ["unknown"], "status_as_of": [None]},
    }
    for layer, columns in dates.items():
        frames[layer] = frames[layer] | columns
    return {layer: pd.DataFrame(columns) for layer, columns in frames.items()}


def test_policy_is_not_the_ground():
    assert newest_date(layers(), as_of=AS_OF) == "2026-02-13"
    assert newest_date(layers(), as_of=AS_OF, among=("interventions",)) == "2026-09"


def test_a_later_status_is_word_from_the_ground_even_if_it_is_unknown():
    assert newest_date(layers(compounds={"status_as_of": ["2026-03-13"]}), as_of=AS_OF) == "2026-03-13"


def test_withdrawn_records_and_dates_to_come_do_not_count():
    withdrawn = {"date": ["2026-04-01"], "withdrawn": [{"date": "2026-05-01", "reason": "wrong"}]}
    assert newest_date(layers(rescue_events=withdrawn), as_of=AS_OF) == "2026-02-11"
    assert newest_date(layers(rescue_events={"date": ["2027-01-01"]}), as_of=AS_OF) == "2026-02-11"


def test_a_month_does_not_pass_for_a_later_day():
    assert newest_date(layers(construction_reports={"observed": ["2026-02"]}), as_of=AS_OF) == "2026-02-13"


def test_nothing_known_is_no_date():
    assert newest_date({}, as_of=AS_OF) == ""


def test_the_newest_date_leads_to_its_record():
    assert newest_record(layers(), as_of=AS_OF) == ("2026-02-13", "rescue_events", 0)
    assert newest_record({}, as_of=AS_OF) == ("", "", "")
