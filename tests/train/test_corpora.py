import json
import lzma

import numpy as np
import pytest

from yaowen.model.tags import read_tags
from yaowen.train.corpora import LABELS, Annotated, cut_document, make_batches, read_annotations, read_written, sample

ARTICLE = {"id": "a-1", "text": "云岭要闻\n市长李明昨天讲话。"}


def write(tmp_path, spans, start=5):
    with lzma.open(tmp_path / "press.jsonl.xz", "wt", encoding="utf-8") as out:
        out.write(json.dumps(ARTICLE, ensure_ascii=False) + "\n")
    row = {"corpus": "press", "id": "a-1", "start": start, "end": len(ARTICLE["text"]), "spans": spans}
    (tmp_path / "ours.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return read_annotations([tmp_path / "ours.jsonl"], tmp_path)


def test_annotations_are_read_against_the_raw_text(tmp_path):
    (text,) = write(tmp_path, [[2, 4, "PERSON"], [0, 2, "ROLE"]])
    assert text == Annotated("a-1", "市长李明昨天讲话。", ((0, 2, "ROLE"), (2, 4, "PERSON")))


def test_a_text_without_spans_is_as_good(tmp_path):
    assert [text.spans for text in write(tmp_path, [])] == [()]


@pytest.mark.parametrize("spans", [[[0, 99, "ROLE"]], [[0, 3, "ROLE"], [2, 4, "PERSON"]], [[0, 2, "TITLE"]], [[2, 2, "ROLE"]]])
def test_annotations_that_do_not_fit_are_refused(tmp_path, spans):
    with pytest.raises(ValueError, match="a-1 has a bad span"):
        list(write(tmp_path, spans))


def test_written_texts_hold_their_marks(tmp_path):
    (tmp_path / "ours.txt").write_text("要闻\n[[市委|ORG]][[书记|ROLE]]讲话。\n---\n无名。\n", "utf-8")
    assert list(read_written(tmp_path / "ours.txt")) == [
        Annotated("ours-1", "要闻\n市委书记讲话。", ((3, 5, "ORG"), (5, 7, "ROLE"))),
        Annotated("ours-2", "无名。", ()),
    ]


@pytest.mark.parametrize(
    ("written", "reason"), [("好。\n---\n[[市委|TEAM]]", "text 2: .*TEAM"), ("[[市委|ORG]", "text 1: .*not closed")]
)
def test_a_wrong_mark_is_named_with_its_text(tmp_path, written, reason):
    (tmp_path / "ours.txt").write_text(written, "utf-8")
    with pytest.raises(ValueError, match=reason):
        list(read_written(tmp_path / "ours.txt"))


def test_documents_are_cut_at_sentence_ends_outside_spans():
    text = Annotated("t", "他来了。《走！云岭》播出。完", ((4, 10, "ORG"),))
    pieces = cut_document(text, LABELS["news_domain"])
    assert ["".join(map(chr, p.codes)) for p in pieces] == ["他来了。", "《走!云岭》播出。", "完"]
    assert read_tags(pieces[1].tags, LABELS["news_domain"]) == [(0, 6, "ORG")]


def test_sampling_and_batching_lose_nothing():
    text = Annotated("t", "云岭市长李明讲话。" * 50, ())
    pieces = list(sample([cut_document(text, LABELS["msra"])], np.random.default_rng(1), 100))
    batches = make_batches(pieces, 200, np.random.default_rng(1))
    assert sum(len(p.codes) for b in batches for p in b) == len(text.text)
