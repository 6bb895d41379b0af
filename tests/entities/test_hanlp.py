import json

import pytest

from yaowen.entities.hanlp import HanlpEntities
from yaowen.errors import ModelError
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole
from yaowen.text import Text

SENTENCES = [
    ("云岭市长李明讲话", [("云岭", "NS"), ("李明", "NR")]),
    ("李明在云岭调研", [("李明", "NR"), ("云岭", "NS")]),
    ("王芳到沛河考察", [("王芳", "NR"), ("沛河", "NS")]),
    ("沛河市长王芳讲话", [("沛河", "NS"), ("王芳", "NR")]),
]


def clipping(*lines):
    return Clipping(tuple(Part(BlockRole.PARAGRAPH, Text.of(line)) for line in lines))


def write_tsv(path):
    rows = []
    for sentence, names in SENTENCES * 12:
        tags = ["O"] * len(sentence)
        for name, label in names:
            start = sentence.index(name)
            tags[start : start + len(name)] = [f"B-{label}"] + [f"I-{label}"] * (len(name) - 1)
        rows.append("\n".join(f"{char}\t{tag}" for char, tag in zip(sentence, tags, strict=True)))
    path.write_text("\n\n".join(rows) + "\n", "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    pytest.importorskip("hanlp", reason="the extra yaowen[hanlp] is not installed")
    from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer

    folder = tmp_path_factory.mktemp("hanlp")
    data = write_tsv(folder / "train.tsv")
    RNNNamedEntityRecognizer().fit(
        data,
        data,
        str(folder / "model"),
        epochs=40,
        embed=32,
        rnn_hidden=32,
        batch_size=16,
        lr=0.01,
        crf=False,
        tagging_scheme="BIO",
        delimiter="\t",
        devices=-1,
    )
    return str(folder / "model")


def test_entities_come_with_exact_offsets_and_empty_lines_do_no_harm(model):
    (mentions,) = HanlpEntities(model)([clipping("云岭市长李明讲话", "", "王芳到沛河考察")])

    assert [(mention.text, mention.label, mention.start) for mention in mentions] == [
        ("云岭", "PLACE", 0),
        ("李明", "PERSON", 4),
        ("王芳", "PERSON", 10),
        ("沛河", "PLACE", 13),
    ]


def test_a_folder_that_names_foreign_code_is_refused(tmp_path):
    (tmp_path / "config.json").write_text(json.dumps({"classpath": "os.system"}))

    with pytest.raises(ModelError, match="only classes of hanlp are loaded"):
        list(HanlpEntities(str(tmp_path))([clipping("云岭")]))
