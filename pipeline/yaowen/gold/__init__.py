"""Gold annotations: documents corrected by hand, and the inline form in which a person writes them.

A gold page is written as a TOML file beside its raw text (`data/README.md` shows one) and compiled to exact offsets.
"""

from yaowen.gold.compile import compile_gold
from yaowen.gold.draft import write_inline
from yaowen.gold.stored import read_gold, read_golds, write_gold

__all__ = ["compile_gold", "read_gold", "read_golds", "write_gold", "write_inline"]
