"""The dictionary and the totals in geodata/README.md are those that the schema and the records give."""

from geodata_files import GEODATA
from moeiwatch.commands._totals import NAME as TOTALS
from moeiwatch.commands._totals import totals_block
from moeiwatch.data.dictionary import NAME, dictionary
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.marked_block import with_block
from moeiwatch.data.schema import LAYERS, TABLES, read_schema


def test_readme_holds_the_dictionary_of_the_schema():
    text = (GEODATA / "README.md").read_text(encoding="utf-8")

    assert with_block(text, dictionary(), name=NAME) == text, "run python dashboard format"


def test_readme_holds_the_totals_of_the_records():
    text = (GEODATA / "README.md").read_text(encoding="utf-8")

    assert with_block(text, totals_block(read_geodata()), name=TOTALS) == text, "run python dashboard format"


def test_dictionary_tells_every_property_and_every_term():
    text = dictionary()

    for name in (*LAYERS, *TABLES):
        schema = read_schema(name)
        assert f"### {schema.title}: `{name}." in text
        for property_name, prop in schema.properties.items():
            assert f"`{property_name}`" in text
            assert all(f"`{term}`: {words.title}" in text for term, words in prop.terms.items())
