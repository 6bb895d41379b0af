"""PDF files for tests."""

from __future__ import annotations

import io

FONT = "STSong-Light"
SIZE = 10


def make_pdf(*pages, turn=0, **options):
    """Pages of rows, each drawn as `(x, y, text)` or `(x, y, text, size)`, in their order.

    The sheet lies turned by so many degrees, and says so: it is shown upright.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800), invariant=1, **options)
    for rows in pages:
        canvas.translate(*{0: (0, 0), 90: (600, 0), 180: (600, 800), 270: (0, 800)}[turn])
        canvas.rotate(turn)
        canvas.setPageRotation(turn)
        for x, y, text, *size in rows:
            canvas.setFont(FONT, *size or [SIZE])
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
