import pytest

from yaowen.load.kind import recognise_kind
from yaowen.schema import SourceKind

COLUMNS = "\n".join(["本报讯（记者王小明）10月12日", "，全市安全生产工作会议召开。会", "议指出，要压实责任，守住底线。"] * 4)


@pytest.mark.parametrize(
    ("raw", "suffix", "kind"),
    [
        (COLUMNS, "", SourceKind.PDF_TEXT),
        ("## 全市安全生产工作会议召开\n\n本报讯(记者王小明)会议要求,要压实责任。", "", SourceKind.OCR_MARKDOWN),
        ("会议要求，要压实责任。" * 20, ".md", SourceKind.OCR_MARKDOWN),
        ("第03版:要闻\n\n全市安全生产工作会议召开\n\n" + "　　会议要求，要压实责任。" * 20, "", SourceKind.WEB_TEXT),
        (
            "石桥修缮完工\n卓然 摄\n老渡口\n石小满 摄\n新村口\n韦岚 摄\n" + "石桥今天修好了，" * 20 + "□记者 卓然",
            "",
            SourceKind.WEB_TEXT,
        ),
        (COLUMNS + "\n分享到:\n过往期刊", "", SourceKind.WEB_TEXT),
        (COLUMNS + "\n◀ 上一版 下一版 ▶", "", SourceKind.WEB_TEXT),
        ("第三版：社会    上一版3  4下一版\n" + COLUMNS, "", SourceKind.WEB_TEXT),
        ("石桥修缮完工\n| 编辑: 卓然 | 时间: 2024-05-08 09:12 |\n" + COLUMNS, "", SourceKind.WEB_TEXT),
        ("登录 | 注册 | 投稿\n" + COLUMNS, "", SourceKind.WEB_TEXT),
        ("石桥修缮完工\n以下文章来源于望江日报\n" + COLUMNS, "", SourceKind.WEB_TEXT),
    ],
)
def test_the_kind_shows_in_marks_and_widths(raw, suffix, kind):
    assert recognise_kind(raw, suffix) == kind
