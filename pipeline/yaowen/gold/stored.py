"""Gold as it is kept: one JSON file for each page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from yaowen.errors import InputError, SchemaError
from yaowen.schema import Document, parse_document

ANNOTATORS_OWN = {"nth"}
"""Keys that annotators keep for themselves: which of several equal strings a quote is."""


def read_gold(path: Path) -> Document:
    """A gold document. Statements may leave out `start` and `end`, which follow from their source.

    Raises `InputError` that names the file and the path of the field where it does not follow the schema.
    """
    if path.suffix == ".toml":
        raise InputError(
            str(path), f"a gold page as it is written by hand; `yaowen gold compile {path}` first, then give the .json"
        )
    try:
        written = _without_own_keys(json.loads(path.read_text("utf-8")))
        for article in written["articles"]:
            for statement in article["statements"]:
                statement.setdefault("start", _place(article, statement))
                statement.setdefault("end", statement["start"] + len(statement["quote"]))
        return parse_document(json.dumps(written, ensure_ascii=False))
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror}); give a gold document or a folder of them") from None
    except (ValueError, KeyError, TypeError, LookupError, SchemaError) as error:
        raise InputError(str(path), f"not a gold document ({type(error).__name__}: {error})") from None


def read_golds(path: Path) -> list[Document]:
    """The gold documents of a folder, or the one of a file. Raises `InputError` where there is none."""
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not files:
        raise InputError(str(path), "no gold there; gold documents end in .json, as `yaowen gold compile` writes them")
    return [read_gold(file) for file in files]


def _without_own_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_own_keys(inner) for key, inner in value.items() if key not in ANNOTATORS_OWN}
    return [_without_own_keys(inner) for inner in value] if isinstance(value, list) else value


def _place(article: dict[str, Any], statement: dict[str, Any]) -> int:
    """Where in the article's text a statement starts: its quote, nearest before where its source would put it.

    The source of a block may run across padding that the text does not have, so that it counts a little too far.
    """
    offset = statement["source"][0][0]
    for block in article["blocks"]:
        position = block["start"]
        for start, end in block["source"]:
            if start <= offset < end:
                place = str(article["text"]).rfind(statement["quote"], 0, position + offset - start + len(statement["quote"]))
                if place >= 0:
                    return place
            position += end - start
    raise LookupError(f"{statement['quote']!r} is in no block of {article['article_id']}")


def write_gold(document: Document) -> str:
    """The JSON of a gold document, a line for each of its values, so that a changed mark shows as a changed line."""
    return document.to_json(ensure_ascii=False, indent=1) + "\n"
