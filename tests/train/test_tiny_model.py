import json

import numpy as np
import pytest

from yaowen.entities.neural import NeuralEntities
from yaowen.errors import ModelError
from yaowen.model.entity_model import EntityModel
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole
from yaowen.text import Text


def test_the_exported_model_finds_what_the_network_learnt(tiny_model, sentences):
    model = EntityModel.load(tiny_model)
    assert model.find([text for text, _ in sentences]) == [spans for _, spans in sentences]
    assert model.labels == ("PERSON", "ROLE", "PLACE", "ORG")


def test_a_text_gives_the_same_in_any_company(tiny_model, sentences):
    model = EntityModel.load(tiny_model)
    texts = [text * n for n in (1, 3, 40) for text, _ in sentences] + ["", "\n", "没有。"]
    together = model.find(texts)
    assert together == [model.find([text])[0] for text in texts]
    assert together[::-1] == model.find(texts[::-1])


@pytest.mark.parametrize("text", ["", "\n\n", " ", "\ud800", "🙂" * 300, "e\u0301\u200b", "\x00李明", "１２３" * 200])
def test_any_text_passes(tiny_model, text):
    (spans,) = EntityModel.load(tiny_model).find([text])
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)


def test_a_long_text_is_read_in_windows(tiny_model, sentences):
    sentence, spans = sentences[0]
    (found,) = EntityModel.load(tiny_model).find([sentence * 2000])
    assert len(found) == 2000 * len(spans)


def test_no_span_runs_over_a_line_break(tiny_model):
    (found,) = EntityModel.load(tiny_model).find(["李\n明在云\n岭调研"])
    assert all("\n" not in "李\n明在云\n岭调研"[start:end] for start, end, _ in found)


def test_mentions_quote_the_page(tiny_model):
    clipping = Clipping(
        (Part(BlockRole.TITLE, Text.of("王芳到沛河考察。")), Part(BlockRole.PARAGRAPH, Text.of("云岭市长李明讲话。")))
    )
    (mentions,) = NeuralEntities(str(tiny_model))([clipping])
    assert [(m.label, m.text) for m in mentions] == [
        ("PERSON", "王芳"),
        ("PLACE", "沛河"),
        ("PLACE", "云岭"),
        ("ROLE", "市长"),
        ("PERSON", "李明"),
    ]


@pytest.fixture
def broken(tiny_model, tmp_path):
    for file in tiny_model.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_a_changed_file_is_refused(broken):
    with np.load(broken / "arrays.npz", allow_pickle=False) as arrays:
        np.savez(broken / "arrays.npz", **{**arrays, "word_scale": np.float32(1)})
    with pytest.raises(ModelError, match=r"arrays\.npz: has sha256"):
        EntityModel.load(broken)


def test_a_missing_file_is_named(broken):
    (broken / "network.onnx").unlink()
    with pytest.raises(ModelError, match=r"lacks network\.onnx"):
        EntityModel.load(broken)


def test_another_format_is_refused(broken):
    meta = json.loads((broken / "meta.json").read_text("utf-8"))
    (broken / "meta.json").write_text(json.dumps(meta | {"format": 99}), "utf-8")
    with pytest.raises(ModelError, match="format 99"):
        EntityModel.load(broken)


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match=r"holds no meta\.json"):
        EntityModel.load(tmp_path)


def test_an_unknown_head_is_named(tiny_model):
    with pytest.raises(ModelError, match="choose from"):
        EntityModel.load(tiny_model).find(["云岭"], head="nope")


def test_spacy_loads_it_and_writes_it_again(tiny_model, tmp_path):
    from yaowen.model.spacy_component import make_pipeline

    make_pipeline(tiny_model).to_disk(tmp_path / "pipeline", exclude=["vocab"])
    import spacy

    nlp = spacy.load(tmp_path / "pipeline")
    (doc,) = nlp.pipe(["云岭市长李明讲话。"])
    assert [(e.text, e.label_) for e in doc.ents] == [("云岭", "PLACE"), ("市长", "ROLE"), ("李明", "PERSON")]
    nlp.to_disk(tmp_path / "pipeline", exclude=["vocab"])
    assert EntityModel.load(tmp_path / "pipeline").find(["王芳到沛河考察。"]) == [[(0, 2, "PERSON"), (3, 5, "PLACE")]]
