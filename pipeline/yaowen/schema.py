"""What is written: the output schema, version 1. Gold annotations have the same shape.

`start` and `end` count code points of `Article.text`; `source` holds `[start, end)` pairs of the raw input. Dates are ISO
8601, with the year left open (`--10-12`) where nothing gives it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, NoReturn, Self

from dataclasses_json import DataClassJsonMixin

from yaowen.errors import SchemaError
from yaowen.text import Source, Text

SCHEMA_VERSION = 1


class Choice(StrEnum):
    """One of a few words; another is refused with those there are."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"{value!r} means nothing here; choose from {', '.join(cls)}")


class SourceKind(Choice):
    """What made the raw text."""

    PDF = "pdf"
    PDF_TEXT = "pdf_text"
    OCR_MARKDOWN = "ocr_markdown"
    HTML = "html"
    WEB_TEXT = "web_text"


class Provenance(Choice):
    """Where a detail of the publication was learnt."""

    TEXT = "text"
    FILENAME = "filename"
    CONFIG = "config"


class Genre(Choice):
    """What kind of editorial item an article is."""

    NEWS = "news"
    COMMENTARY = "commentary"
    FEATURE = "feature"
    SPEECH = "speech"
    CAPTION = "caption"
    NOTICE = "notice"


class BlockRole(Choice):
    """What a block does in its article; the order here is the reading order of the headline."""

    SERIES = "series"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    JUMP = "jump"


class FurnitureRole(Choice):
    """What text of the page that belongs to no article is for."""

    MASTHEAD = "masthead"
    PAGE_HEADER = "page_header"
    NAVIGATION = "navigation"
    ADVERT = "advert"
    OTHER = "other"


class Label(Choice):
    """What a mention names."""

    PERSON = "PERSON"
    ROLE = "ROLE"
    PLACE = "PLACE"
    ORG = "ORG"


class EventKind(Choice):
    """What kind of gathering or visit an event is."""

    MEETING = "meeting"
    INSPECTION = "inspection"
    CEREMONY = "ceremony"
    COMPETITION = "competition"
    OTHER = "other"


class EventStatus(Choice):
    """Whether an event took place or is announced."""

    HELD = "held"
    PLANNED = "planned"


class PartTaken(Choice):
    """What a person did at an event; who chairs is `chair` even where they also spoke."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"


class Comparator(Choice):
    """How a stated number bounds the true one."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Measure(Choice):
    """What a statistic's number is."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"


class Direction(Choice):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"


class Basis(Choice):
    """What a number is compared with: a year ago, the period before, or summed up."""

    YOY = "yoy"
    MOM = "mom"
    CUMULATIVE = "cumulative"


class Written(DataClassJsonMixin):
    """Anything that goes into JSON."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "strict": True}

    def to_json(self, *, default: Any = vars, **options: Any) -> str:
        """The same JSON as the mixin's, which copies every part of a document first and takes longer than reading it."""
        return json.dumps(self, default=default, **options)


@dataclass(frozen=True)
class Publication(Written):
    """The newspaper, the issue and the page, each where it is known."""

    name: str | None = None
    issue_date: str | None = None
    issue_number: int | None = None
    page_number: int | None = None
    page_name: str | None = None
    provenance: dict[str, Provenance] = field(default_factory=dict)


@dataclass(frozen=True)
class Headline(Written):
    """The lines over an article; parallel lines of one kind are parted by a space."""

    kicker: str | None = None
    title: str | None = None
    subtitle: str | None = None
    series: str | None = None


@dataclass(frozen=True)
class Byline(Written):
    """One author: 本报记者张琦 is name 张琦, role 记者, outlet 本报."""

    name: str | None = None
    role: str | None = None
    outlet: str | None = None


@dataclass(frozen=True)
class Block(Written):
    """A paragraph, a headline line or another piece of an article that the layout treats as one."""

    role: BlockRole
    start: int
    end: int
    source: Source


@dataclass(frozen=True)
class Furniture(Written):
    """Text of the page that belongs to no article."""

    role: FurnitureRole
    source: Source


@dataclass(frozen=True)
class Mention(Written):
    """A name, a role, a place or an organisation, where it stands in the article."""

    label: Label
    start: int
    end: int
    text: str
    source: Source
    canonical: str | None = None

    @classmethod
    def at(cls, text: Text, start: int, end: int, label: Label) -> Self:
        """The passage `[start, end)` of an article's text as a mention."""
        return cls(label, start, end, text.chars[start:end], text.source(start, end))


@dataclass(frozen=True)
class Post(Written):
    """An office that a person holds: 市委副书记 is org 市委, role 副书记. `quote` is the passage that says so."""

    role: str
    org: str | None = None
    quote: str = ""
    source: Source = ()


@dataclass(frozen=True)
class Person(Written):
    """A person of an article, once, with every post stated and the indexes of the mentions."""

    name: str
    posts: tuple[Post, ...] = ()
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True)
class TimeSpan(Written):
    """A date or period as written, with its first and last day in ISO 8601, inclusive; null where open."""

    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class Participant(Written):
    """A named person at an event, the part taken, and the posts stated in the article."""

    person: str
    part: PartTaken
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True)
class Event(Written):
    """A gathering or visit that the article reports as news of its own."""

    kind: EventKind
    name: str | None
    status: EventStatus = EventStatus.HELD
    date: TimeSpan | None = None
    places: tuple[str, ...] = ()
    format: str | None = None
    organisers: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    groups: tuple[str, ...] = ()
    quote: str = ""
    source: Source = ()


@dataclass(frozen=True)
class Quantity(Written):
    """A value in base units: 1164.4亿元 is 116440000000 元."""

    value: float | int
    unit: str | None = None


@dataclass(frozen=True)
class Scope(Written):
    """The area or body measured, as written and resolved."""

    text: str
    canonical: str | None = None


@dataclass(frozen=True)
class Statistic(Written):
    """A number that measures something. `quote` is the number with its unit, `evidence` the clause it stands in."""

    indicator: str | None
    value: float | int
    unit: str | None
    quantity: Quantity
    comparator: Comparator = Comparator.EXACT
    measure: Measure = Measure.LEVEL
    direction: Direction | None = None
    basis: Basis | None = None
    scope: Scope | None = None
    period: TimeSpan | None = None
    quote: str = ""
    source: Source = ()
    evidence: str = ""
    evidence_source: Source = ()


@dataclass(frozen=True)
class Statement(Written):
    """What somebody said: `[start, end)` of the article's text, the cue (强调, 指出 …) and the event it was said at."""

    speaker: str
    cue: str | None
    start: int
    end: int
    quote: str = ""
    source: Source = ()
    event: int | None = None


@dataclass(frozen=True)
class Continued(Written):
    """An article of the same run, by the id of its document and its own."""

    doc_id: str
    article_id: str


@dataclass(frozen=True)
class Article(Written):
    """One editorial item, in reading order: series, kicker, title, subtitle, byline, body."""

    article_id: str
    genre: Genre
    headline: Headline
    bylines: tuple[Byline, ...] = ()
    continued_on: int | None = None
    continued_from: int | None = None
    continues: Continued | None = None
    """Of a second half, the first one on another page, where the same run has read it."""
    text: str = ""
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    persons: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Document(Written):
    """One input, read."""

    doc_id: str
    source_kind: SourceKind
    sha256: str
    publication: Publication = field(default_factory=Publication)
    articles: tuple[Article, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[str, ...] = ()
    source_uri: str | None = None
    schema_version: int = SCHEMA_VERSION

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What IPython and Jupyter show of a document: its articles, a line each. `repr` has every character of it."""
        about = filter(None, (self.publication.name, self.publication.issue_date, self.publication.page_name))
        kinds = ("persons", "events", "statistics", "statements")
        articles = (
            f"  {article.article_id} {article.headline.title or '（无题）'}: "
            + ", ".join(f"{len(getattr(article, kind))} {kind}" for kind in kinds)
            for article in self.articles
        )
        printer.text("\n".join((f"Document {self.doc_id!r} {' · '.join(about)}".rstrip(), *articles)))


@cache
def _document_adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Document)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a `Document`."""
    schema: dict[str, Any] = _document_adapter().json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def parse_document(written: str | bytes) -> Document:
    """A document from its JSON, held strictly to the schema.

    Raises `SchemaError`, naming the path of the first field that is unknown, missing or of the wrong type.
    """
    from pydantic import ValidationError

    try:
        document: Document = _document_adapter().validate_json(written)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in first["loc"]).lstrip(".")
        raise SchemaError(f"{path or 'document'}: {first['msg']}") from None
    if document.schema_version != SCHEMA_VERSION:
        raise SchemaError(
            f"schema_version: {document.schema_version} is not the {SCHEMA_VERSION} of this yaowen; read the page again"
        )
    return document
