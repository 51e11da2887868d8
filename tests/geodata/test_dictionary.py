"""The data dictionary in geodata/README.md is the one that the schema gives."""

from geodata_files import GEODATA
from moeiwatch.data.dictionary import BEGIN, END, dictionary, with_dictionary
from moeiwatch.data.schema import LAYERS, TABLES, read_schema


def test_readme_holds_the_dictionary_of_the_schema():
    text = (GEODATA / "README.md").read_text(encoding="utf-8")

    assert text.count(BEGIN) == text.count(END) == 1
    assert with_dictionary(text, dictionary=dictionary()) == text, "run python dashboard format"


def test_dictionary_tells_every_property_and_every_term():
    text = dictionary()

    for name in (*LAYERS, *TABLES):
        schema = read_schema(name)
        assert f"### {schema.title}: `{name}." in text
        for property_name, prop in schema.properties.items():
            assert f"`{property_name}`" in text
            assert all(f"`{term}`: {words.title}" in text for term, words in prop.terms.items())
