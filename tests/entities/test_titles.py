import pytest

from marked import read_marked, write_marked
from yaowen.entities.titles import leave_out_common


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("<R记者>获悉，<R代表>们来了", "记者获悉，代表们来了"),
        ("<R记者><P李建国>报道", "<R记者><P李建国>报道"),
        ("<R记者>（<P李建国>）报道", "<R记者>（<P李建国>）报道"),
        ("<R代表>、<R校长><P李建国>", "<R代表>、<R校长><P李建国>"),
        ("<R专家>、<R代表>、<R委员>都来了", "专家、代表、委员都来了"),
        ("<P李建国><R老师>说", "<P李建国><R老师>说"),
        ("<R市长>到会", "<R市长>到会"),
        ("他是<O云岭医院><R医生>。", "他是<O云岭医院><R医生>。"),
        ("<O云岭医院><R医生>到村里。", "<O云岭医院>医生到村里。"),
        ("任<O市委员会><R委员>。", "任<O市委员会><R委员>。"),
        ("当选<O市人大><R代表>后", "当选<O市人大><R代表>后"),
        ("被罢免<O市人大><R代表>职务", "被罢免<O市人大><R代表>职务"),
        ("免去李某<O云岭党组><R成员>、<R庭长>职务", "免去李某<O云岭党组><R成员>、<R庭长>职务"),
        ("<O市人大><R代表>、<O云漠医院><R院长><P卓然>", "<O市人大><R代表>、<O云漠医院><R院长><P卓然>"),
        ("<O街道党工委><R委员>、<O办事处><R副主任><P卓然>", "<O街道党工委><R委员>、<O办事处><R副主任><P卓然>"),
        ("部分<O市政协><R委员>，视察<L梨江>", "部分<O市政协>委员，视察<L梨江>"),
    ],
)
def test_common_words_are_titles_only_where_somebody_has_them(found, kept):
    clipping, mentions = read_marked(found)
    assert write_marked(clipping, leave_out_common(clipping, tuple(mentions))) == kept
