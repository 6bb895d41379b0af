"""What every way of setting a page works with: chance, a style and a sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from yaowen.train.pages.draft import Sheet
from yaowen.train.pages.style import Style

HALF_WIDTH = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "！": "!", "？": "?"})


@dataclass
class Press:
    """Writes a sheet by chance, in one style."""

    random: Random
    style: Style
    sheet: Sheet = field(default_factory=Sheet)

    def chance(self, probability: float) -> bool:
        """Whether something happens that is so probable."""
        return self.random.random() < probability

    def blank(self, probability: float) -> None:
        """Leaves a row blank, or two, if it so happens."""
        if self.chance(probability):
            self.sheet.put("\n" * (2 if self.chance(0.1) else 1))

    def half(self, text: str) -> str:
        """The text with marks of half width, if that is the style."""
        return text.translate(HALF_WIDTH) if self.style.half_width else text
