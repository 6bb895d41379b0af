import pytest
import spacy

from yaowen.entities.spacy import SpacyEntities
from yaowen.errors import ModelError
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole
from yaowen.text import Text


def clipping(*lines):
    return Clipping(tuple(Part(BlockRole.PARAGRAPH, Text.of(line)) for line in lines))


@pytest.fixture
def model(tmp_path):
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "GPE", "pattern": "云岭市"}, {"label": "ROLE", "pattern": "市长"}, {"label": "DATE", "pattern": "今天"}]
    )
    nlp.to_disk(tmp_path / "model")
    return str(tmp_path / "model")


def test_labels_are_mapped_and_others_left_out(model):
    (mentions,) = SpacyEntities(model)([clipping("今天云岭市", "市长到云岭市")])

    assert [(mention.text, mention.label, mention.start) for mention in mentions] == [
        ("云岭市", "PLACE", 2),
        ("市长", "ROLE", 6),
        ("云岭市", "PLACE", 9),
    ]


def test_a_missing_model_says_so():
    with pytest.raises(ModelError, match=r"^nowhere: spaCy cannot load it"):
        list(SpacyEntities("nowhere")([clipping("云岭市")]))


def test_a_model_trained_again_is_another(model):
    first = SpacyEntities(model).fingerprint
    assert SpacyEntities(model).fingerprint == first
    nlp = spacy.load(model)
    nlp.get_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "沛河县"}])
    nlp.to_disk(model)
    assert SpacyEntities(model).fingerprint != first
