"""Articles are set into newspaper pages, with the orders and faults of real text dumps; their gold is known exactly."""

from yaowen.train.pages.page import make_page
from yaowen.train.pages.style import STACK, STACKS, Style

__all__ = ["STACK", "STACKS", "Style", "make_page"]
