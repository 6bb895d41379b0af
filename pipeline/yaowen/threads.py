"""One core reads one page: threads of numpy's own cost more than they give on arrays as small as those of a page."""

import os

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def keep_to_one_thread() -> None:
    """Tells numpy to use no threads, if it is not imported yet; what the user has set stays."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
