"""One training run: from corpora to vectors, a teacher and its soft labels, and the network that ships.

Every step leaves its result in the folder of the run and is not done again.
"""

import json
import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.distributed
import torch.multiprocessing
from numpy.typing import NDArray

from yaowen.errors import ConfigError
from yaowen.files import replacing
from yaowen.model.entity_model import EntityModel
from yaowen.model.features import Featuriser, find_rows
from yaowen.model.fold import code_points
from yaowen.train import made_up
from yaowen.train.corpora import LABELS
from yaowen.train.feed import EpochSampler, SoftLabels, training_documents
from yaowen.train.language import pretrain_encoder
from yaowen.train.loop import train_network
from yaowen.train.network import Network
from yaowen.train.settings import ReleasedSettings, RunSettings, TeacherSettings, TrainSettings
from yaowen.train.sources import Corpus, read_corpora, read_press
from yaowen.train.teacher import Released, Teacher, label_raw_text
from yaowen.train.transformer import Transformer, pretrain_transformer
from yaowen.train.vectors import pretrain
from yaowen.train.wordlist import build_lexicon, known_names

log = logging.getLogger(__name__)
APART = 1000
SOFT_LABELS = {"teacher": "soft_labels.npz", "released": "released_labels.npz"}
"""The files of what these two think of raw text, by their table in the settings."""
Embedding = tuple[NDArray[np.int64], NDArray[np.float32]]


def read_embedding(path: Path) -> Embedding:
    """Sorted keys of single characters or pairs, and rows for padding, the unknown, and each key."""
    with np.load(path, allow_pickle=False) as stored:
        units, vectors = stored["units"].tolist(), stored["vectors"]
    codes = [code_points(unit) for unit in units]
    keys = np.array([int(c[0]) if len(c) == 1 else int(c[0]) << 21 | int(c[1]) for c in codes], dtype=np.int64)
    order = np.argsort(keys)
    vectors = vectors / vectors.std() * 0.5
    return keys[order], np.concatenate([np.zeros((2, vectors.shape[1])), vectors[order]]).astype(np.float32)


def make_featuriser(settings: TrainSettings, corpora: Mapping[str, Corpus]) -> Featuriser:
    """The features of the corpora and vectors at hand."""
    vectors = settings.folder / "vectors"
    roles = [
        text.text[start:end]
        for head, wanted in (("news_domain", "ROLE"), ("cluener2020", "position"), ("resume", "TITLE"))
        for text in corpora[head].train
        for start, end, label in text.spans
        if label == wanted
    ]
    names = known_names(
        settings.corpora / "divisions", settings.corpora / "names" / "surnames.csv", roles, made_up.words("org_endings")
    )
    characters, pairs = (read_embedding(vectors / f"{name}.npz")[0] for name in ("characters", "pairs"))
    return Featuriser(characters, pairs, build_lexicon(vectors / "words.npz", names))


def make_network(settings: TrainSettings, featuriser: Featuriser, transformer: Transformer | None = None) -> Network:
    """A network that has not learnt yet; with a transformer, a teacher."""
    characters, pairs = (read_embedding(settings.folder / "vectors" / f"{name}.npz")[1] for name in ("characters", "pairs"))
    heads = {h: LABELS[h] for h in settings.run.shares}
    sizes = (featuriser.word_size, featuriser.flag_size)
    if transformer is None:
        return Network(characters, pairs, *sizes, heads, settings.network)
    return Teacher(characters, pairs, *sizes, heads, settings.network, transformer)


def make_sampler(
    settings: TrainSettings, run: RunSettings, corpora: Mapping[str, Corpus], soft_labels: Sequence[SoftLabels] = ()
) -> EpochSampler:
    """Given names of made-up people are made of the characters that stand in the names of the training parts."""
    people = [*made_up.people_in(corpora["pfr199801"].train, "nr"), *made_up.people_in(corpora["news_domain"].train, "PERSON")]
    generator = made_up.Generator.read(settings.corpora, people) if run.made_up else None
    return EpochSampler(training_documents(corpora), generator, run, soft_labels)


def run_training(settings: TrainSettings) -> None:
    """Train, or go on where an earlier start of this run has stopped."""
    folder = settings.folder / settings.name
    check_settings(settings, labelled=(folder / SOFT_LABELS["teacher"]).exists())
    folder.mkdir(parents=True, exist_ok=True)
    pretrain(settings.corpora / "raw", settings.folder / "vectors", settings.vectors)
    if settings.teacher:
        ask_teacher(settings, settings.teacher)
    if settings.released:
        ask_released(settings, settings.released)
    if settings.run.workers == 1:
        work(0, settings)
    else:
        meeting = folder / "meeting"
        meeting.unlink(missing_ok=True)
        torch.multiprocessing.spawn(work, (settings, meeting), nprocs=settings.run.workers)


def work(rank: int, settings: TrainSettings, meeting: Path | None = None) -> None:
    """One process of a run."""
    logging.basicConfig(level=logging.INFO if rank == 0 else logging.WARNING, format="%(asctime)s %(message)s")
    run = settings.run
    if meeting is not None:
        torch.set_num_threads(1)
        torch.distributed.init_process_group("gloo", init_method=meeting.as_uri(), rank=rank, world_size=run.workers)
    torch.manual_seed(run.seed)
    corpora = read_corpora(settings)
    featuriser = make_featuriser(settings, corpora)
    network = make_network(settings, featuriser).to(usable_device(run.device))
    foresee(network, featuriser, settings, rank)
    readers = {"teacher": settings.teacher, "released": settings.released}
    soft_labels = [
        SoftLabels.load(settings.folder / settings.name / SOFT_LABELS[name], read_press(settings))
        for name, reader in readers.items()
        if reader
    ]
    dev = {head: corpus.dev for head, corpus in corpora.items()}
    train_network(
        network,
        featuriser,
        make_sampler(settings, run, corpora, soft_labels),
        dev,
        settings.folder / settings.name,
        rank=rank,
    )
    if meeting is not None:
        torch.distributed.destroy_process_group()


def foresee(network: Network, featuriser: Featuriser, settings: TrainSettings, rank: int) -> None:
    """Pretrain the encoder on raw text, or take what an earlier start of this run has left."""
    if not settings.language.characters:
        return
    path = settings.folder / settings.name / "language.pt"
    if not path.exists():
        start = time.perf_counter()
        workers = settings.run.workers
        losses = pretrain_encoder(
            network, featuriser, read_press(settings), settings.language, seed=settings.run.seed, rank=rank, workers=workers
        )
        if rank == 0:
            seconds = round(time.perf_counter() - start)
            (path.parent / "language.json").write_text(json.dumps({"seconds": seconds, "losses": losses}) + "\n", "utf-8")
            with replacing(path) as draft:
                torch.save(network.state_dict(), draft)
        if settings.run.workers > 1:
            torch.distributed.barrier()
    network.load_state_dict(torch.load(path, weights_only=True, map_location=network.device))


def check_settings(settings: TrainSettings, *, labelled: bool) -> None:
    """Raises `ConfigError` before any work where a step could not run; a teacher that has done its work needs no device."""
    if (settings.language.characters or settings.teacher or settings.released) and not settings.press:
        raise ConfigError(
            "the table [press] is missing: it says which share of the articles of each source is read as raw text"
        )
    if settings.released and not settings.released.model.is_dir():
        raise ConfigError(f"[released] names {settings.released.model}, where there is no model; give the folder of one")
    runs = [settings.run, *([settings.teacher.run] if settings.teacher and not labelled else [])]
    for run in runs:
        if torch.device(run.device).type == "cuda" and run.workers != 1:
            raise ConfigError(f'device = "{run.device}" is for one process; set workers = 1 beside it')
        usable_device(run.device)


def usable_device(name: str) -> torch.device:
    """The device, if it is there. Raises `ConfigError` where it is not."""
    if torch.device(name).type == "cuda" and not torch.cuda.is_available():
        raise ConfigError(
            f'device = "{name}": this machine has no such device; set it to "cpu", or leave out the tables of the teacher '
            "and soft_labels, to learn from the annotations alone"
        )
    return torch.device(name)


def ask_released(settings: TrainSettings, released: ReleasedSettings) -> None:
    """Let a model that was released before read raw text; what it thinks is kept and not asked again."""
    path = settings.folder / settings.name / SOFT_LABELS["released"]
    if not path.exists():
        model = EntityModel.load(released.model)
        seed = settings.run.seed + APART  # of other stretches of the text than the teacher reads
        labels = label_raw_text(Released(model), model.featuriser, read_press(settings), released.reading, seed=seed)
        labels.save(path)


def ask_teacher(settings: TrainSettings, teacher: TeacherSettings) -> None:
    """Pretrain a transformer, train the teacher, and let it read; each is kept and not done again."""
    folder, run = settings.folder / settings.name, teacher.run
    if (folder / SOFT_LABELS["teacher"]).exists():
        return
    device = usable_device(run.device)
    torch.set_float32_matmul_precision("high")
    corpora = read_corpora(settings)
    featuriser = make_featuriser(settings, corpora)
    stream = read_press(settings)
    torch.manual_seed(run.seed)
    transformer = Transformer(len(featuriser.characters) + 2, teacher.transformer).to(device)
    if not (folder / "transformer.pt").exists():
        rows = find_rows(featuriser.characters, np.arange(1 << 16)).astype(np.int16)[stream]
        losses = pretrain_transformer(transformer, rows, teacher.transformer, seed=run.seed)
        (folder / "transformer.json").write_text(
            json.dumps({"characters": teacher.transformer.characters, "losses": losses}) + "\n", "utf-8"
        )
        with replacing(folder / "transformer.pt") as draft:
            torch.save(transformer.state_dict(), draft)
    transformer.load_state_dict(torch.load(folder / "transformer.pt", weights_only=True, map_location=device))
    network = make_network(settings, featuriser, transformer).to(device)
    dev = {head: corpus.dev for head, corpus in corpora.items()}
    (folder / "teacher").mkdir(exist_ok=True)
    trained = train_network(network, featuriser, make_sampler(settings, run, corpora), dev, folder / "teacher")
    trained.eval()
    labels = label_raw_text(trained, featuriser, stream, teacher.reading, seed=run.seed, readers=run.readers)
    labels.save(folder / SOFT_LABELS["teacher"])
