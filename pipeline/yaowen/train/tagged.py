"""Pages on which a person has said of each row what it is, and the pages of gold documents, cut as they say."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from yaowen.datelines import OPENING
from yaowen.errors import InputError
from yaowen.gold import read_golds
from yaowen.load.files import LoadFiles
from yaowen.page import Clipping, CutPage, Cuttings, Page, Part, Role
from yaowen.record import hash_text
from yaowen.rows import read_rows
from yaowen.schema import BlockRole, Document, Furniture, FurnitureRole, SourceKind
from yaowen.text import Text

PARTS = "---"
"""A line that parts two pages."""
TAGGED = re.compile(r"(?P<article>-|[A-Z]{1,2}) (?P<role>\+|[a-z_]+)\|(?P<text>.*\S.*)")
"""`A title|石桥通车` begins a block of article A, `A +|` goes on in the one of A that stood last, `- advert|` is in no article.

Rows of furniture that follow each other and do the same are one piece of furniture."""
OPENED = re.compile(r"[（(][^（）()]*$")
CLOSED = re.compile(r"[^（）()]{0,60}[）)]")
"""A bracket that is open where its row ends, and the row below up to where it is closed."""
SIGNED = re.compile(r"[（(][^（）()]*[）)]\s*$")
"""An author in brackets at the end of a row."""


class TaggedRow(NamedTuple):
    """A row and what it is: `block` numbers the blocks of its page. A blank row has no role, furniture has no article."""

    text: str
    article: str = ""
    role: Role | None = None
    block: int = -1


class Piece(NamedTuple):
    """The part of a row that belongs to a block: `[start, end)` of the row."""

    block: int
    start: int
    end: int


def read_cut_pages(folders: Iterable[Path]) -> Iterator[CutPage]:
    """The pages of folders that hold tagged pages (`.pages`), or gold documents beside their raw pages, and how they are cut.

    Raises `InputError` where a row is not tagged, where gold has no page, and where a folder has neither.
    """
    for folder in folders:
        tagged = sorted(folder.glob("*.pages"))
        yield from chain.from_iterable(map(read_tagged, tagged)) if tagged else _read_by_gold(folder)


def _read_by_gold(folder: Path) -> Iterator[CutPage]:
    raws = {}
    for page in LoadFiles()([str(folder)]):
        if isinstance(page, InputError):
            raise page
        raws[hash_text(page.raw)] = page
    for document in read_golds(folder):
        if document.sha256 not in raws:
            raise InputError(str(folder), f"the page that {document.doc_id} is the gold of does not stand there")
        yield raws[document.sha256], _recut(document, raws[document.sha256].raw)


def _recut(document: Document, raw: str) -> Cuttings:
    clippings = (
        Clipping(tuple(Part(block.role, _put_together(raw, block.source)) for block in article.blocks))
        for article in document.articles
    )
    return Cuttings(tuple(clippings), document.furniture)


def read_tagged(path: Path) -> Iterator[CutPage]:
    """The pages of a file, parted by lines of `---`: each has its source kind in a line, then its rows, each behind what it is.

    Raises `InputError` that names the line where that is not so, or where a row goes on in an article that has no block yet.
    """
    lines = path.read_text("utf-8").removesuffix("\n").split("\n")
    parted = [-1, *(number for number, line in enumerate(lines) if line == PARTS), len(lines)]
    for count, (start, end) in enumerate(pairwise(parted), start=1):
        first = start + 1
        kind = lines[first] if first < end else ""
        if kind not in set(SourceKind):
            kinds = ", ".join(SourceKind)
            raise InputError(f"{path}:{first + 1}", f"{kind[:30]!r} is no source kind; a page begins with one of {kinds}")
        rows = list(_read_rows(lines[first + 1 : end], path, first + 2))
        page = Page(f"{path.stem}-{count}", "\n".join(row.text for row in rows), SourceKind(kind))
        yield page, _cut(rows, page)


def _read_rows(lines: Sequence[str], path: Path, first: int) -> Iterator[TaggedRow]:
    """The rows of a page, whose first is the line of that number of its file."""
    last: dict[str, TaggedRow] = {}
    above = TaggedRow("")
    for number, line in enumerate(lines, start=first):
        try:
            row = _parse(line, number, last) if line.strip() else TaggedRow("")
        except (ValueError, LookupError) as error:
            raise InputError(f"{path}:{number}", f"{error}; a row is written as in `A title|石桥通车`") from None
        if row.role:
            if isinstance(row.role, FurnitureRole) and row.role == above.role:
                row = row._replace(block=above.block)
            above = last[row.article] = row
        yield row


def _parse(line: str, number: int, last: Mapping[str, TaggedRow]) -> TaggedRow:
    match = TAGGED.fullmatch(line)
    if not match:
        raise ValueError("no tagged row")
    article, role, text = match["article"], match["role"], match["text"]
    if article == "-":
        return TaggedRow(text, "", FurnitureRole(role), number)
    if role != "+":
        return TaggedRow(text, article, BlockRole(role), number)
    if article not in last:
        raise LookupError(f"article {article} has no block to go on in")
    return last[article]._replace(text=text)


def _cut(rows: Sequence[TaggedRow], page: Page) -> Cuttings:
    # The marks of Markdown are part of no block.
    said = {offset for row in read_rows(page) for offset in row.text.offsets}
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    firsts: dict[int, TaggedRow] = {}
    place = 0
    for row, pieces in zip(rows, _part_rows(rows), strict=True):
        for block, start, end in pieces:
            spans[block].append((place + start, place + end))
        firsts.setdefault(row.block, row)
        place += len(row.text) + 1
    articles: dict[str, list[Part]] = defaultdict(list)
    furniture = []
    for block, row in firsts.items():
        if isinstance(row.role, FurnitureRole):
            furniture.append(Furniture(row.role, tuple(spans[block])))
        elif row.role:
            text = _pick(_put_together(page.raw, spans[block]), said)
            articles[row.article] += _set_off(Part(row.role, text))
    return Cuttings(tuple(Clipping(tuple(parts)) for parts in articles.values()), tuple(furniture))


def _set_off(part: Part) -> Iterator[Part]:
    """A part, of a paragraph apart the dateline with authors that opens it: 本报讯（记者云生）|5月6日，新桥通车."""
    opening = OPENING.match(part.text.chars) if part.role == BlockRole.PARAGRAPH else None
    if opening and opening["authors"]:
        yield Part(BlockRole.BYLINE, part.text[: opening.end()].strip())
        part = Part(part.role, part.text[opening.end() :])
    if len(part.text):
        yield part


def _put_together(raw: str, spans: Iterable[tuple[int, int]]) -> Text:
    return Text.join("", (Text.of(raw, start, end) for start, end in spans))


def _pick(text: Text, wanted: Container[int]) -> Text:
    kept = [(char, offset) for char, offset in zip(text.chars, text.offsets, strict=True) if offset in wanted]
    return Text("".join(char for char, _ in kept), array("q", (offset for _, offset in kept)))


def _part_rows(rows: Sequence[TaggedRow]) -> list[list[Piece]]:
    """What belongs to which block in each row. Where a byline ends or begins within a row, two do.

    本报讯（记者 云|生）5月6日，新桥通车。 is tagged row by row, and so are …通车。（云|生） and …通|车。（云生）.
    """
    pieces = [[Piece(row.block, 0, len(row.text))] if row.role else [] for row in rows]
    for upper, lower in pairwise(number for number, row in enumerate(rows) if row.role):
        above, below = rows[upper], rows[lower]
        if above.article == below.article != "" and above.block != below.block:
            place = _find_border(above, below)
            if place < 0:
                pieces[upper][-1:] = _split(pieces[upper][-1], len(above.text) + place, below.block)
            elif place > 0:
                pieces[lower] = _split(Piece(above.block, 0, len(below.text)), place, below.block)
    return pieces


def _split(piece: Piece, place: int, block: int) -> list[Piece]:
    """A piece whose rest belongs to the next block."""
    return [Piece(piece.block, piece.start, place), Piece(block, place, piece.end)]


def _find_border(above: TaggedRow, below: TaggedRow) -> int:
    """How far from the end of the upper row the border of two blocks is: negative where it is within the upper row."""
    if above.role == BlockRole.BYLINE:
        if (opening := OPENING.match(above.text + below.text)) and 0 < opening.end() < len(above.text + below.text):
            return opening.end() - len(above.text)
        if OPENED.search(above.text) and (closed := CLOSED.match(below.text)):
            return closed.end() if closed.end() < len(below.text) else 0
    elif above.role == BlockRole.PARAGRAPH and below.role == BlockRole.BYLINE and not OPENING.match(below.text):
        if (opened := OPENED.search(above.text)) and CLOSED.match(below.text):
            return opened.start() - len(above.text) if opened.start() else 0
        if signed := SIGNED.search(below.text):
            return signed.start()
    return 0
