"""A teacher learns a handful of invented sentences, reads others, and hands on what it thinks of them."""

import itertools

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")

LABELS = ("PERSON", "ROLE", "PLACE", "ORG")
PEOPLE, PLACES = ("王芳", "李明", "张华"), ("云岭", "沛河", "松湾")
SENTENCES = [
    sentence
    for person, place in itertools.product(PEOPLE, PLACES)
    for sentence in (
        (f"{person}到{place}讲话。", ((0, 2, "PERSON"), (3, 5, "PLACE"))),
        (f"市委书记{person}到{place}。", ((0, 2, "ORG"), (2, 4, "ROLE"), (4, 6, "PERSON"), (7, 9, "PLACE"))),
    )
    if (person, place) != ("张华", "松湾")
]
NEW, NAMED = "市委书记张华到松湾。张华到松湾讲话。\n", ((0, 2), (2, 4), (4, 6), (7, 9), (10, 12), (13, 15))
RAW = ((NEW + "没有人到会议。\n") * 90).encode("utf-16-le")


@pytest.fixture(scope="module")
def press():
    return np.frombuffer(RAW, "<u2")


@pytest.fixture(scope="module")
def settings():
    from yaowen.train.settings import ReadingSettings, RunSettings, TeacherSettings

    run = RunSettings(
        shares={"news_domain": 20.0}, epochs=4, batch=100, rate=0.02, warm=5, workers=1, scored=99, transformer_rate=5e-3
    )
    reading = ReadingSettings(characters=2600, heads=("news_domain",), longest=32, bare=0.0, batch=300)
    return TeacherSettings(run, reading)


@pytest.fixture(scope="module")
def sampler(settings):
    from yaowen.train.corpora import Annotated, read_documents
    from yaowen.train.feed import EpochSampler

    texts = [Annotated(str(i), text, spans) for i, (text, spans) in enumerate(SENTENCES)]
    return EpochSampler({"news_domain": read_documents(texts, "news_domain")}, None, settings.run)


@pytest.fixture(scope="module")
def labelled(tiny, press, settings, sampler, tmp_path_factory):
    """A featuriser, and the soft labels of a teacher that knows the sentences by heart."""
    from yaowen.train.loop import train_network
    from yaowen.train.network import NetworkSettings
    from yaowen.train.teacher import Teacher, label_raw_text
    from yaowen.train.transformer import Transformer, TransformerSettings

    torch.manual_seed(1)
    featuriser, vectors = tiny("".join(text for text, _ in SENTENCES) + "没有人会议\n")
    transformer = Transformer(len(featuriser.characters) + 2, TransformerSettings(size=16, layers=1, heads=2))
    network = NetworkSettings(input_size=24, hidden_size=24, dropout=0.1)
    sizes = (featuriser.word_size, featuriser.flag_size)
    teacher = Teacher(*vectors, *sizes, {"news_domain": LABELS}, network, transformer)
    teacher = train_network(teacher, featuriser, sampler, {"news_domain": []}, tmp_path_factory.mktemp("teacher"))
    return featuriser, label_raw_text(teacher.eval(), featuriser, press, settings.reading, seed=1)


def test_what_the_teacher_thinks_fits_the_text(labelled):
    _, soft_labels = labelled
    whole = [p for p in soft_labels.pieces(np.arange(len(soft_labels.lengths))) if "".join(map(chr, p.codes)).startswith(NEW)]
    assert len(whole) > 20
    named = np.zeros(len(NEW), bool)
    for start, end in NAMED:
        named[start:end] = True
    thought = np.array([piece.best[0, : len(NEW)] > 0 for piece in whole])
    assert (thought == named).mean() > 0.95
    assert soft_labels.share.mean() > 200


def test_windows_without_a_name_are_left_out(labelled):
    _, soft_labels = labelled
    assert all("没有人" not in "".join(map(chr, p.codes)) or (p.best > 0).any() for p in soft_labels.pieces(np.arange(9)))


def test_windows_are_whole_sentences_and_lie_apart(press, settings):
    from yaowen.train.teacher import choose_windows

    windows = choose_windows(press, settings.reading, np.random.default_rng(1))
    places = np.concatenate([np.arange(start, start + length) for start, length in windows.tolist()])
    assert len(np.unique(places)) == len(places)
    assert (windows[:, 1] <= settings.reading.longest).all()
    assert {chr(press[start + length - 1]) for start, length in windows.tolist()} <= set("。\n")


def test_soft_labels_are_kept_without_their_text(labelled, press, tmp_path):
    from yaowen.train.feed import SoftLabels

    _, soft_labels = labelled
    soft_labels.save(tmp_path / "soft_labels.npz")
    again = SoftLabels.load(tmp_path / "soft_labels.npz", press)
    assert again.heads == soft_labels.heads
    for one, other in zip(soft_labels.pieces(np.arange(3)), again.pieces(np.arange(3)), strict=True):
        assert all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ("codes", "best", "second", "share"))


def test_another_network_learns_from_soft_labels_alone(labelled, settings, sampler, tmp_path):
    from dataclasses import replace

    from yaowen.train.feed import EpochSampler
    from yaowen.train.loop import find_spans, train_network
    from yaowen.train.network import Network, NetworkSettings

    featuriser, soft_labels = labelled
    random = np.random.default_rng(2)
    vectors = [random.normal(size=(len(keys) + 2, 12)).astype(np.float32) for keys in (featuriser.characters, featuriser.pairs)]
    network = NetworkSettings(input_size=24, hidden_size=24, dropout=0.1)
    student = Network(*vectors, featuriser.word_size, featuriser.flag_size, {"news_domain": LABELS}, network)
    run = replace(settings.run, shares={"news_domain": 0.0}, soft_labels=1.0, epochs=15)
    (tmp_path / "student").mkdir()
    student = train_network(
        student,
        featuriser,
        EpochSampler(sampler.documents, None, run, [soft_labels]),
        {"news_domain": []},
        tmp_path / "student",
    )
    (spans,) = find_spans(student, featuriser, [NEW], "news_domain")
    assert [span[:2] for span in spans] == list(NAMED)


def test_a_run_goes_on_from_its_checkpoint(tiny, settings, sampler, tmp_path):
    from dataclasses import replace

    from yaowen.train.feed import EpochSampler
    from yaowen.train.loop import train_network
    from yaowen.train.network import Network, NetworkSettings

    class Stopped(EpochSampler):
        def __call__(self, epoch):
            if epoch:
                raise KeyboardInterrupt
            return super().__call__(epoch)

    featuriser, vectors = tiny("".join(text for text, _ in SENTENCES))
    run = replace(settings.run, epochs=2)

    def train(make_sampler, folder):
        torch.manual_seed(1)
        sizes = (featuriser.word_size, featuriser.flag_size)
        small = NetworkSettings(input_size=8, hidden_size=8)
        network = Network(*(v.copy() for v in vectors), *sizes, {"news_domain": LABELS}, small)
        folder.mkdir(exist_ok=True)
        train_network(network, featuriser, make_sampler(sampler.documents, None, run), {"news_domain": []}, folder)
        return network

    with pytest.raises(KeyboardInterrupt):
        train(Stopped, tmp_path / "twice")
    once, twice = train(EpochSampler, tmp_path / "once"), train(EpochSampler, tmp_path / "twice")
    assert all(torch.equal(a, b) for a, b in zip(once.parameters(), twice.parameters(), strict=True))
    assert len((tmp_path / "twice" / "log.jsonl").read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(("device", "workers", "message"), [("cuda", 1, "has no such device"), ("cuda", 2, "for one process")])
def test_a_device_that_cannot_be_used_is_said_before_any_work(settings, tmp_path, device, workers, message):
    from dataclasses import replace

    from yaowen.errors import ConfigError
    from yaowen.train.run import run_training
    from yaowen.train.settings import TrainSettings
    from yaowen.train.vectors import VectorSettings

    if workers == 1 and torch.cuda.is_available():
        pytest.skip("this machine has a GPU")
    run = replace(settings.run, device=device, workers=workers)
    whole = TrainSettings("model", tmp_path / "corpora", tmp_path / "build", tmp_path / "out", VectorSettings({}), run)
    with pytest.raises(ConfigError, match=message):
        run_training(whole)
    assert not (tmp_path / "build").exists()


def test_raw_text_that_nobody_names_is_said_before_any_work(settings, tmp_path):
    from dataclasses import replace

    from yaowen.errors import ConfigError
    from yaowen.train.language import LanguageSettings
    from yaowen.train.run import run_training
    from yaowen.train.settings import TrainSettings
    from yaowen.train.vectors import VectorSettings

    whole = TrainSettings("model", tmp_path / "corpora", tmp_path / "build", tmp_path / "out", VectorSettings({}), settings.run)
    with pytest.raises(ConfigError, match=r"table \[press\] is missing"):
        run_training(replace(whole, language=LanguageSettings(characters=10)))
    assert not (tmp_path / "build").exists()


def test_a_released_model_that_is_not_there_is_said_before_any_work(settings, tmp_path):
    from dataclasses import replace

    from yaowen.errors import ConfigError
    from yaowen.train.run import run_training
    from yaowen.train.settings import ReadingSettings, ReleasedSettings, TrainSettings
    from yaowen.train.vectors import VectorSettings

    whole = TrainSettings("model", tmp_path / "corpora", tmp_path / "build", tmp_path / "out", VectorSettings({}), settings.run)
    released = ReleasedSettings(tmp_path / "models", ReadingSettings(characters=10))
    with pytest.raises(ConfigError, match="where there is no model"):
        run_training(replace(whole, press={"chinanews": 1.0}, released=released))
    assert not (tmp_path / "build").exists()
