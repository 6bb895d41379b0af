"""One training run: from corpora and vectors to checkpoints, with a line in the log for each epoch."""

import copy
import glob
import itertools
import json
import logging
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.distributed
import torch.multiprocessing
from numpy.typing import NDArray

from yaowen.model.features import Featuriser
from yaowen.model.fold import code_points
from yaowen.model.tags import Span, best_tags, read_tags
from yaowen.model.windows import cut_windows
from yaowen.train import made_up
from yaowen.train.corpora import (
    LABELS,
    Annotated,
    Batch,
    Document,
    Piece,
    flat_spans,
    make_batches,
    read_annotations,
    read_documents,
    read_jsonl,
    read_written,
    sample,
    split_long,
)
from yaowen.train.language import pretrain_encoder
from yaowen.train.network import Network
from yaowen.train.scoring import Count, add_counts, count_spans
from yaowen.train.settings import TrainSettings
from yaowen.train.sharing import rate_at, share_gradients
from yaowen.train.vectors import pretrain
from yaowen.train.wordlist import build_lexicon, known_names

log = logging.getLogger(__name__)
AVERAGED = 10  # steps between updates of the average
DEV_TENTH = 0.9  # MSRA has no development part; the last tenth of its training part serves


class Corpus(NamedTuple):
    """The parts of one corpus. `test` is read when the model that ships is scored."""

    train: list[Annotated]
    dev: list[Annotated]
    test: list[Annotated]


def read_corpora(settings: TrainSettings) -> dict[str, Corpus]:
    """Every head's corpus, in its own labels."""
    folder = settings.corpora / "ner"

    def read(head: str, part: str) -> list[Annotated]:
        path = folder / head / f"{part}.jsonl"
        return list(read_jsonl(path)) if path.exists() else []

    corpora = {head: Corpus(read(head, "train"), read(head, "dev"), read(head, "test")) for head in LABELS}
    msra = corpora["msra"]
    cut = int(len(msra.train) * DEV_TENTH)
    corpora["msra"] = Corpus(msra.train[:cut], msra.train[cut:], msra.test)
    ours = corpora["news_domain"]
    held_out = {article_of(t.identifier) for c in (ours, corpora["pfr199801"]) for part in (c.dev, c.test) for t in part}
    paths = [Path(p) for pattern in settings.annotations for p in sorted(glob.glob(pattern))]
    written = [path for path in paths if path.suffix == ".txt"]
    extra = [
        *read_annotations([path for path in paths if path not in written], settings.corpora / "raw"),
        *(text for path in written for text in read_written(path)),
    ]
    return {
        head: Corpus(apart([*c.train, *extra] if head == "news_domain" else c.train, held_out), c.dev, c.test)
        for head, c in corpora.items()
    }


def article_of(identifier: str) -> str:
    """One name for an article of January 1998, of which two corpora hold parts: pfr-19980101-01-001, 19980101-01-001-004."""
    name = identifier.split("#")[0].removeprefix("pfr-")
    return name[:15] if name.startswith("199801") else name


def apart(texts: Iterable[Annotated], held_out: Collection[str]) -> list[Annotated]:
    """The texts of other articles."""
    return [t for t in texts if article_of(t.identifier) not in held_out]


def training_documents(corpora: Mapping[str, Corpus]) -> dict[str, list[Document]]:
    """MSRA stands sentence by sentence in the order of its articles, so a hundred of them are taken as one."""
    documents = {head: read_documents(corpus.train, head) for head, corpus in corpora.items()}
    sentences = documents["msra"]
    together = (sentences[i : i + 100] for i in range(0, len(sentences), 100))
    documents["msra"] = [tuple(itertools.chain.from_iterable(part)) for part in together]
    return documents


def read_embedding(path: Path) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Sorted keys of single characters or pairs, and rows for padding, the unknown, and each key."""
    with np.load(path, allow_pickle=False) as stored:
        units, vectors = stored["units"].tolist(), stored["vectors"]
    codes = [code_points(unit) for unit in units]
    keys = np.array([int(c[0]) if len(c) == 1 else int(c[0]) << 21 | int(c[1]) for c in codes], dtype=np.int64)
    order = np.argsort(keys)
    vectors = vectors / vectors.std() * 0.5
    return keys[order], np.concatenate([np.zeros((2, vectors.shape[1])), vectors[order]]).astype(np.float32)


def make_featuriser(settings: TrainSettings, corpora: Mapping[str, Corpus]) -> tuple[Featuriser, Network]:
    """The features of the corpora and vectors at hand, and a network that has not learnt yet."""
    characters, character_vectors = read_embedding(settings.folder / "vectors" / "characters.npz")
    pairs, pair_vectors = read_embedding(settings.folder / "vectors" / "pairs.npz")
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
    featuriser = Featuriser(characters, pairs, build_lexicon(settings.folder / "vectors" / "words.npz", names))
    network = Network(
        character_vectors,
        pair_vectors,
        featuriser.word_size,
        featuriser.flag_size,
        {h: LABELS[h] for h in settings.run.shares},
        settings.network,
    )
    return featuriser, network


def make_generator(settings: TrainSettings, corpora: Mapping[str, Corpus]) -> made_up.Generator:
    """Given names are made of the characters that stand in the names of the training parts."""
    people = [*made_up.people_in(corpora["pfr199801"].train, "nr"), *made_up.people_in(corpora["news_domain"].train, "PERSON")]
    return made_up.Generator.read(settings.corpora, people)


def epoch_batches(
    documents: Mapping[str, Sequence[Document]],
    generator: made_up.Generator | None,
    settings: TrainSettings,
    random: np.random.Generator,
) -> list[tuple[str, Batch]]:
    """Every head's share of an epoch. A share of 2.5 is two rounds and half of the documents."""
    run = settings.run
    batches: list[tuple[str, Batch]] = []
    for head, share in run.shares.items():
        pieces: list[Piece] = []
        for turn in range(int(np.ceil(share))):
            chosen = [d for d in documents[head] if random.random() < share - turn]
            pieces += (s for p in sample(chosen, random, run.longest) for s in split_long(p, 2 * run.longest))
        if head == "news_domain":
            if generator is not None:
                pieces = [generator.rename(p, random) if random.random() < run.renamed else p for p in pieces]
                pieces += generator.make(run.made_up, random)
            pieces = [made_up.disturb(p, random) for p in pieces]
        batches += ((head, batch) for batch in make_batches(pieces, run.batch, random))
    random.shuffle(batches)
    return batches


def padded_tags(batch: Batch) -> torch.Tensor:
    """Tags [place, text]."""
    tags = np.zeros((max(len(p.tags) for p in batch), len(batch)), dtype=np.int64)
    for column, piece in enumerate(batch):
        tags[: len(piece.tags), column] = piece.tags
    return torch.from_numpy(tags)


def find_spans(
    network: Network, featuriser: Featuriser, texts: Sequence[str], head: str, batch: int = 8000
) -> list[list[Span]]:
    """As the run-time model does, with PyTorch in place of ONNX Runtime."""
    network.eval()
    codes = [code_points(t) for t in texts]
    windows = sorted(((e - s, i, s, e) for i, c in enumerate(codes) for s, e in cut_windows(c)))
    tags = [np.zeros(len(c), dtype=np.int8) for c in codes]
    transitions = network.crf(head).transitions().detach().numpy()
    with torch.inference_mode():
        while windows:
            size = max(1, batch // windows[-1][0])
            part, windows = windows[-size:], windows[:-size]
            features = featuriser([codes[i][s:e] for _, i, s, e in part])
            paths = best_tags(network.scores(features, head).numpy(), features.lengths, transitions)
            for column, (length, i, s, e) in enumerate(part):
                tags[i][s:e] = paths[:length, column]
    return [read_tags(t, LABELS[head]) for t in tags]


def score(network: Network, featuriser: Featuriser, texts: Sequence[Annotated], head: str) -> dict[str, Count]:
    """Counts by label."""
    found = find_spans(network, featuriser, [t.text for t in texts], head)
    return add_counts(count_spans(f, flat_spans(t, LABELS[head])) for f, t in zip(found, texts, strict=True))


def run_training(settings: TrainSettings) -> None:
    """Train, or go on from the last checkpoint, in several processes that share each step."""
    folder = settings.folder / settings.name
    folder.mkdir(parents=True, exist_ok=True)
    pretrain(settings.corpora / "raw", settings.folder / "vectors", settings.vectors)
    meeting = folder / "meeting"
    meeting.unlink(missing_ok=True)
    torch.multiprocessing.spawn(work, (settings, meeting), nprocs=settings.run.workers)


def work(rank: int, settings: TrainSettings, meeting: Path) -> None:
    """One process of a run. The first writes checkpoints and the log."""
    logging.basicConfig(level=logging.INFO if rank == 0 else logging.WARNING, format="%(asctime)s %(message)s")
    run, folder = settings.run, settings.folder / settings.name
    torch.set_num_threads(1)
    torch.distributed.init_process_group("gloo", init_method=meeting.as_uri(), rank=rank, world_size=run.workers)
    torch.manual_seed(run.seed)
    corpora = read_corpora(settings)
    featuriser, network = make_featuriser(settings, corpora)
    foresee(network, featuriser, settings, rank)
    average = copy.deepcopy(network)
    optimisers = [
        torch.optim.AdamW(dense_weights(network), lr=run.rate, weight_decay=run.weight_decay),
        torch.optim.SparseAdam([network.pairs.weight], lr=run.rate),
    ]
    checkpoint = folder / "last.pt"
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        for optimiser, held in zip(optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(held)
        first = state["epoch"]
    documents = training_documents(corpora) if rank == 0 else {}
    generator = make_generator(settings, corpora) if rank == 0 and run.made_up else None
    for epoch in range(first, run.epochs):
        start = time.perf_counter()
        shared: list[Any] = [None]
        if rank == 0:
            shared = [epoch_batches(documents, generator, settings, np.random.default_rng((run.seed, epoch)))]
        torch.distributed.broadcast_object_list(shared)
        torch.manual_seed(1000 * run.seed + 10 * epoch + rank)
        losses = train_epoch(network, average, featuriser, optimisers, shared[0], settings, epoch, rank)
        heads = list(run.shares)[rank :: run.workers]
        mine = {head: round(score(average, featuriser, corpora[head].dev, head)[""].f1, 4) for head in heads}
        parts: list[dict[str, float]] = [{}] * run.workers
        torch.distributed.all_gather_object(parts, mine)
        if rank == 0:
            save_checkpoint(checkpoint, network, average, optimisers, epoch + 1)
            scores = {head: part[head] for head in run.shares for part in parts if head in part}
            row: dict[str, Any] = {
                "epoch": epoch + 1,
                "of": run.epochs,
                "seed": run.seed,
                "seconds": round(time.perf_counter() - start),
            }
            row |= {"loss": losses, "dev_f1": scores, "own_texts": len(corpora["news_domain"].train)}
            write_log(folder / "log.jsonl", row)
    torch.distributed.destroy_process_group()


def foresee(network: Network, featuriser: Featuriser, settings: TrainSettings, rank: int) -> None:
    """Pretrain the encoder on raw text, or take what an earlier start of this run has left."""
    if not settings.language.characters:
        return
    path = settings.folder / settings.name / "language.pt"
    if not path.exists():
        start = time.perf_counter()
        text = settings.folder / "vectors" / "all.characters"
        losses = pretrain_encoder(
            network, featuriser, text, settings.language, seed=settings.run.seed, rank=rank, workers=settings.run.workers
        )
        if rank == 0:
            seconds = round(time.perf_counter() - start)
            (path.parent / "language.json").write_text(json.dumps({"seconds": seconds, "losses": losses}) + "\n", "utf-8")
            torch.save(network.state_dict(), path.with_suffix(".new"))
            path.with_suffix(".new").replace(path)
        torch.distributed.barrier()
    network.load_state_dict(torch.load(path, weights_only=True))


def dense_weights(network: Network) -> list[torch.nn.Parameter]:
    """All weights but those of the pairs, of which a batch touches few."""
    return [p for name, p in network.named_parameters() if name != "pairs.weight"]


def save_checkpoint(
    path: Path, network: Network, average: Network, optimisers: Sequence[torch.optim.Optimizer], epochs: int
) -> None:
    """Replace the last checkpoint, never leaving half of one."""
    state = {"network": network.state_dict(), "average": average.state_dict(), "epoch": epochs}
    torch.save({**state, "optimisers": [o.state_dict() for o in optimisers]}, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def train_epoch(
    network: Network,
    average: Network,
    featuriser: Featuriser,
    optimisers: Sequence[torch.optim.Optimizer],
    batches: Sequence[tuple[str, Batch]],
    settings: TrainSettings,
    epoch: int,
    rank: int,
) -> dict[str, float]:
    """This process's part of an epoch; the mean loss a character, for each head."""
    network.train()
    run = settings.run
    random = np.random.default_rng((run.seed, epoch, rank))
    sums: dict[str, list[float]] = {}
    started, characters, steps = time.perf_counter(), 0, len(batches) // run.workers
    for step in range(steps):
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = run.rate * rate_at(epoch * steps + step, run.epochs * steps)
            optimiser.zero_grad(set_to_none=True)
        head, batch = batches[step * run.workers + rank]
        features = featuriser([p.codes for p in batch], random)
        loss = network.loss(features, padded_tags(batch), head)
        loss.backward()
        share_gradients(dense_weights(network), network.pairs.weight, run.workers)
        torch.nn.utils.clip_grad_norm_(dense_weights(network), run.clip)
        for optimiser in optimisers:
            optimiser.step()
        if step % AVERAGED == 0:
            taken = epoch * steps + step
            follow(average, network, min(0.99, (1 + taken) / (100 + taken)))
        sums.setdefault(head, []).append(float(loss.detach()))
        characters += int(features.lengths.sum())
        if step % 100 == 99:
            speed = run.workers * characters / (time.perf_counter() - started)
            log.info("epoch %d, step %d of %d, %.0f characters/s", epoch + 1, step + 1, steps, speed)
    return {head: round(float(np.mean(values)), 5) for head, values in sums.items()}


def follow(average: Network, network: Network, keep: float) -> None:
    """Move the running average of the weights towards the network. The average is what is scored and shipped."""
    with torch.no_grad():
        for mine, new in zip(average.parameters(), network.parameters(), strict=True):
            mine.lerp_(new, 1 - keep)


def write_log(path: Path, row: Mapping[str, Any]) -> None:
    """Add a line."""
    log.info("%s", row)
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
