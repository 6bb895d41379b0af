"""The training loop: epochs, checkpoints, a line in the log for each epoch."""

import copy
import json
import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed

from yaowen.files import replacing
from yaowen.model.features import Featuriser
from yaowen.model.fold import code_points
from yaowen.model.tags import Span, best_tags, read_tags
from yaowen.model.windows import cut_windows
from yaowen.train.corpora import LABELS, Annotated, flat_spans
from yaowen.train.feed import Batch, EpochSampler, read_batches
from yaowen.train.network import Inputs, Network
from yaowen.train.scoring import Count, add_counts, count_spans
from yaowen.train.settings import RunSettings
from yaowen.train.sharing import gather_parts, rate_at, share_gradients

log = logging.getLogger(__name__)
AVERAGED = 10  # steps between updates of the average


def find_spans(
    network: Network, featuriser: Featuriser, texts: Sequence[str], head: str, batch: int = 8000
) -> list[list[Span]]:
    """As the run-time model does, with PyTorch in place of ONNX Runtime."""
    network.eval()
    codes = [code_points(t) for t in texts]
    windows = sorted(((e - s, i, s, e) for i, c in enumerate(codes) for s, e in cut_windows(c)))
    tags = [np.zeros(len(c), dtype=np.int8) for c in codes]
    transitions = network.crf(head).transitions().detach().cpu().numpy()
    with torch.inference_mode():
        while windows:
            size = max(1, batch // windows[-1][0])
            part, windows = windows[-size:], windows[:-size]
            features = featuriser([codes[i][s:e] for _, i, s, e in part])
            (scores,) = network.scores(Inputs.of(features).to(network.device), [head])
            paths = best_tags(scores.cpu().numpy(), features.lengths, transitions)
            for column, (length, i, s, e) in enumerate(part):
                tags[i][s:e] = paths[:length, column]
    return [read_tags(t, LABELS[head]) for t in tags]


def score(network: Network, featuriser: Featuriser, texts: Sequence[Annotated], head: str) -> dict[str, Count]:
    """Counts by label."""
    found = find_spans(network, featuriser, [t.text for t in texts], head)
    return add_counts(count_spans(f, flat_spans(t, LABELS[head])) for f, t in zip(found, texts, strict=True))


def dense_weights(network: Network) -> list[torch.nn.Parameter]:
    """All weights but those of the pairs, of which a batch touches few."""
    return [p for name, p in network.named_parameters() if name != "pairs.weight"]


def make_optimisers(network: Network, run: RunSettings) -> list[torch.optim.Optimizer]:
    """One for the dense weights, each group with its full rate, and one for the vectors of pairs."""
    rates = {"transformer": run.transformer_rate, "": run.rate}
    groups = [
        {
            "params": [
                weight
                for name, weight in network.named_parameters()
                if name != "pairs.weight" and (name.split(".")[0] == "transformer") == bool(part)
            ],
            "full": rate,
        }
        for part, rate in rates.items()
    ]
    return [
        torch.optim.AdamW([group for group in groups if group["params"]], lr=run.rate, weight_decay=run.weight_decay),
        torch.optim.SparseAdam([{"params": [network.pairs.weight], "full": run.rate}], lr=run.rate),
    ]


def sample_ahead(sampler: EpochSampler, epochs: Sequence[int], readers: int) -> Iterable[Sequence[Batch]]:
    """The batches of each epoch, made in processes of their own where there are readers."""
    if not readers:
        return map(sampler, epochs)
    pool = ProcessPoolExecutor(min(readers, len(epochs) or 1), mp_context=get_context("fork"))
    return pool.map(sampler, epochs)


def train_network(
    network: Network,
    featuriser: Featuriser,
    sampler: EpochSampler,
    dev: Mapping[str, Sequence[Annotated]],
    folder: Path,
    *,
    rank: int = 0,
) -> Network:
    """Train, or go on from the last checkpoint; the running average of the weights, which is what is used.

    Every worker makes the same batches and takes its part of each step. The first writes checkpoints and the log.
    """
    run = sampler.run
    average = copy.deepcopy(network)
    optimisers = make_optimisers(network, run)
    checkpoint = folder / "last.pt"
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True, map_location=network.device)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        for optimiser, held in zip(optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(held)
        first = state["epoch"]
    epochs = range(first, run.epochs)
    for epoch, batches in zip(epochs, sample_ahead(sampler, epochs, run.readers), strict=True):
        start = time.perf_counter()
        torch.manual_seed(1000 * run.seed + 10 * epoch + rank)
        losses = train_epoch(network, average, featuriser, optimisers, batches, run, epoch, rank)
        scored = (epoch + 1) % run.scored == 0 or epoch + 1 == run.epochs
        heads = list(run.shares)[rank :: run.workers] if scored else []
        mine = {head: round(score(average, featuriser, dev[head], head)[""].f1, 4) for head in heads}
        scores = {head: f1 for part in gather_parts(mine, run.workers) for head, f1 in part.items()}
        if rank == 0:
            save_checkpoint(checkpoint, network, average, optimisers, epoch + 1)
            row: dict[str, Any] = {"epoch": epoch + 1, "of": run.epochs, "seed": run.seed}
            row |= {"seconds": round(time.perf_counter() - start), "loss": losses}
            row |= {
                "dev_f1": {head: scores[head] for head in run.shares if head in scores},
                "own_texts": len(sampler.documents["news_domain"]),
            }
            write_log(folder / "log.jsonl", row)
    return average


def train_epoch(
    network: Network,
    average: Network,
    featuriser: Featuriser,
    optimisers: Sequence[torch.optim.Optimizer],
    batches: Sequence[Batch],
    run: RunSettings,
    epoch: int,
    rank: int,
) -> dict[str, float]:
    """This process's part of an epoch; the mean loss a character, for each head and for soft labels."""
    network.train()
    losses: dict[str, list[torch.Tensor]] = {}
    steps = len(batches) // run.workers
    mine = batches[rank :: run.workers][:steps]
    started, characters = time.perf_counter(), 0
    read = read_batches(mine, featuriser, run.readers, (run.seed, epoch, rank))
    for step, (batch, (inputs, targets)) in enumerate(zip(mine, read, strict=True)):
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = group["full"] * rate_at(epoch * steps + step, run.epochs * steps, run.warm)
            optimiser.zero_grad(set_to_none=True)
        characters += int(inputs.lengths.sum())
        loss = network.loss(inputs.to(network.device), {head: target.to(network.device) for head, target in targets.items()})
        loss.backward()
        share_gradients(dense_weights(network), network.pairs.weight, run.workers)
        torch.nn.utils.clip_grad_norm_(dense_weights(network), run.clip)
        for optimiser in optimisers:
            optimiser.step()
        if step % AVERAGED == 0:
            taken = epoch * steps + step
            follow(average, network, min(0.99, (1 + taken) / (100 + taken)))
        losses.setdefault("soft labels" if batch.soft else batch.heads[0], []).append(loss.detach())
        if step % 100 == 99:
            speed = run.workers * characters / (time.perf_counter() - started)
            log.info("epoch %d, step %d of %d, %.0f characters/s", epoch + 1, step + 1, steps, speed)
    return {head: round(float(torch.stack(values).mean()), 5) for head, values in losses.items()}


def follow(average: Network, network: Network, keep: float) -> None:
    """Move the running average of the weights towards the network. The average is what is scored and shipped."""
    with torch.no_grad():
        for mine, new in zip(average.parameters(), network.parameters(), strict=True):
            mine.lerp_(new, 1 - keep)


def save_checkpoint(
    path: Path, network: Network, average: Network, optimisers: Sequence[torch.optim.Optimizer], epochs: int
) -> None:
    """Replace the last checkpoint, never leaving half of one."""
    state = {"network": network.state_dict(), "average": average.state_dict(), "epoch": epochs}
    with replacing(path) as draft:
        torch.save({**state, "optimisers": [o.state_dict() for o in optimisers]}, draft)


def write_log(path: Path, row: Mapping[str, Any]) -> None:
    """Add a line."""
    log.info("%s", row)
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
