"""What the model that ships must be able to do."""

import pickle
import subprocess
import sys

import pytest

import yaowen
from yaowen.model.entity_model import EntityModel, shipped_model

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def model():
    if not shipped_model().is_dir():
        pytest.skip("no model in models/entities")
    return EntityModel.load(shipped_model())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市委书记梁云舟到寿阳县调研。", ["市委 ORG", "书记 ROLE", "梁云舟 PERSON", "寿阳县 PLACE"]),
        (
            "本报讯（记者江小禾）昨日，市教育局局长方一鸣介绍说",
            ["记者 ROLE", "江小禾 PERSON", "市教育局 ORG", "局长 ROLE", "方一鸣 PERSON"],
        ),
        ("市政协副主席、和顺县委书记柳承志", ["市政协 ORG", "副主席 ROLE", "和顺县委 ORG", "书记 ROLE", "柳承志 PERSON"]),
        # 沄, 泺 and 郤 stand in no text that it learnt from.
        ("沄蒲县召开春耕现场会", ["沄蒲县 PLACE"]),
        ("任命郤文澜为泺阳市教育局局长", ["郤文澜 PERSON", "泺阳市教育局 ORG", "局长 ROLE"]),
        ("全市上下齐心协力，经济平稳增长。", []),
    ],
)
def test_it_finds_invented_people(model, text, found):
    (spans,) = model.find([text])
    assert [f"{text[start:end]} {label}" for start, end, label in spans] == found


def test_it_is_small_and_has_no_pickle():
    files = [path for path in shipped_model().rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 30e6
    assert not [path for path in files if path.suffix in {".pkl", ".pickle", ".pt", ".bin"}]


def test_a_million_characters_in_one_article_pass(model):
    text = "市委书记梁云舟到寿阳县调研，" * 20 + "他走访了群众。\n"
    repeated = text * (1_000_000 // len(text))
    (spans,) = model.find([repeated])
    assert len(spans) == 80 * (1_000_000 // len(text))


def test_it_runs_without_pytorch():
    code = (
        "import sys; from yaowen.model.entity_model import *; EntityModel.load(shipped_model()).find(['要闻']);"
        "print(sorted({'torch', 'spacy', 'gensim'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_pipeline_that_has_read_can_be_sent_to_another_process(model):
    pipeline = yaowen.load()
    document = pipeline("全市春耕会议召开\n\n市长李建国出席会议。")
    assert pickle.loads(pickle.dumps(pipeline))("全市春耕会议召开\n\n市长李建国出席会议。") == document  # noqa: S301 # our own
