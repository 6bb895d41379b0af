import pytest

import yaowen
from yaowen.config import CHOICES, choose, make_pipeline, read_config
from yaowen.errors import ConfigError
from yaowen.stages import ReviseEntities


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("[segment]\nuse = 'nope'", "[segment] has no 'nope'; choose from ["),
        (
            "[[entities]]\nuse = 'lexicon'\nwrods = {}",
            "[[entities]] use = 'lexicon' has no setting 'wrods'; choose from ['words', 'file']",
        ),
        ("[[entities]]\nuse = 'lexicon'\nwords = 3", "[[entities]] use = 'lexicon': words: "),
        ("[entities]\nuse = 'lexicon'", "entities must be a list of tables; write [[entities]]"),
        ("[[load]]", "load must be a table; write [load]"),
        ("[segmant]", "has a table 'segmant' that means nothing"),
        ("[segment", "Expected ']'"),
        ("[load]\nkind = 'pdf-text'", "[load]: kind: "),
        ("[imprint]\nfilename = '(?P<day>.+)'", "[imprint]: filename must have groups named like issue_date, "),
        ('[[entities]]\nfile = "C:\\pages"', "a path with \\ stands in single quotes"),
        ('[[entities]]\nfile = "C:\\Users"', "a path with \\ stands in single quotes"),
    ],
)
def test_what_is_wrong_with_a_config_is_said_with_its_place(tmp_path, config, says):
    (tmp_path / "c.toml").write_text(config)

    with pytest.raises(ConfigError) as error:
        yaowen.load(tmp_path / "c.toml")

    assert str(error.value).startswith(f"{tmp_path / 'c.toml'}: ")
    assert says in str(error.value)


def test_a_config_may_have_a_byte_order_mark(tmp_path):
    (tmp_path / "c.toml").write_text("facts = []", "utf-8-sig")
    assert yaowen.load(tmp_path / "c.toml").find_facts == ()


def test_a_config_is_utf_8_and_no_folder(tmp_path):
    (tmp_path / "c.toml").write_bytes("imprint = { home = '云岭市' }".encode("gb18030"))
    with pytest.raises(ConfigError, match=r"c\.toml: not UTF-8; save it in that encoding"):
        yaowen.load(tmp_path / "c.toml")
    with pytest.raises(ConfigError, match=r"\(Is a directory\); give a TOML file"):
        yaowen.load(tmp_path)


def test_a_missing_config_is_an_error():
    with pytest.raises(ConfigError, match="no such file"):
        yaowen.load("nowhere.toml")


NEEDED = {"hanlp": {"model": "models/none"}}


@pytest.mark.parametrize("stage", [stage for stage, choices in CHOICES.items() if choices])
def test_every_choice_can_be_made(stage):
    for use in CHOICES[stage]:
        made = choose("config", CHOICES[stage], {"use": use} | NEEDED.get(use, {}))
        assert callable(made) or isinstance(made, ReviseEntities)


def test_the_fingerprint_follows_the_settings():
    one = make_pipeline({"entities": [{"use": "lexicon", "words": {"云岭市": "PLACE"}}]})
    other = make_pipeline({"entities": [{"use": "lexicon", "words": {"云岭市": "ORG"}}]})

    assert one.fingerprint == make_pipeline({"entities": [{"use": "lexicon", "words": {"云岭市": "PLACE"}}]}).fingerprint
    assert one.fingerprint != other.fingerprint


def test_paths_of_stages_start_at_the_folder_of_the_config(tmp_path, monkeypatch):
    (tmp_path / "words.tsv").write_text("云岭市\tPLACE\n", "utf-8-sig")
    (tmp_path / "c.toml").write_text("facts = []\n[[entities]]\nuse = 'lexicon'\nfile = 'words.tsv'")
    monkeypatch.chdir("/")

    document = yaowen.load(tmp_path / "c.toml")("云岭市今天有雨。")

    assert [mention.text for mention in document.articles[0].mentions] == ["云岭市"]


@pytest.mark.parametrize(
    ("use", "model", "taken"),
    [
        ("yaowen", "mine", "CONFIG/mine"),
        ("yaowen", "models/mine", "CONFIG/models/mine"),
        ("spacy", "zh_core_web_sm", "zh_core_web_sm"),
        ("spacy", "beside", "CONFIG/beside"),
        ("spacy", "models/mine", "CONFIG/models/mine"),
        ("hanlp", "MSRA_NER_BERT_BASE_ZH", "MSRA_NER_BERT_BASE_ZH"),
        ("hanlp", "https://models.example/ner.zip", "https://models.example/ner.zip"),
        ("hanlp", "../mine", "CONFIG/../mine"),
    ],
)
def test_a_model_is_a_folder_seen_from_the_config_or_a_name(use, model, taken, tmp_path, monkeypatch):
    for folder in ("here/models/mine", "here/mine/x", "config/beside"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    config = tmp_path / "config" / "c.toml"
    config.write_text(f"[[entities]]\nuse = '{use}'\nmodel = '{model}'")

    assert read_config(config)["entities"][0]["model"] == taken.replace("CONFIG", str(config.parent))


def test_a_model_of_the_working_directory_is_not_taken_for_a_name(tmp_path, monkeypatch):
    for folder in ("here/mine", "config"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "config" / "c.toml").write_text("[[entities]]\nuse = 'spacy'\nmodel = 'mine'")

    with pytest.raises(ConfigError, match="model = 'mine' is not beside the config; paths start at its folder"):
        read_config(tmp_path / "config" / "c.toml")


@pytest.mark.parametrize(
    ("imprint", "says"),
    [
        ("filename = '('", "filename is no regular expression"),
        ("filename = '(?P<date>.*)'", "it has ['date']"),
        ("issue_date = '2024/10/14'", "'2024/10/14' is not a day; write it as 2024-10-14"),
    ],
)
def test_an_imprint_that_cannot_be_meant_is_refused(tmp_path, imprint, says):
    (tmp_path / "c.toml").write_text(f"[imprint]\n{imprint}")

    with pytest.raises(ConfigError) as error:
        yaowen.load(tmp_path / "c.toml")

    assert says in str(error.value)
