import pandas as pd
from moeiwatch.analysis.key_figures import key_figures

STEPS = pd.DataFrame(
    {
        "date": ["2025-11-12", "2023-05-25", "2022-08", "2025-02-14", "2025-05-05"],
        "kind": ["extradition", "extradition_order", "arrest", "arrest", "sanction"],
        "key_figure": [True, True, True, None, True],
    },
    index=["handed", "order", "held", "recruiter", "list"],
)
ACTORS = pd.DataFrame(
    {
        "kind": ["person", "company", "person"],
        "sanctions": [[{"authority": "OFAC"}, {"authority": "UK"}], [{"authority": "EU"}], None],
    },
    index=["one", "firm", "other"],
)


def test_only_marked_steps_and_listed_actors_count_each_once():
    figures = key_figures(STEPS, ACTORS)
    assert figures.arrested == ("held",) and figures.extradited == ("handed",)
    assert figures.sanctions == ("list",)
    assert figures.ordered == ("order",), "a decision is no extradition"
    assert figures.people == ("one",) and figures.organisations == ("firm",)


def test_of_a_period_a_sanction_counts_from_its_date_on():
    dated = ACTORS.copy()
    dated["sanctions"] = [[{"date": "2025-05"}, {"date": "2024-03-07"}], [{"date": "2024"}], None]
    assert key_figures(STEPS, dated, until="2024-02").people == ()
    early = key_figures(STEPS, dated, until="2024-03")
    assert early.people == ("one",) and early.organisations == (), "dated 2024: by the end of the year"
    assert key_figures(STEPS, dated, until="2024-12").organisations == ("firm",)


def test_without_the_column_nothing_counts():
    figures = key_figures(STEPS.drop(columns="key_figure"), ACTORS.iloc[:0])
    assert figures.arrested == () and figures.people == ()
