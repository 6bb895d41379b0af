"""spaCy's DocBin: a token for each character or word, the mentions as entities, full names as their knowledge-base id."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from yaowen.errors import ConfigError, InputError
from yaowen.exchange.sheet import Sheet, Span


@dataclass(frozen=True)
class DocBinFile:
    """What `spacy train` reads (`.spacy`). The name and the memo are in `doc.user_data["yaowen"]`.

    `cut` makes the tokens, which put together are the text. Those that a mention begins or ends in are cut there.
    """

    cut: Callable[[str], Sequence[str]] = list

    def write(self, sheets: Iterable[Sheet], path: Path) -> None:
        """Writes all articles into one file. Raises `InputError` for a text that spaCy cannot hold."""
        import spacy
        from spacy.tokens import Doc, DocBin
        from spacy.tokens import Span as Entity

        vocab = spacy.blank("zh").vocab
        bin_ = DocBin(store_user_data=True)
        for sheet in sheets:
            bounds = self._bounds(sheet)
            tokens = [sheet.text[start:end] for start, end in pairwise(bounds)]
            places = {bound: number for number, bound in enumerate(bounds)}
            try:
                doc = Doc(vocab, words=tokens, spaces=[False] * len(tokens))
            except UnicodeEncodeError:
                raise InputError(
                    sheet.name, "holds half a character (a lone surrogate), which spaCy cannot; mend the text"
                ) from None
            doc.set_ents(
                [
                    Entity(doc, places[span.start], places[span.end], span.label, kb_id=span.canonical or "")
                    for span in sheet.spans
                ]
            )
            doc.user_data["yaowen"] = json.dumps({"name": sheet.name, "yaowen": sheet.memo})
            bin_.add(doc)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            bin_.to_disk(path)
        except OSError as error:
            raise ConfigError(f"{path}: cannot be written ({error.strerror}); give another -o") from None

    def _bounds(self, sheet: Sheet) -> list[int]:
        """Where tokens begin and end, in order."""
        bounds = {0, *accumulate(map(len, self.cut(sheet.text)))}
        return sorted(bounds.union(*((span.start, span.end) for span in sheet.spans)))

    def read(self, path: Path) -> Iterator[Sheet]:
        """The docs of a file, whatever their tokens."""
        import spacy
        from spacy.tokens import DocBin

        vocab = spacy.blank("zh").vocab
        try:
            docs = list(DocBin().from_disk(path).get_docs(vocab))
        except (OSError, ValueError, KeyError) as error:
            raise InputError(str(path), f"not a DocBin ({error})") from None
        for number, doc in enumerate(docs, start=1):
            memo = json.loads(doc.user_data.get("yaowen", "{}"))
            spans = tuple(Span(ent.start_char, ent.end_char, ent.label_, ent.kb_id_ or None) for ent in doc.ents)
            yield Sheet(memo.get("name") or f"{path.stem}-{number}", doc.text, spans, memo.get("yaowen"))
