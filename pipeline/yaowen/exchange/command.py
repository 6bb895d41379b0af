"""`yaowen gold export` and `yaowen gold import`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, Protocol

from yaowen.errors import ConfigError, several
from yaowen.evaluate.command import tell
from yaowen.evaluate.inputs import find_raws, read_pages, read_predictions
from yaowen.exchange.files import write_text
from yaowen.exchange.sheet import Labels, Sheet, make_documents, make_sheets
from yaowen.gold import write_gold
from yaowen.load.files import LoadFiles
from yaowen.schema import Label
from yaowen.words import Words

FORMATS = ("labelstudio", "doccano", "brat", "conll", "docbin")
EXAMPLES = """examples:
  yaowen gold export gold/ --format labelstudio -o tasks.json            gold, to go on with in Label Studio
  yaowen gold export out.jsonl --predictions --format labelstudio -o t.json
                                                                         what yaowen read, as suggestions
  yaowen gold export gold/ --format docbin --words runs/words -o gold.spacy
                                                                         for spacy train, with words for tokens
  yaowen gold import project.json --format labelstudio -o gold/          and back, ready for yaowen evaluate
  yaowen gold import theirs.conll --format conll --labels PER=PERSON,LOC=PLACE,TIME= -o gold/
"""


class Format(Protocol):
    """A way to keep annotated text."""

    def write(self, sheets: Any, path: Path) -> None: ...

    def read(self, path: Path) -> Any: ...


def add_parsers(steps: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `export` and `import` to `yaowen gold`."""
    raw = argparse.RawDescriptionHelpFormatter
    out = steps.add_parser("export", help="write documents for annotation tools", epilog=EXAMPLES, formatter_class=raw)
    out.add_argument("inputs", nargs="+", metavar="DOCUMENTS", type=Path, help="gold or predictions: JSON, JSON lines, folders")
    out.add_argument("--format", required=True, choices=FORMATS)
    out.add_argument("-o", "--output", required=True, metavar="OUT", type=Path, help="a file; for brat a folder")
    out.add_argument("--raw", metavar="DIR", help="the raw pages; needed where sources run across padding")
    out.add_argument("--predictions", action="store_true", help="as suggestions to accept, not as done (labelstudio)")
    out.add_argument(
        "--words", metavar="MODEL", type=Path, help="words for tokens, by the pkuseg model of this folder (docbin)"
    )
    out.set_defaults(func=export)
    back = steps.add_parser("import", help="read what was annotated in a tool", epilog=EXAMPLES, formatter_class=raw)
    back.add_argument("input", metavar="INPUT", type=Path, help="a file; for brat a folder")
    back.add_argument("--format", required=True, choices=FORMATS)
    back.add_argument("-o", "--output", required=True, metavar="FOLDER", type=Path, help="where gold documents are written")
    back.add_argument("--labels", default="", metavar="PER=PERSON,…", help="what the tool's labels mean; TIME= leaves one out")
    back.set_defaults(func=import_)


def make_format(name: str, *, predictions: bool = False, words: Path | None = None) -> Format:
    """The format of a name. Raises `ConfigError` where words are asked of one that has no tokens."""
    from yaowen.exchange.brat import Brat
    from yaowen.exchange.conll import Conll
    from yaowen.exchange.docbin import DocBinFile
    from yaowen.exchange.doccano import Doccano
    from yaowen.exchange.labelstudio import LabelStudio

    if words and name != "docbin":
        raise ConfigError(f"--words {words}: {name} has no tokens of several characters; leave it out or take --format docbin")
    formats: dict[str, Format] = {
        "labelstudio": LabelStudio(predictions),
        "doccano": Doccano(),
        "brat": Brat(),
        "conll": Conll(),
        "docbin": DocBinFile(Words(words)) if words else DocBinFile(),
    }
    return formats[name]


def export(options: argparse.Namespace) -> int:
    """Documents become the file of a tool."""
    form = make_format(options.format, predictions=options.predictions, words=options.words)
    if options.output.is_dir() and any(options.output.glob("*.ann")):
        raise ConfigError(f"{options.output}: has annotations, which may be somebody's work; give a new folder with -o")
    documents = [document for path in options.inputs for document in read_predictions(path)]
    raws = find_raws(documents, LoadFiles())
    if options.raw:
        raws |= {key: page.raw for key, page in read_pages(LoadFiles(), [options.raw], tell).items()}
    sheets: list[Sheet] = [sheet for document in documents for sheet in make_sheets(document, raws.get(document.sha256))]
    form.write(sheets, options.output)
    print(f"{several(len(sheets), 'article')} of {several(len(documents), 'page')} → {options.output}", file=sys.stderr)
    return 0


def import_(options: argparse.Namespace) -> int:
    """The file of a tool becomes gold documents, one file for each page."""
    sheets = make_format(options.format).read(options.input)
    count = 0
    for document in make_documents(sheets, read_labels(options.labels)):
        path = options.output / f"{document.doc_id.replace('/', '-')}.json"
        write_text(path, write_gold(document))
        count += 1
    print(f"{several(count, 'page')} → {options.output}", file=sys.stderr)
    return 0


def read_labels(given: str) -> Labels:
    """`PER=PERSON,TIME=`: what labels mean. Raises `ConfigError` where one is not written so or means nothing to us."""
    labels: dict[str, Label | None] = {}
    for pair in filter(None, (part.strip() for part in given.split(","))):
        theirs, equals, ours = pair.partition("=")
        if not equals or (ours and ours not in list(Label)):
            raise ConfigError(f"--labels {pair}: write THEIRS=OURS, where OURS is one of {', '.join(Label)} or nothing")
        labels[theirs] = Label(ours) if ours else None
    return labels
