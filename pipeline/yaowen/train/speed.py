"""How fast the model is, and how much memory it takes, measured in a process without PyTorch."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from yaowen.model.entity_model import EntityModel

ROUNDS = 3


def measure(folder: Path, texts: Sequence[str]) -> dict[str, float]:
    """Figures of the model, of spaCy with it, and of jieba.posseg, one after the other, a fresh process for each."""
    figures: dict[str, float] = {}
    for work in (measure_model, measure_spacy, measure_jieba):
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            figures |= pool.submit(work, folder, texts).result()
    return figures


def rate(work: Callable[[], object], characters: int) -> float:
    """Characters a second of processor time; the best of a few rounds after one to warm up."""
    work()
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return round(characters / min(seconds))


def measure_model(folder: Path, texts: Sequence[str]) -> dict[str, float]:
    """Load, speed, memory."""
    start = time.process_time()
    model = EntityModel.load(folder)
    model.find(["要闻"])
    load = time.process_time() - start
    speed = rate(lambda: model.find(texts), sum(map(len, texts)))
    return {"characters a second": speed, "seconds to load": round(load, 2), "MB resident at most": peak_memory()}


def peak_memory() -> int:
    """The most memory this process has held, in MB. What getrusage tells includes the process it was started from."""
    status = Path("/proc/self/status")
    if not status.exists():
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    (line,) = (line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
    return round(int(line.split()[1]) / 1024)


def measure_spacy(folder: Path, texts: Sequence[str]) -> dict[str, float]:
    """The same model as a spaCy pipeline."""
    import spacy

    import yaowen.model.spacy_component  # noqa: F401  # a checkout that is not installed has no entry points

    nlp = spacy.load(folder)
    return {"characters a second as a spaCy pipeline": rate(lambda: list(nlp.pipe(texts)), sum(map(len, texts)))}


def measure_jieba(folder: Path, texts: Sequence[str]) -> dict[str, float]:
    """What many use today, for comparison."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel("WARNING")
    speed = rate(lambda: [jieba.posseg.lcut(text) for text in texts], sum(map(len, texts)))
    return {"characters a second of jieba.posseg": speed}
