"""Gold in and out of the tools that people annotate with."""

from yaowen.exchange.sheet import Sheet, Span, make_documents, make_sheets

__all__ = ["Sheet", "Span", "make_documents", "make_sheets"]
