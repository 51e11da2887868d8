from moeiwatch.data.checks.nationalities import ISO_3166
from moeiwatch.data.country_names import COUNTRIES, country_name, language_name


def test_every_country_has_one_name():
    assert set(COUNTRIES) == ISO_3166
    assert len(set(COUNTRIES.values())) == len(COUNTRIES)


def test_what_is_not_known_stays_a_code():
    assert country_name("QQ") == "QQ" and language_name("qq") == "qq" and language_name(None) is None
    assert country_name("MM") == "Myanmar" and language_name("th") == "Thai"
