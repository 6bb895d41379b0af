"""Gold on disk: drafts for a person to correct, and what they compile to."""

from __future__ import annotations

import os
from pathlib import Path

from yaowen.errors import InputError
from yaowen.files import writing
from yaowen.gold.compile import compile_gold
from yaowen.gold.draft import write_inline
from yaowen.gold.stored import write_gold
from yaowen.page import Page
from yaowen.schema import Document


def draft_gold(page: Page, document: Document, folder: Path) -> Path:
    """Writes the draft of a page and gives its path; the raw text is copied beside it where it is not a UTF-8 file of its own.

    Raises `InputError` where there is a draft already: it may hold somebody's corrections.
    """
    name = page.name.replace("/", "-")
    draft = folder / f"{name}.toml"
    if draft.exists():
        raise InputError(str(draft), "there is a draft already; move it away, or give another folder with -o")
    raw = Path(page.uri or "")
    if not (raw.is_file() and _reads_as(raw, page.raw)):
        raw = folder / f"{name}.txt"
        if raw.exists() and not _reads_as(raw, page.raw):
            raw = folder / f"{name}.read.txt"  # the page itself, in another encoding, or a page of the same name
        with writing(raw) as file:
            file.write(page.raw)
    with writing(draft) as file:
        file.write(write_inline(document, page.raw, Path(os.path.relpath(raw, folder)).as_posix()))
    return draft


def find_drafts(path: Path) -> list[Path]:
    """The gold pages of a folder, or the one of a file. Raises `InputError` where a folder has none."""
    files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise InputError(str(path), "no gold pages there; they end in .toml, as `yaowen gold new` writes them")
    return files


def compile_file(path: Path) -> Path:
    """Compiles a gold page and writes the JSON beside it."""
    document = compile_gold(path)
    with writing(path.with_suffix(".json")) as file:
        file.write(write_gold(document))
    return path.with_suffix(".json")


def _reads_as(path: Path, text: str) -> bool:
    try:
        return path.read_text("utf-8") == text
    except UnicodeDecodeError:
        return False
