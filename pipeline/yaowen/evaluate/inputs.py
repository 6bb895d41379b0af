"""Predictions and raw pages from files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from yaowen.batch.jsonl import ZSTD, reading
from yaowen.batch.settings import OURS
from yaowen.errors import InputError, SchemaError, say_why
from yaowen.gold import read_gold
from yaowen.load.files import LoadFiles
from yaowen.load.listing import LINES
from yaowen.page import Page
from yaowen.record import hash_text
from yaowen.schema import Document, parse_document


def read_predictions(path: Path) -> list[Document]:
    """What `yaowen read -o` and `yaowen run` wrote: a file of JSON lines, a document, or a folder of either.

    JSON lines may be compressed (`.jsonl.zst`). What a run writes of itself beside its documents is passed over.
    """
    files = sorted(filter(_holds_documents, path.rglob("*"))) if path.is_dir() else [path]
    if not files or (path.is_file() and not _holds_documents(path)):
        raise InputError(str(path), "no predictions there; they end in .jsonl, .jsonl.zst or .json")
    return [document for file in files for document in (read_lines(file) if _has_lines(file) else [read_gold(file)])]


def _holds_documents(file: Path) -> bool:
    return (_has_lines(file) or file.suffix == ".json") and file.name not in OURS and file.is_file()


def _has_lines(file: Path) -> bool:
    return Path(file.name.removesuffix(ZSTD)).suffix in LINES


def read_lines(file: Path) -> Iterator[Document]:
    """The documents of a file of JSON lines, compressed or not, one after the other."""
    try:
        with reading(file) as opened:
            for number, line in enumerate(opened, start=1):
                if line.strip():
                    try:
                        yield parse_document(line)
                    except SchemaError as error:
                        raise InputError(f"{file}:{number}", f"not a document; {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(file), f"cannot be read ({say_why(error)}); give what yaowen read or run wrote") from None


def read_pages(load: LoadFiles, inputs: Iterable[str], tell: Callable[[InputError], object]) -> dict[str, Page]:
    """The raw pages by their SHA-256. What cannot be read is told; where nothing can, it is raised."""
    loaded = list(load(inputs))
    errors = [page for page in loaded if isinstance(page, InputError)]
    if errors == loaded:
        raise errors[0]
    for error in errors:
        tell(error)
    return {hash_text(page.raw): page for page in loaded if isinstance(page, Page)}


def find_page(gold: Document, pages: Mapping[str, Page]) -> Page:
    """The page that a gold document is of, among pages by their SHA-256. Raises `InputError` where there is none."""
    if gold.sha256 in pages:
        return pages[gold.sha256]
    for page in pages.values():
        if Path(page.name).name == gold.doc_id:
            raise InputError(
                gold.doc_id,
                f"{page.uri} has another text now than its gold (by SHA-256); give the page as it was, or make the gold again",
            )
    raise InputError(gold.doc_id, "its raw text (by SHA-256) is not at hand; give the folder with --raw")


def find_raws(documents: Iterable[Document], load: LoadFiles) -> dict[str, str]:
    """The raw inputs that documents say they were read from, where they are still there and unchanged."""
    uris = (document.source_uri for document in documents if document.source_uri)
    # Of a page of a PDF and of a line of JSON the number stands behind the file: issue.pdf:3.
    files = dict.fromkeys(uri if Path(uri).is_file() else uri.rpartition(":")[0] for uri in uris)
    pages = (page for file in files if Path(file).is_file() for page in load([file]) if isinstance(page, Page))
    return {hash_text(page.raw): page.raw for page in pages}
