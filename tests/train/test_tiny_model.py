"""A model trained in a second or two on invented sentences, exported, and used."""

import json

import numpy as np
import pytest

from yaowen.entities.neural import NeuralEntities
from yaowen.errors import ConfigError, ModelError
from yaowen.model.entity_model import EntityModel
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole
from yaowen.text import Text

torch = pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")
pytest.importorskip("onnx", reason="the extra yaowen[train] is not installed")

SENTENCES = [
    ("云岭市长李明讲话。", [(0, 2, "PLACE"), (2, 4, "ROLE"), (4, 6, "PERSON")]),
    ("王芳到泾河考察。", [(0, 2, "PERSON"), (3, 5, "PLACE")]),
    ("市委书记王芳主持会议。", [(0, 2, "ORG"), (2, 4, "ROLE"), (4, 6, "PERSON")]),
    ("李明在云岭调研\n市委发文", [(0, 2, "PERSON"), (3, 5, "PLACE"), (8, 10, "ORG")]),
]


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory):
    """The folder of an exported model that knows the sentences by heart."""
    from yaowen.model.features import Featuriser, pair_keys
    from yaowen.model.fold import code_points
    from yaowen.model.lexicon import Kind, Lexicon, word_keys
    from yaowen.train.corpora import LABELS, Annotated, cut_document, join_pieces
    from yaowen.train.export import export
    from yaowen.train.feed import Batch, make_targets
    from yaowen.train.network import Inputs, Network, NetworkSettings

    torch.manual_seed(1)
    random = np.random.default_rng(1)
    codes = [code_points(text) for text, _ in SENTENCES]
    characters = np.unique(np.concatenate(codes)).astype(np.int64)
    pairs = np.unique(np.concatenate([pair_keys(c) for c in codes]))
    words = {"云岭": Kind.PLACE, "泾河": Kind.PLACE, "书记": Kind.ROLE, "王": Kind.SURNAME, "李": Kind.SURNAME}
    keys = word_keys(words)
    order = np.argsort(keys)
    lexicon = Lexicon(
        keys[order],
        np.array(list(words.values()), np.uint8)[order],
        np.arange(len(words), dtype=np.int32)[order],
        random.integers(-99, 99, (len(words), 4)).astype(np.int8),
        np.ones(len(words), np.float32),
        0.03,
    )
    featuriser = Featuriser(characters, pairs, lexicon)

    def vectors(rows, size):
        return random.normal(size=(rows + 2, size)).astype(np.float32)

    heads = {"news_domain": LABELS["news_domain"], "msra": LABELS["msra"]}
    settings = NetworkSettings(input_size=30, hidden_size=30, dropout=0.1)
    network = Network(
        vectors(len(characters), 16), vectors(len(pairs), 8), featuriser.word_size, featuriser.flag_size, heads, settings
    )
    labels = LABELS["news_domain"]
    batch = [
        join_pieces(cut_document(Annotated(str(i), text, tuple(spans)), labels)) for i, (text, spans) in enumerate(SENTENCES)
    ]
    inputs, targets = Inputs.of(featuriser([p.codes for p in batch])), make_targets(Batch(("news_domain",), batch))
    dense = torch.optim.Adam([p for n, p in network.named_parameters() if n != "pairs.weight"], lr=0.02)
    for _ in range(60):
        dense.zero_grad()
        network.loss(inputs, targets).backward()
        dense.step()
    folder = tmp_path_factory.mktemp("tiny")
    export(network, featuriser, folder, {"name": "tiny"})
    return folder


def test_the_exported_model_finds_what_the_network_learnt(tiny_model):
    model = EntityModel.load(tiny_model)
    assert model.find([text for text, _ in SENTENCES]) == [spans for _, spans in SENTENCES]
    assert model.labels == ("PERSON", "ROLE", "PLACE", "ORG")


def test_a_text_gives_the_same_in_any_company(tiny_model):
    model = EntityModel.load(tiny_model)
    texts = [text * n for n in (1, 3, 40) for text, _ in SENTENCES] + ["", "\n", "没有。"]
    together = model.find(texts)
    assert together == [model.find([text])[0] for text in texts]
    assert together[::-1] == model.find(texts[::-1])


@pytest.mark.parametrize("text", ["", "\n\n", " ", "\ud800", "🙂" * 300, "e\u0301\u200b", "\x00李明", "１２３" * 200])
def test_any_text_passes(tiny_model, text):
    (spans,) = EntityModel.load(tiny_model).find([text])
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)


def test_a_long_text_is_read_in_windows(tiny_model):
    sentence, spans = SENTENCES[0]
    (found,) = EntityModel.load(tiny_model).find([sentence * 2000])
    assert len(found) == 2000 * len(spans)


def test_no_span_runs_over_a_line_break(tiny_model):
    (found,) = EntityModel.load(tiny_model).find(["李\n明在云\n岭调研"])
    assert all("\n" not in "李\n明在云\n岭调研"[start:end] for start, end, _ in found)


def test_mentions_quote_the_page(tiny_model):
    clipping = Clipping(
        (Part(BlockRole.TITLE, Text.of("王芳到泾河考察。")), Part(BlockRole.PARAGRAPH, Text.of("云岭市长李明讲话。")))
    )
    (mentions,) = NeuralEntities(str(tiny_model))([clipping])
    assert [(m.label, m.text) for m in mentions] == [
        ("PERSON", "王芳"),
        ("PLACE", "泾河"),
        ("PLACE", "云岭"),
        ("ROLE", "市长"),
        ("PERSON", "李明"),
    ]


@pytest.fixture
def copied(tiny_model, tmp_path):
    for file in tiny_model.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


UNSEEN = [
    ("李明到云岭讲话。", [(0, 2, "PER"), (3, 5, "LOC")]),
    ("泾河书记王芳考察云岭。", [(0, 2, "LOC"), (4, 6, "PER"), (8, 10, "LOC")]),
    ("王芳在泾河主持会议。", [(0, 2, "PER"), (3, 5, "LOC")]),
    ("云岭市长李明到泾河。", [(0, 2, "LOC"), (4, 6, "PER"), (7, 9, "LOC")]),
]


def corpora():
    from yaowen.train.corpora import Annotated
    from yaowen.train.sources import Corpus

    texts = [Annotated(f"{number}-{i}", text, tuple(spans)) for number in range(6) for i, (text, spans) in enumerate(UNSEEN)]
    return {"msra": Corpus(texts[:4], texts, [])}


def test_a_layer_learns_once_more_and_no_other_does(copied):
    from yaowen.train.finish import finish
    from yaowen.train.settings import FinishSettings

    before = EntityModel.load(copied)
    found = before.find([text for text, _ in SENTENCES])
    report = finish(copied, corpora(), FinishSettings(("msra",), rate=0.02, epochs=30, dropout=0.0, batch=8))
    after = EntityModel.load(copied)
    assert report["msra"]["before"] < 0.5 < report["msra"]["tried"]
    assert after.find([text for text, _ in UNSEEN], "msra") == [spans for _, spans in UNSEEN]
    assert after.find([text for text, _ in SENTENCES]) == found
    assert (after.heads["news_domain"].weight == before.heads["news_domain"].weight).all()


def test_characters_never_met_get_the_mean_row_of_the_rare_ones_once(copied):
    import onnx
    from onnx import numpy_helper

    from yaowen.train.finish import TABLE, add_stranger

    def read():
        graph = onnx.load(copied / "network.onnx")
        return next(numpy_helper.to_array(stored) for stored in graph.graph.initializer if stored.name == TABLE)

    before, keys = read(), EntityModel.load(copied).featuriser.characters.tolist()
    add_stranger(copied)
    add_stranger(copied)
    after, found = read(), EntityModel.load(copied).featuriser.characters.tolist()
    place = found.index(ord("〓"))
    assert [*found[:place], *found[place + 1 :]] == keys
    assert (np.delete(after, place + 2, axis=0) == before).all()
    # 泾 alone of the characters of these sentences is on the second level of GB 2312.
    assert np.allclose(after[place + 2], before[keys.index(ord("泾")) + 2], atol=1e-2)


def test_a_head_that_the_model_lacks_cannot_learn(copied):
    from yaowen.train.finish import finish
    from yaowen.train.settings import FinishSettings

    with pytest.raises(ConfigError, match="has no head 'weibo' to learn once more; choose from"):
        finish(copied, {}, FinishSettings(("weibo",)))


def test_without_a_head_named_nothing_but_that_row_is_new(copied):
    from yaowen.train.finish import finish
    from yaowen.train.settings import FinishSettings

    before = EntityModel.load(copied)
    assert finish(copied, {}, FinishSettings()) == {}
    after = EntityModel.load(copied)
    assert all((after.heads[name].weight == before.heads[name].weight).all() for name in before.heads)


def test_a_changed_file_is_refused(copied):
    with np.load(copied / "arrays.npz", allow_pickle=False) as arrays:
        np.savez(copied / "arrays.npz", **{**arrays, "word_scale": np.float32(1)})
    with pytest.raises(ModelError, match=r"arrays\.npz: has sha256"):
        EntityModel.load(copied)


def test_a_missing_file_is_named(copied):
    (copied / "network.onnx").unlink()
    with pytest.raises(ModelError, match=r"lacks network\.onnx"):
        EntityModel.load(copied)


def test_another_format_is_refused(copied):
    meta = json.loads((copied / "meta.json").read_text("utf-8"))
    (copied / "meta.json").write_text(json.dumps(meta | {"format": 99}), "utf-8")
    with pytest.raises(ModelError, match="format 99"):
        EntityModel.load(copied)


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
    assert EntityModel.load(tmp_path / "pipeline").find(["王芳到泾河考察。"]) == [[(0, 2, "PERSON"), (3, 5, "PLACE")]]


def test_a_released_model_says_what_it_thinks_of_raw_text(tiny_model):
    from yaowen.model.tags import read_tags
    from yaowen.train.settings import ReadingSettings
    from yaowen.train.teacher import Released, label_raw_text

    model = EntityModel.load(tiny_model)
    known = dict(SENTENCES[:3])
    stream = np.frombuffer("".join(known).encode("utf-16-le") * 200, "<u2")
    reading = ReadingSettings(characters=3000, heads=("msra", "news_domain"), longest=12, batch=90)

    labels = label_raw_text(Released(model), model.featuriser, stream, reading, seed=1)

    assert labels.heads == ("msra", "news_domain")
    pieces = [("".join(map(chr, piece.codes)), piece) for piece in labels.pieces(np.arange(len(labels.lengths)))]
    assert {text for text, _ in pieces} == set(known)
    assert all(read_tags(piece.best[1], model.labels) == known[text] for text, piece in pieces)
    assert all((piece.second[piece.share == 255] == 0).all() for _, piece in pieces)
