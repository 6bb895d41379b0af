"""A model trained in a second or two, on invented sentences."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")
pytest.importorskip("onnx", reason="the extra yaowen[train] is not installed")

SENTENCES = [
    ("云岭市长李明讲话。", [(0, 2, "PLACE"), (2, 4, "ROLE"), (4, 6, "PERSON")]),
    ("王芳到沛河考察。", [(0, 2, "PERSON"), (3, 5, "PLACE")]),
    ("市委书记王芳主持会议。", [(0, 2, "ORG"), (2, 4, "ROLE"), (4, 6, "PERSON")]),
    ("李明在云岭调研\n市委发文", [(0, 2, "PERSON"), (3, 5, "PLACE"), (8, 10, "ORG")]),
]


@pytest.fixture(scope="session")
def sentences():
    """What the tiny model knows by heart."""
    return SENTENCES


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory):
    """The folder of an exported model that knows the sentences by heart."""
    from yaowen.model.features import Featuriser, pair_keys
    from yaowen.model.fold import code_points
    from yaowen.model.lexicon import Kind, Lexicon, word_keys
    from yaowen.train.corpora import LABELS, Annotated, cut_document, join_pieces
    from yaowen.train.export import export
    from yaowen.train.network import Network, NetworkSettings
    from yaowen.train.run import padded_tags

    torch.manual_seed(1)
    random = np.random.default_rng(1)
    codes = [code_points(text) for text, _ in SENTENCES]
    characters = np.unique(np.concatenate(codes)).astype(np.int64)
    pairs = np.unique(np.concatenate([pair_keys(c) for c in codes]))
    words = {"云岭": Kind.PLACE, "沛河": Kind.PLACE, "书记": Kind.ROLE, "王": Kind.SURNAME, "李": Kind.SURNAME}
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
    features = featuriser([p.codes for p in batch])
    dense = torch.optim.Adam([p for n, p in network.named_parameters() if n != "pairs.weight"], lr=0.02)
    for _ in range(60):
        dense.zero_grad()
        network.loss(features, padded_tags(batch), "news_domain").backward()
        dense.step()
    folder = tmp_path_factory.mktemp("tiny")
    export(network, featuriser, folder, {"name": "tiny"})
    return folder
