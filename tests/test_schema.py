import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from dataclasses_json import DataClassJsonMixin

from yaowen.errors import SchemaError
from yaowen.schema import (
    Article,
    Document,
    Genre,
    Headline,
    Label,
    Mention,
    Provenance,
    Publication,
    SourceKind,
    json_schema,
    parse_document,
)
from yaowen.text import Text

MENTION = Mention.at(Text.of("市长李建国"), 2, 5, Label.PERSON)
DOCUMENT = Document("p", SourceKind.PDF_TEXT, "0" * 64, articles=(Article("a1", Genre.NEWS, Headline(), mentions=(MENTION,)),))


def test_a_document_survives_json():
    assert parse_document(DOCUMENT.to_json(ensure_ascii=False)) == DOCUMENT
    assert Document.from_json(DOCUMENT.to_json()) == DOCUMENT


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda written: written.update(artikles=[]), "artikles: "),
        (lambda written: written.pop("doc_id"), "doc_id: "),
        (lambda written: written["articles"][0].update(genre="gossip"), "articles[0].genre: "),
        (lambda written: written.update(schema_version=2), "schema_version: 2 is not the 1 of this yaowen"),
        (lambda written: written["articles"][0]["mentions"][0].update(start="2"), "articles[0].mentions[0].start: "),
        (lambda written: written["articles"][0]["mentions"][0].update(source=[[2]]), "articles[0].mentions[0].source[0]"),
    ],
)
def test_an_unknown_missing_or_wrong_field_is_named_by_its_path(change, says):
    written = json.loads(DOCUMENT.to_json())
    change(written)

    with pytest.raises(SchemaError) as error:
        parse_document(json.dumps(written))

    assert str(error.value).startswith(says)


def test_the_json_schema_names_every_type():
    assert {"Article", "Block", "Event", "Statistic", "Statement", "Mention"} <= set(json_schema()["$defs"])


def test_json_is_what_the_mixin_writes():
    publication = Publication(page_number=2, provenance={"page_number": Provenance.TEXT})
    document = replace(DOCUMENT, publication=publication)
    assert document.to_json(ensure_ascii=False) == DataClassJsonMixin.to_json(document, ensure_ascii=False)


def test_a_notebook_shows_a_line_for_each_article():
    printed = []
    printer = SimpleNamespace(text=printed.append)
    replace(DOCUMENT, publication=Publication(name="云岭日报"))._repr_pretty_(printer, cycle=False)
    assert printed == ["Document 'p' 云岭日报\n  a1 （无题）: 0 persons, 0 events, 0 statistics, 0 statements"]
