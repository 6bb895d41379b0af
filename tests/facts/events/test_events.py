from functools import reduce
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.newsprint import mark
from timing import least
from yaowen.facts.events.find import find_events
from yaowen.facts.persons.find import find_persons
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, EventKind, EventStatus, Genre, Label, Mention, PartTaken
from yaowen.text import Text, quote


def read(newsprint, **clipping):
    return reduce(lambda reading, find: find(reading), (find_persons, find_events), mark(newsprint, **clipping))


def event_of(newsprint, **clipping):
    (event,) = read(newsprint, **clipping).events
    return event


def parts_of(newsprint):
    return {taker.person: taker.part.value for taker in event_of(newsprint).participants}


@pytest.mark.parametrize(
    ("newsprint", "kind", "name"),
    [
        ("3月5日，全市春季防火工作会议召开。", "meeting", "全市春季防火工作会议"),
        ("3月5日上午，[O市政府]召开全市安全生产电视电话会议，部署工作。", "meeting", "全市安全生产电视电话会议"),
        ("3月5日，[R市长][P冯立山]主持召开[O市政府]第三次常务会议，研究工作。", "meeting", "市政府第三次常务会议"),
        ("3月5日，[O市委理论学习中心组]举行学习会。", "meeting", "市委理论学习中心组学习会"),
        ("昨日，[R副市长][P乔禾]出席全市招商引资推进会并讲话。", "meeting", "全市招商引资推进会"),
        ("全市宣传部长会议9日在[L安河]召开。", "meeting", "全市宣传部长会议"),
        ("3月5日，[O云阳中学]百年校庆典礼在[L云阳县]举行。", "ceremony", "云阳中学百年校庆典礼"),
        ("近日，[O市图书馆]举办新馆启用仪式。", "ceremony", "新馆启用仪式"),
        ("3月5日，[L安河市]第三届职工象棋比赛圆满落幕。", "competition", "安河市第三届职工象棋比赛"),
        ("3月5日，由[O市体育局]主办的“柳湖杯”龙舟赛在[L柳湖]开赛。", "competition", "“柳湖杯”龙舟赛"),
        ("3月5日，第八届桃花节在[L云阳县]开幕。", "other", "第八届桃花节"),
        ("3月5日，[R市长][P冯立山]赴[L云阳县]调研春耕备耕工作。", "inspection", "调研春耕备耕工作"),
        ("3月5日，[R市长][P冯立山]在[L云阳县]检查指导防汛工作时强调，要落实责任。", "inspection", "检查指导防汛工作"),
        ("3月5日，[R市长][P冯立山]就防汛工作开展调研。", "inspection", "调研防汛工作"),
        ("3月5日，[R市长][P冯立山]就电价调整工作开展走访调研。", "inspection", "走访调研电价调整工作"),
        ("3月5日，[O县政协]组织委员围绕老街改造到[L柳湖镇]调研。", "inspection", "调研老街改造"),
        (
            "3月5日，[R主任][P冯立山]先后走访[O云阳中学]、[O柳湖小学]，开展教师节慰问活动，送去问候。",
            "inspection",
            "教师节慰问活动",
        ),
        ("【文化名片】柳湖首届自行车公开赛5日在[L安河]开赛。", "competition", "柳湖首届自行车公开赛"),
        ("3月5日，“携手庆重阳”——2031年重阳敬老文化节在[L安河]举行。", "other", "2031年重阳敬老文化节"),
        (
            "3月5日，[R市长][P冯立山]一行到[L云阳县]，通过实地调研、召开联席会等方式，开展对口帮扶工作。",
            "inspection",
            "开展对口帮扶工作",
        ),
        ("3月5日，[R市长][P冯立山]对[L云阳县]进行了考察调研。", "inspection", "考察调研"),
        ("3月5日，[R市长][P冯立山]到[L柳湖镇]走访调研。", "inspection", "走访调研"),
        ("3月5日，[R市长][P冯立山]到[O市来访接待中心]接待来访群众。", "inspection", "接待来访群众"),
        (
            "# [O市政府]召开常务会议\n3月5日，[O市四届人民政府]第31次常务会议召开，[R市长][P冯立山]主持。",
            "meeting",
            "市四届人民政府第31次常务会议",
        ),
        ("# 安河市为参加“省运”的选手举行出征仪式\n3月5日，[L安河市]举行出征仪式，欢送选手。", "ceremony", "出征仪式"),
        ("3月5日，由[O县农业局]主办的农村劳动力技能培训，在[L柳湖镇礼堂]开班。", "meeting", "农村劳动力技能培训"),
        ("3月5日，[R副区长][P乔禾]陪同[O市防汛第二督导组]督导检查防汛工作。", "inspection", "督导检查防汛工作"),
        ("3月5日，[R市长][P冯立山]到[L柳湖镇]调研了解春耕进度。", "inspection", "调研了解春耕进度"),
        ("3月5日，[R市长][P冯立山]就《护林条例》实施情况开展检查。", "inspection", "检查《护林条例》实施情况"),
        ("3月5日，[R市长][P冯立山]到[L柳湖镇]开展巡河工作。", "inspection", "巡河工作"),
        ("3月5日，[R市长][P冯立山]带队巡查了[L白石河]和[L柳湖镇]。", "inspection", "巡查白石河和柳湖镇"),
        ("3月5日，[O县委中心组]举行2031年第三次集体学习研讨会。", "meeting", "县委中心组集体学习研讨会"),
        ("3月5日，[O县政府]召开2031年第16次常务会议。", "meeting", "县政府2031年第16次常务会议"),
        ("3月5日，[O安海公司]召开第二届职工代表大会第四次会议。", "meeting", "第二届职工代表大会第四次会议"),
        ("3月5日，县五届人大四次会议[O主席团]举行第二次会议。", "meeting", "县五届人大四次会议主席团第二次会议"),
        ("3月5日，[O安河市青年商会]正式成立。", "ceremony", "安河市青年商会成立"),
        ("3月5日，第八届柳洽会在[L安河市]开幕。", "other", "第八届柳洽会"),
        ("安河新闻网3月6日电（[R记者][P石岩]）第三届读书节5日在[L安河市]开幕。", "other", "第三届读书节"),
        ("第四届茶艺大赛，3月5日在[L安河市]举行。", "competition", "第四届茶艺大赛"),
        ("在5日举行的全市民营经济论坛上，[P石岩]表示，信心更足了。", "meeting", "全市民营经济论坛"),
        ("3月5日，[O云阳中学党委]召开党委会研究工作。", "meeting", "云阳中学党委党委会"),
        ("3月5日，[O县委][R书记][P冯立山]主持召开县委常委（扩大）会，研究工作。", "meeting", "县委常委（扩大）会"),
        ("3月5日，[O县工商联]召开第六次会员代表大会。", "meeting", "县工商联第六次会员代表大会"),
        ("3月5日，我校与[L柳湖区]战略合作签约仪式举行。", "ceremony", "柳湖区战略合作签约仪式"),
        ("3月5日，[O市政协]召开六届十二次主席会议。", "meeting", "市政协六届十二次主席会议"),
        ("3月5日，[O县委]召开中心组学习会。", "meeting", "县委中心组学习会"),
        ("3月5日，[O县委]召开简朴而热烈的老干部座谈会。", "meeting", "老干部座谈会"),
        ("3月5日，[O县委]召开相关部门列席的全县财政工作会议。", "meeting", "全县财政工作会议"),
        ("6月1日，[R市长][P冯立山]来到[O实验小学]，与孩子们共度“六一”儿童节。", "inspection", "共度“六一”儿童节"),
        ("3月5日，市六届人大二次会议举行代表团召集人会议。", "meeting", "市六届人大二次会议代表团召集人会议"),
        ("3月5日，柳湖商街开街盛典在[L云阳县]举行。", "ceremony", "柳湖商街开街盛典"),
        ("3月5日，市政协六届一次会议举行预备会议。", "meeting", "市政协六届一次会议预备会议"),
        (
            "3月5日，[O市六届人大常委会]召开第十二次会议，决定于4月上旬在[L安河]召开市六届人大三次会议。",
            "meeting",
            "市六届人大常委会第十二次会议",
        ),
        ("3月5日，以[L松川市][R市长][P高原]为团长的访问团来[L安]参观访问。", "inspection", "参观访问"),
        ("3月5日，[O安河大学]与[O云阳县政府]签署战略合作协议。", "ceremony", "签署战略合作协议"),
        ("3月5日，柳湖大桥正式通车。", "ceremony", "柳湖大桥通车"),
        ("3月5日，[R教授][P石岩]为师生带来题为“河流与城市”的讲座。", "meeting", "题为“河流与城市”的讲座"),
        ("3月5日，[R市长][P冯立山]在[L安河]会见[P石岩]一行。", "meeting", "会见石岩一行"),
        ("3月5日，[O市政协]举行仪式，表彰先进。", "ceremony", "仪式"),
        ("3月5日，[O市红十字会]在[L柳湖街道]举办应急救护员培训，60人参训。", "meeting", "应急救护员培训"),
        ("3月5日，[O县政协]召开“老旧小区改造”专题协商会。", "meeting", "“老旧小区改造”专题协商会"),
        ("3月5日，[O安河大学]举行了一场别开生面的博士生复试，12人应试。", "other", "博士生复试"),
        ("消防队员结业会操5日在[O消防学校]举行。", "other", "消防队员结业会操"),
        ("近日，[L北村]的田间课堂开讲了。", "other", "北村的田间课堂"),
        ("3月5日，[L安河市]书法作品展在[L市美术馆]展出，观众络绎不绝。", "other", "安河市书法作品展"),
        ("3月5日，[O市林业局]召开如山县防火工作会议。", "meeting", "如山县防火工作会议"),
        ("柳湖新能源汽车专场5日在[L安河市]举行。", "other", "柳湖新能源汽车专场"),
        ("3月5日，“山里人家”摄影展在[L市美术馆]开展，共展出作品80幅。", "other", "“山里人家”摄影展"),
        ("“船歌”展演活动日前在[L柳湖]启动。", "other", "“船歌”展演活动"),
        ("3月5日，全市垃圾分类现场观摩会举行。", "meeting", "全市垃圾分类现场观摩会"),
        ("3月5日，[O市司法局]举办“懂法用法”网络学习班，800人参训。", "meeting", "“懂法用法”网络学习班"),
        ("3月5日晚，位于[L柳湖路]的“渔火”夜市正式开街。", "ceremony", "“渔火”夜市开街"),
        ("3月5日，全县2024年新兵欢送大会在[L人民广场]举行。", "ceremony", "全县2024年新兵欢送大会"),
        ("3月5日，第二届柳湖论坛·青年对话会在[L云阳县]举行。", "meeting", "第二届柳湖论坛·青年对话会"),
        ("3月5日，由[O市科协]主办，[P石岩]作为召集人的首届河流研讨会在[L安河]举办。", "meeting", "首届河流研讨会"),
        ("3月5日，[O校团委]组织开展宿舍安全走访活动。", "inspection", "宿舍安全走访活动"),
        ("3月5日晚，民族舞剧《大河》在[L安河大剧院]首演。", "other", "民族舞剧《大河》首演"),
        ("3月5日，全市征兵宣传进高校活动走进[O安河大学]。", "other", "全市征兵宣传进高校活动"),
        ("在3月5日举行的春季招聘会现场，人头攒动。", "other", "春季招聘会"),
        ("3月5日，[O市文旅局]举办第六届茶叶博览会（以下简称“茶博会”）新闻发布会。", "meeting", "第六届茶叶博览会新闻发布会"),
        ("首届安河茶叶大会暨产业对接会5日举行。", "meeting", "首届安河茶叶大会暨产业对接会"),
        ("3月5日，以“共享”为主题的第六届茶叶博览会（简称“茶博会”），5日在[L安河市]开幕。", "other", "第六届茶叶博览会"),
        ("3月5日，[O甲公司]与[O乙公司]在此间举行签约仪式。", "ceremony", "签约仪式"),
        ("3月5日，[R市长][P冯立山]先后来到[L柳湖港]、[O安海公司]，详细了解生产情况。", "inspection", "详细了解生产情况"),
        ("3月5日，[R市长][P冯立山]、[R副市长][P乔禾]分别看望慰问教师代表。", "inspection", "看望慰问教师代表"),
        ("3月5日，[O市图书馆]新馆对外开放。", "ceremony", "市图书馆新馆对外开放"),
        ("3月5日，[O市作协]组织20余名作家赴[L云阳县]采风创作。", "other", "采风创作"),
        ("3月5日，[O市委理论学习中心组]举行专题学习（扩大）会。", "meeting", "市委理论学习中心组专题学习（扩大）会"),
        ("[O市五届人大常委会]第三次会议经过两天议程，于3月5日下午闭会。", "meeting", "市五届人大常委会第三次会议"),
        ("3月5日，[R市长][P冯立山]来到市民热线受理中心，现场接听群众来电。", "other", "接听群众来电"),
        ("3月5日，来自全国的百名摄影家走进[L云阳]，开展采风创作。", "other", "采风创作"),
        ("3月5日，[L柳州市]党政代表团来我市考察。", "inspection", "考察"),
        ("3月5日，[O县政协]组织部分政协委员视察乡村振兴工作。", "inspection", "视察乡村振兴工作"),
        ("3月5日，[O市卫健委]召开新闻发布会公布称，进展顺利。", "meeting", "市卫健委新闻发布会"),
        ("# 市里举行防汛新闻发布会\n3月5日，[O市水利局]召开新闻发布会。", "meeting", "防汛新闻发布会"),
        (
            "# [O市政协]召开“让古树更绿”专题协商会\n3月5日，[O市政协]围绕古树召开专题协商会。",
            "meeting",
            "“让古树更绿”专题协商会",
        ),
        ("3月5日，[O市四届人大]二次会议举行第三次全体会议。", "meeting", "市四届人大二次会议第三次全体会议"),
        ("3月5日，[O市政协]四届二次会议举行教育、卫生界联组讨论。", "meeting", "市政协四届二次会议教育、卫生界联组讨论"),
        ("3月5日，[O市四届人大]二次会议举行“委员信箱”问答活动。", "other", "“委员信箱”问答活动"),
        ("3月5日，由[O市司法局]主办的“普法集市”在[L柳湖路]热闹开市。", "other", "普法集市"),
        (
            "# 市运会赛跑比赛结束\n3月5日，[L安河市]第四届运动会赛跑比赛在[L柳湖]结束。",
            "competition",
            "安河市第四届运动会赛跑比赛",
        ),
        ("3月5日，[O云阳县人民法院]在[L柳树村]公开开庭，审理一起盗伐案，村民旁听。", "other", "公开开庭"),
        ("这是3月5日[O市卫健委]新闻发布会上传出的消息。", "meeting", "市卫健委新闻发布会"),
        ("3月5日，在市篮球联赛首轮比赛中，[O甲校]战胜[O乙校]。", "competition", "市篮球联赛首轮比赛"),
        ("3月5日在[L安河]举行的“河流与城市”论坛座无虚席，气氛热烈。", "meeting", "“河流与城市”论坛"),
        ("近日，由[O市文联]主办的“送戏下乡”巡演活动来到[L云阳县]，好评如潮。", "other", "“送戏下乡”巡演活动"),
        ("3月5日，“安河好味道消费月”正式启动，百家商户参与。", "other", "安河好味道消费月"),
        ("3月5日，[O安河中学]举行隆重而热烈的开学典礼。", "ceremony", "开学典礼"),
        ("3月5日，[O市艺术学院]举办成立大会。", "meeting", "市艺术学院成立大会"),
        ("3月5日，[O市儿童医院]举行义诊和科普宣传活动，反响很好。", "other", "义诊和科普宣传活动"),
        (
            "5日，市代表选举会议第一次全体会议举行。随后举行了选举会议主席团第一次会议。",
            "meeting",
            "市代表选举会议第一次全体会议",
        ),
        ("近日，[O市儿艺]的话剧《大河》在[L柳湖剧场]试首演。", "other", "市儿艺的话剧《大河》"),
        ("3月5日，[O省妇联]在[L安河]启动“巾帼心向党”群众性教育活动。", "other", "“巾帼心向党”群众性教育活动"),
        ("3月5日，第二届数字建设峰会继续在[L安河]举行。", "meeting", "第二届数字建设峰会"),
        ("3月5日，数字应用场景发布会在[L安河]举行。", "meeting", "数字应用场景发布会"),
        (
            "# “体育力量 中国精神”文化展启动仪式举行\n3月5日，“体育力量中国精神”文化展启动仪式举行。",
            "ceremony",
            "“体育力量中国精神”文化展启动仪式",
        ),
        ("第十二届广交会3月5日在[L安河市]开幕。", "other", "第十二届广交会"),
        ("3月5日，[R副市长][P冯立山]以视频形式主持[L安河]与[L柳州]数字领域高层对话。", "meeting", "安河与柳州数字领域高层对话"),
        ("“要吃得好。”[R会长][P石岩]表示。\n近日，第五届食品安全论坛在[L安河]召开。", "meeting", "第五届食品安全论坛"),
        ("3月5日举行的全市防汛工作新闻发布会传出消息，水位平稳。", "meeting", "全市防汛工作新闻发布会"),
        ("3月5日，[P石岩]与《大河谣》研讨会在[L安河市]开幕。", "meeting", "石岩与《大河谣》研讨会"),
        ("3月5日，第三届安河博览会（简称“安博会”）当天开幕。", "other", "第三届安河博览会"),
        ("3月5日，[R市长][P冯立山]会见了[O中海公司][R董事长][P石岩]一行。", "meeting", "会见中海公司董事长石岩一行"),
        ("3月5日，[R市长][P冯立山]对全市养老工作开展专题调研。", "inspection", "对全市养老工作开展专题调研"),
        ("# 柳湖龙舟赛收桨\n3月5日，2031“清波杯”柳湖龙舟赛在[L安河]落幕。", "competition", "柳湖龙舟赛"),
        (
            "# 女子象棋赛收官\n3月5日，2031年[L安河市]女子象棋联赛总决赛在[L柳湖镇]收官。",
            "competition",
            "2031年安河市女子象棋联赛总决赛",
        ),
        ("# 第七届水博会落幕\n3月5日，第七届[L安河]国际水泵博览会落幕。", "other", "第七届安河国际水泵博览会"),
        (
            "3月5日，[O县法院]对一起盗窃案进行公开开庭审理，[R法官][P石岩]任审判长。",
            "other",
            "公开开庭审理一起盗窃案",
        ),
        ("3月5日，[O县法院]将法庭“搬”进[L柳湖茶场]，80名茶农旁听。", "other", "庭审"),
        (
            "3月5日晚，全国女子冰壶联赛第二阶段第6轮，[O安河女队]以7比5战胜[O石桥女队]。",
            "competition",
            "全国女子冰壶联赛第二阶段第6轮",
        ),
        ("3月5日，出席会议的委员们分组讨论政府工作报告。", "meeting", "分组讨论政府工作报告"),
        ("3月5日，[R县委书记][P冯立山]参加所在的[O县委办]第一党支部组织生活会。", "meeting", "县委办第一党支部组织生活会"),
        ("3月5日，[R县长][P冯立山]带队赴[L宁城]、[L蓝州]开展招商活动。", "inspection", "招商活动"),
        ("3月5日，[L石桥镇]民警走进[L柳湖市场]、[L柳湖车站]等地开展反诈宣传，发放资料。", "other", "反诈宣传"),
        (
            "3月5日，[O省考核组][R组长][P冯立山]一行来[L安河市]考核粮食安全工作。",
            "inspection",
            "考核粮食安全工作",
        ),
        ("3月5日，[R市长][P冯立山]到[L柳湖敬老院]开展新春走访慰问活动。", "inspection", "新春走访慰问活动"),
        ("3月5日，横跨[L白石河]的安河二桥正式建成通车。", "ceremony", "安河二桥通车"),
        ("3月5日晚，公益电影《山里人家》在[L柳湖村广场]放映，80名村民观看。", "other", "公益电影《山里人家》"),
        ("# 全县厨艺大赛见分晓\n3月5日，第三届全县厨艺大赛决赛在[L安河]举行。", "competition", "全县厨艺大赛"),
        ("# 市政协召开月度协商座谈会\n3月5日，[O市政协]召开“助餐服务”月度协商座谈会。", "meeting", "“助餐服务”月度协商座谈会"),
        ("3月5日，由[O安河船厂]建造的渔船“安渔2号”交付仪式在[L柳湖]举行。", "ceremony", "渔船“安渔2号”交付仪式"),
        ("3月5日，[O安河水泥有限公司]石膏利用项目投产仪式在[L柳湖镇]举行。", "ceremony", "石膏利用项目投产仪式"),
        ("3月5日，[O县法院]来到[L柳湖村]，在农户的院子里公开开庭审理一起相邻纠纷案。", "other", "公开开庭审理一起相邻纠纷案"),
        ("3月5日，为期三天的茶艺研讨暨安河茶厂揭牌仪式在[L安河]举行。", "ceremony", "茶艺研讨暨安河茶厂揭牌仪式"),
        ("首届安河林业大会3月5日—7日在[L安河]举行。", "meeting", "首届安河林业大会"),
        ("2024年“安河教育合作交流会”当地时间3月5日在[L石桥]举办。", "meeting", "2024年“安河教育合作交流会”"),
        ("3月5日，安河路改造一新，其中石桥段开通运营。", "ceremony", "石桥段开通"),
        ("近日，“山水情——[P周明]画展”在[O市美术馆]开展。", "other", "山水情——周明画展"),
        ("# 安河滑雪公开赛落幕\n3月5日，安河滑雪公开赛落幕。在女子公开赛中，[P林萱]夺冠。", "competition", "安河滑雪公开赛"),
    ],
)
def test_the_reported_event_has_a_kind_and_a_name(newsprint, kind, name):
    event = event_of(newsprint)

    assert (event.kind, event.name) == (EventKind(kind), name)


@pytest.mark.parametrize(
    ("newsprint", "kind", "name"),
    [
        ("“柳湖杯”首届青年摄影展5日在[L云阳县]开展，20位作者的作品亮相。", "other", "“柳湖杯”首届青年摄影展"),
        ("第三届建设成果展览会5日在[L安河市]举行。", "other", "第三届建设成果展览会"),
        ("3月5日，[O全市高铁管理干部培训班]在[L云阳县]结业。", "meeting", "全市高铁管理干部培训班"),
        ("3月5日，[O市中级人民法院]公开开庭审理一起养老诈骗案，30名代表旁听。", "other", "公开开庭审理一起养老诈骗案"),
        ("3月5日，来自各县的专家、客商800余人齐聚[L安河]，参加安河市首届人才大会。", "meeting", "安河市首届人才大会"),
        ("3月5日，记者在丰渔节现场看到，鱼儿满仓。", "other", "丰渔节"),
        ("3月5日，[R市长][P冯立山]与[O安海集团][R董事长][P石岩]通电话，交换意见。", "meeting", "与安海集团董事长石岩通电话"),
        ("3月5日，[O某防空旅]与友邻部队联合展开“面对面”对抗演练。", "other", "“面对面”对抗演练"),
        ("3月5日13时，第九次联合巡逻执法行动圆满完成。", "other", "第九次联合巡逻执法行动"),
        ("3月5日，[O市消防支队]组织高层建筑灭火演练，出动车辆12台。", "other", "高层建筑灭火演练"),
        ("3月5日，我区为种植大户进行植保机作业演示，反响很好。", "other", "植保机作业演示"),
        ("3月5日，[L柳湖镇]首届“村BA”在锣鼓声中打响。", "competition", "柳湖镇首届“村BA”"),
        ("3月5日晚，“星空朗读夜”如约而至，读者登台。", "other", "星空朗读夜"),
        ("3月5日，[L柳湖社区]里，一场法律咨询正在进行。", "other", "法律咨询"),
        ("3月5日，第三届月季花展迎来首个周末，游人如织。", "other", "第三届月季花展"),
        ("3月5日，医院迎来客人。当天是该院首个“公众开放日”。", "other", "公众开放日"),
        ("3月5日，一场简约的集体婚礼在[L云阳古城]举行。", "ceremony", "集体婚礼"),
        ("3月5日，[O县柳剧团]连演三场折子戏，戏迷叫好。", "other", "折子戏"),
        ("3月5日，[O市检察院]干警来到[O特殊教育学校]看望孩子们。", "inspection", "看望孩子们"),
        ("3月5日，[O省督察组]对我市开展为期三天的督察检查。", "inspection", "督察检查"),
        ("3月5日，[R市长][P冯立山]通过视频连线，调度各县防汛工作。", "meeting", "调度各县防汛工作"),
        ("3月5日，[R市长][P冯立山]邀请10位企业家座谈，听取意见。", "meeting", "邀请10位企业家座谈"),
        ("3月5日，[O市政协]围绕“加装电梯”开展双月协商。", "meeting", "双月协商"),
        ("3月5日，市人大常委会某次会议举行宪法宣誓仪式。", "ceremony", "宪法宣誓仪式"),
        ("3月5日，[O安河大学]300名毕业生来到[L东郊林场]，种下500株银杏。", "other", "种下500株银杏"),
        ("3月5日，[O市政协]举行画集首发式及捐赠仪式。", "ceremony", "画集首发式及捐赠仪式"),
        ("3月5日，[R教授][P石岩]来校访问，并作题为“河流”的学术报告。", "meeting", "题为“河流”的学术报告"),
        ("3月5日，小选手在[L柳湖]举行的儿童平衡车赛上奋力骑行。", "competition", "儿童平衡车赛"),
        ("3月5日，[R市长][P冯立山]到[O安海公司]参观时强调，要创新。", "inspection", "参观"),
        ("3月7日，[O县人社局]将在[L广场]开设“家门口”就业集市，60家企业到场。", "other", "“家门口”就业集市"),
        ("3月5日，[O市中医院]专家团队走进[L柳湖社区]坐诊，居民免费咨询。", "other", "坐诊"),
        ("3月5日，来自三地的20家媒体记者走进[L云阳]，开展“看变化”主题采风。", "other", "“看变化”主题采风"),
        ("3月5日，[L柳湖社区]第十届邻里节热热闹闹开场。", "other", "柳湖社区第十届邻里节"),
        ("3月5日，[O县法院]深入[L北村]，巡回审理耕地纠纷3件。", "other", "巡回审理耕地纠纷"),
        ("3月5日，[O市中级人民法院]一审公开开庭审理了[P石岩]受贿一案。", "other", "公开开庭审理石岩受贿一案"),
        ("3月5日，[L柳湖镇]的志愿者为[O敬老院]的20位老人理发。", "other", "为敬老院的20位老人理发"),
        ("3月5日，[O市中级人民法院]公开宣判一起诈骗案。", "other", "公开宣判一起诈骗案"),
        ("3月5日，[O市总工会]启动“送清凉”活动。", "other", "“送清凉”活动"),
        ("3月5日，[O市妇联]组织30户家庭走进[L消防站]，零距离体验救援。", "other", "体验救援"),
        ("3月5日，[O市交警支队]开展夏夜巡查集中统一行动。", "other", "夏夜巡查集中统一行动"),
        ("3月5日，[O县法院]来到[L北村]，将庭审搬进农家，公开审理一起邻里纠纷案。", "other", "公开审理一起邻里纠纷案"),
        ("3月5日，[O市美术馆]迎来“大地情深”油画展。", "other", "“大地情深”油画展"),
        ("3月5日，[O县人社局]举办人才招聘会。", "other", "人才招聘会"),
        ("3月5日，[O市住建局]召开城市更新座谈会。", "meeting", "城市更新座谈会"),
        ("3月5日，[O市总工会]慰问组来到[O环卫一所]，慰问坚守一线的环卫工人。", "inspection", "慰问坚守一线的环卫工人"),
        ("3月5日，市领导班子成员来到[L柳湖公园]，与干部群众一起义务植树。", "other", "义务植树"),
        ("3月5日，[O红星小学]组织五年级200名学生前往[O市博物馆]开展研学活动。", "other", "研学活动"),
        ("3月5日，[O市博物馆]推出“文物会说话”主题活动。", "other", "“文物会说话”主题活动"),
        ("3月5日，[O市京剧院]在[L市大剧院]上演新编京剧《柳湖月》。", "other", "新编京剧《柳湖月》"),
        ("受台风影响推迟两天的柳湖社区第三期爱心托管班，3月5日在[L活动室]开班。", "ceremony", "柳湖社区第三期爱心托管班"),
        ("3月5日，“寻根之旅”夏令营安河营开营。", "other", "“寻根之旅”夏令营安河营"),
        ("3月5日，[O县委]宣讲团走进[L北村]，为村民宣讲防火知识。", "other", "为村民宣讲防火知识"),
        ("3月5日，总投资50亿元的新能源电池项目在[L柳湖开发区]动工。", "ceremony", "新能源电池项目动工"),
        ("3月5日，安河至柳湖公路正式通车试运营，方便了两地群众。", "ceremony", "安河至柳湖公路通车"),
        (
            "3月5日，[L柳湖县]举行第四次项目集中开工动员会暨安河纸业二期项目开工仪式。",
            "ceremony",
            "第四次项目集中开工动员会暨安河纸业二期项目开工仪式",
        ),
        (
            "为扎实开展“质量月”活动，3月5日，[O市监局]举行以“重质量”为主题“质量月”现场宣传活动。",
            "other",
            "“质量月”现场宣传活动",
        ),
        ("3月5日，[O柳湖小学]师生按照学校的“演练方案”，开展了消防演练活动。", "other", "消防演练活动"),
        ("近日，由[O安海公司]承建的柳湖新区综合开发项目举行开工仪式。", "ceremony", "柳湖新区综合开发项目开工仪式"),
        ("庆祝大桥通车。\n3月5日，[L柳湖二桥]举行通车仪式。", "ceremony", "柳湖二桥通车仪式"),
        (
            "# 柳湖一季度重点项目集中开工\n3月5日，柳湖总投资9亿元的37个重点项目集中开工。[R县长][P石岩]主持开工仪式。",
            "ceremony",
            "柳湖一季度重点项目集中开工",
        ),
        ("3月5日，第四届安河农业博览会在[L柳湖会展中心]开馆。", "other", "第四届安河农业博览会"),
        (
            "3月5日，安河市职工技能大赛柳湖赛区选拔赛开赛。[R主席][P石岩]到比赛现场观摩。\n三名选手将代表我市参加职工技能大赛。",
            "competition",
            "安河市职工技能大赛柳湖赛区选拔赛",
        ),
        ("[P石岩]被人救起。\n救人者找到了。\n3月5日，[O市基金会]举行颁奖仪式。", "ceremony", "颁奖仪式"),
    ],
)
def test_less_official_occasions_have_a_kind_and_a_name_too(newsprint, kind, name):
    event = event_of(newsprint)

    assert (event.kind, event.name) == (EventKind(kind), name)


@pytest.mark.parametrize(
    "newsprint",
    [
        "今年以来，全市先后召开三次推进会议，层层压实责任。",
        "相信3月5日后，解封时刻会在不久后到来。",
        "原定3月5日晚在[L人民广场]举行的“安河之夏”晚会取消。",
        "[R部长][P石岩]在[L安河]召开的防火座谈会上指出，要严防山火。",
        "[O安海公司]3月5日说，正在当地开展建设活动。",
        "[L安河市]第八届理事会任期3月5日开始。",
        "# 开展群众性文化活动\n多年来，[O市工会]连续举办音乐会。",
        "3月5日至6日，公园每天都将举办不同的主题活动。",
        "各级要认真贯彻全国教育工作会议精神，落实全市教育大会部署。",
        "[O市水利局]深入开展清河行动，成效明显。",
        "会议召开后，各县迅速行动。",
        "[O市委]五届三次全会提出，要办好实事。",
        "通知要求，各县要开展宣传活动。",
        "[O市安委会]3月5日印发方案，提升能力。",
        "3月5日，记者来到举办地采访。",
        "3月5日，[O市纪律检查委员会]发布通报。",
        "全市3月5日启动安全生产专项行动，为期半年。",
        "全市防火工作会议召开三年来，林区面貌一新。",
        "[O市文联]曾举办过全国诗歌节，反响热烈。",
        "[R市长][P冯立山]在视察游乐场时曾批评管理不善。",
        "[O市防汛办]5日发布消息，抗旱应急响应启动。",
        "3月5日，[O市人民银行]开展50亿元逆回购操作。",
        "5日，主要股指连续三天飘红收官。",
        "[P石岩]5日前往[O市医院]，探望病重的父亲。",
        "[O市监管局]5日决定联合开展专项整治行动。",
        "自5日起，[L安河市]开展错峰生产管控措施。",
        "安海机场预计将于7月投入运营。",
        "推行“不见面”签订就业协议，方便毕业生。",
        "5日，记者走进[L云阳]，采访果农。",
        "刚刚闭幕的[O市委]全会在各界引起反响。",
        "[O南极考察队]5日从[L安河]出发。",
        "[O市议会]5日通过预算，定于秋天举行议会选举。",
        "[R局长][P石岩]在5日举行的新闻发布会上表示，要加快建设。",
        "记者从[O市防控指挥部]5日召开的新闻发布会获悉，全市新增4例。",
        "[R副关长][P石岩]5日在安河市疫情防控工作新闻发布会上透露，客流回升。",
        "5日，记者从[O市水利局]举办的新闻发布会上获悉，108条河湖建设项目全部开工。",
        "5日召开的[O市委]全会强调，要办好实事。",
        "[O七县]5日宣布，不参加下月的安河峰会。",
        "3月5日，各地举办了丰富多彩的文化活动。",
        "6日起，[O市公安局]在[L柳湖公园]每晚投入30人次开展巡逻防控。",
        "为确保市两会顺利进行，3月5日起[L柳湖路]禁止停车。",
        "[L柳湖]大桥3月5日顺利合龙，全长两公里。",
        "3月5日，[O市中级人民法院]审理一起诈骗案。",
        "3月5日，[O市监管局]开展商标保护专项行动。",
    ],
)
def test_past_meetings_and_campaigns_are_background(newsprint):
    assert read(newsprint).events == ()


def test_a_report_can_add_other_events():
    newsprint = (
        "# 第六届茶博会下月启幕\n4月2日，[O市商务局]召开新闻发布会。"
        "记者从会上获悉，第六届茶博会将于5月8日在[L安河会展中心]举办。\n"
        "茶博会由[O市茶叶协会]主办。\n[R副局长][P石岩]在发布会上介绍，展区扩大了。"
    )
    announced, fair = read(newsprint).events

    assert (announced.name, announced.places, [taker.person for taker in announced.participants]) == (
        "市商务局新闻发布会",
        (),
        ["石岩"],
    )
    assert (fair.name, fair.status, fair.date.start) == ("第六届茶博会", EventStatus.PLANNED, "--05-08")
    assert (fair.places, fair.organisers, fair.participants) == (("安河会展中心",), ("市茶叶协会",), ())


def test_a_meeting_with_a_day_of_its_own_within_a_tour():
    newsprint = (
        "3月5日至6日，[L柏州市][R市长][P石岩]率团来我市考察。5日下午，两市召开协作联席会议，[R市长][P冯立山]主持。\n"
        "考察期间，代表团一行先后来到[L云阳县]、[O安河大学]，[R副市长][P乔禾]陪同。"
    )
    tour, meeting = read(newsprint).events

    assert (tour.places, {taker.person for taker in tour.participants}) == (("云阳县", "安河大学"), {"石岩", "乔禾"})
    assert (meeting.name, [(taker.person, taker.part) for taker in meeting.participants]) == (
        "协作联席会议",
        [("冯立山", PartTaken.CHAIR)],
    )


def test_what_a_visitor_says_at_a_meeting_belongs_to_the_meeting():
    newsprint = (
        "3月5日，[R副市长][P冯立山]率调研组赴[L云阳县]调研防汛工作。在随后举行的座谈会上，[O市水利局]有关负责人作了发言。\n"
        "[P冯立山]在座谈会上指出，要守住底线。"
    )
    tour, meeting = read(newsprint).events

    assert [(taker.person, taker.part) for taker in tour.participants] == [("冯立山", PartTaken.ATTENDEE)]
    assert [(taker.person, taker.part) for taker in meeting.participants] == [("冯立山", PartTaken.SPEAKER)]


@pytest.mark.parametrize(
    ("newsprint", "names"),
    [
        (
            "3月5日，[R市长][P冯立山]到[O安海公司]调研，并主持召开工业经济运行座谈会。",
            ["调研", "工业经济运行座谈会"],
        ),
        (
            "3月5日，第六届茶博会在[L安河市]开幕。\n3月6日，全市茶产业论坛在[L云阳县]举行。",
            ["第六届茶博会", "全市茶产业论坛"],
        ),
        ("3月5日，第六届茶博会在[L安河市]开幕。\n去年，全市茶产业论坛在[L云阳县]举行。", ["第六届茶博会"]),
        (
            "# [P冯立山]到[O安河研究院]调研\n[O安河研究院]3月1日挂牌成立。3月5日，[R市长][P冯立山]到[O安河研究院]调研。",
            ["调研"],
        ),
        (
            "3月5日，[R市长][P冯立山]会见了[P石岩]一行。会见后，双方举行了项目签约仪式。",
            ["会见石岩一行", "项目签约仪式"],
        ),
        (
            "3月5日，[R市长][P冯立山]会见了[P石岩]一行。会见后，双方签署合作协议。",
            ["会见石岩一行", "签署合作协议"],
        ),
        (
            "3月5日，市图书馆新馆启用仪式、“书香安河”阅读月启动活动同时举行。",
            ["市图书馆新馆启用仪式", "“书香安河”阅读月启动活动"],
        ),
        ("3月5日，[O安海公司]董事会、监事会第二次会议举行。", ["安海公司董事会、监事会第二次会议"]),
        (
            "近日，第五届海博会新闻发布会在[L安河]举行。本届海博会由[O市商务局]、[O市文旅局]主办，将于9月22日在[L安河]开幕。",
            ["第五届海博会新闻发布会", "海博会"],
        ),
        (
            "3月5日，[O市政府新闻办]召开新闻发布会。[R局长][P石岩]介绍说，[O市文旅局]3月1日举办了安河历史研讨会。",
            ["市政府新闻办新闻发布会"],
        ),
    ],
)
def test_what_else_the_report_tells_as_news(newsprint, names):
    assert [event.name for event in read(newsprint).events] == names


def test_this_contest_is_the_one_with_a_title():
    newsprint = "3月5日，第五届篮球联赛总决赛打响。\n当天下午，[O市篮协]还举行了三分球大赛。本届赛事由[O市体育局]主办。"

    assert [event.organisers for event in read(newsprint).events] == [("市体育局",), ("市篮协",)]


def test_two_events_of_one_sentence_have_each_a_place():
    newsprint = "3月5日，茶博会新闻发布会在[L深州]举行，由[O市商务局]主办的第五届茶博会将于4月6日在[L柳湖公园]开幕。"

    assert [event.places for event in read(newsprint).events] == [("深州",), ("柳湖公园",)]


@pytest.mark.parametrize(
    ("newsprint", "first", "second"),
    [
        (
            "3月5日，市作协代表大会闭幕。\n大会选举[P林萱]当选会长；在随后举行的理事会第一次会议上，[P石岩]当选理事长。",
            ["林萱"],
            ["石岩"],
        ),
        (
            "3月5日，[O柳州市]考察团来安考察文旅产业，两市召开联席会议。[R市长][P冯立山]主持会议。[R副市长][P乔禾]陪同考察。",
            ["乔禾"],
            ["冯立山"],
        ),
    ],
)
def test_each_event_has_its_own_part_of_what_is_told(newsprint, first, second):
    assert [[taker.person for taker in event.participants] for event in read(newsprint).events] == [first, second]


def test_sentences_of_long_ago_tell_of_no_participants():
    newsprint = "3月5日，全市棋王赛开赛，[R棋手][P石岩]迎战[P林萱]。\n2019年5月，[P石岩]战胜[P乔禾]夺冠。"

    assert set(parts_of_dated(newsprint)) == {"石岩", "林萱"}


def parts_of_dated(newsprint):
    return {taker.person for taker in event_of(newsprint, issue_date="2024-03-06").participants}


def test_who_speaks_in_office_at_a_festival_takes_part_and_a_visitor_does_not():
    newsprint = "3月5日，第六届茶博会在[L安河市]开幕。\n[O市商务局][R局长][P石岩]表示，展区扩大了。\n[P林萱]说，茶很香。"

    assert parts_of(newsprint) == {"石岩": "speaker"}


def test_who_speaks_in_office_where_bodies_sign_an_agreement_speaks_there():
    newsprint = "3月5日，[O柳湖区政府]与[O海石集团]签订战略合作协议。\n[O海石集团][R总经理][P石岩]表示，前景可期。"
    assert parts_of(newsprint) == {"石岩": "speaker"}


def test_what_stands_over_the_dateline_sums_up():
    newsprint = "要守住底线。\n要压实责任。\n本报讯 昨天，[R市长][P冯立山]主持召开防火工作座谈会。"

    assert event_of(newsprint).name == "防火工作座谈会"


def test_a_weekday_is_a_day():
    event = event_of("上周六，全市篮球赛在[L云阳县]落幕。", issue_date="2024-03-13")

    assert (event.date.text, event.date.start) == ("上周六", "2024-03-09")


def test_what_is_running_has_no_day_from_its_end():
    event = event_of("全国水彩画展正在[L市美术馆]展出，展期至6月10日。", issue_date="2024-05-20")

    assert (event.status, event.date) == (EventStatus.HELD, None)


def test_whoever_holds_a_ceremony_attends_it():
    assert parts_of("3月5日，传承人[P乔禾]在[L市非遗馆]举行收徒仪式。") == {"乔禾": "attendee"}


def test_an_event_after_the_issue_date_is_planned():
    assert event_of("第三届市民运动会3月5日在[L安河]开幕。", issue_date="2024-03-04").status == EventStatus.PLANNED


@pytest.mark.parametrize("genre", [Genre.COMMENTARY, Genre.SPEECH])
def test_commentaries_and_speeches_report_no_event(genre):
    assert read("3月5日，全市防火工作会议召开。", genre=genre).events == ()


def test_a_feature_tells_of_an_event_only_with_its_day():
    assert read("去年，全市防火工作会议召开。", genre=Genre.FEATURE).events == ()
    assert event_of("3月5日，全市防火工作会议召开。", genre=Genre.FEATURE).name == "全市防火工作会议"


def test_what_the_same_body_held_that_day_too_gives_no_name():
    newsprint = "3月5日，[O市人大常委会]举行第三次会议。\n[P乔禾]还主持召开[O市人大常委会]党组会议。"
    assert event_of(newsprint).name == "市人大常委会第三次会议"


def test_a_headline_names_what_the_report_only_calls_a_meeting():
    assert event_of("# 巡视反馈会召开\n3月5日，[R市长][P乔禾]出席会议并讲话。").name == "巡视反馈会"
    assert event_of("# [O县委]召开座谈会\n3月5日，[O县委]召开民营企业家座谈会。").name == "民营企业家座谈会"


def test_what_was_held_for_a_meeting_to_come_is_the_news():
    newsprint = "# 我市欢送劳模\n全国劳模大会将于8日举行。3月5日，我市举行仪式，欢送9名劳模。[R市长][P乔禾]讲话。"
    main, coming = read(newsprint).events
    assert (main.name, main.status) == ("仪式", "held")
    assert (coming.name, coming.status, coming.participants) == ("全国劳模大会", "planned", ())


def test_the_shortest_full_name_is_taken_from_headline_and_body():
    newsprint = "# [P乔禾]出席全市林业工作会议\n3月5日，2024年[L安河市]林业工作会议召开。"

    assert event_of(newsprint).name == "全市林业工作会议"


@pytest.mark.parametrize(
    ("newsprint", "issue_date", "start", "end"),
    [
        ("3月5日，全市防火工作会议召开。", "2023-03-06", "2023-03-05", "2023-03-05"),
        ("3月5日，全市防火工作会议召开。", None, "--03-05", "--03-05"),
        ("3月5日，2024年全市防火工作会议召开。", None, "2024-03-05", "2024-03-05"),
        ("3月5日至7日，[R市长][P冯立山]赴[L云阳县]调研。", "2023-03-08", "2023-03-05", "2023-03-07"),
        ("近日，全市防火工作会议召开。", "2023-03-06", None, None),
    ],
)
def test_the_date_is_the_day_told_with_the_event(newsprint, issue_date, start, end):
    date = event_of(newsprint, issue_date=issue_date).date

    assert (date.start, date.end) == (start, end)


def test_a_day_long_before_the_issue_date_is_no_news():
    newsprint = "# 柳湖大桥的故事\n大桥很长。\n1965年12月5日，[R省长][P石岩]视察工地。"

    assert read(newsprint, issue_date="2024-03-06").events == ()


def test_what_is_announced_takes_no_day_from_another_sentence():
    event = event_of("[O水利局]第十八次会议将于6月在[L安河]举办。\n5月7日下午，一列班列驶出。", issue_date="2024-05-17")

    assert (event.status, event.date.text) == (EventStatus.PLANNED, "6月")

    fair = event_of("11月22日至23日，2023年安河人才招聘会将在[L安河会展中心]举办。", issue_date="2023-11-09")
    assert (fair.status, fair.date.text) == (EventStatus.PLANNED, "11月22日至23日")

    day = event_of("5月14日至21日，今年的安河科普日活动将在[L安河]举办。", issue_date="2023-05-09")
    assert day.date.text == "5月14日至21日"


def test_who_talks_to_reporters_or_is_quoted_from_paper_takes_no_part():
    opening = "3月5日，第六届茶博会在[L安河市]开幕。"

    assert parts_of(f"{opening}[O甲公司][R经理][P石岩]告诉记者，茶好。\n[P石岩]表示，还要来。") == {}
    assert parts_of(f"{opening}在[O商务局]的发布会上，[O商务局][R局长][P石岩]介绍，茶好。") == {}
    assert parts_of(f"{opening}在公司公告中，[O甲公司][R经理][P石岩]称，茶好。") == {}


def test_places_of_another_contest_and_parts_of_a_place_are_none():
    contest = "[O市棋协]宣布，职工围棋锦标赛将于7月22日举行。原定在[L柳湖]举行的世界冠军赛推迟。"

    assert event_of(contest).places == ()
    assert event_of("3月5日，[R市长][P冯立山]到[L安河大学创业基地]考察。随后，在[L创业基地]，他听取汇报。").places == (
        "安河大学创业基地",
    )


def test_an_announced_event_is_planned():
    assert event_of("# 市运会下月开幕\n记者获悉，3月5日，第三届市民运动会将在[L安河]举行。").status == EventStatus.PLANNED
    assert event_of("3月5日，第三届市民运动会在[L安河]举行。").status == EventStatus.HELD


@pytest.mark.parametrize(
    ("newsprint", "places"),
    [
        ("3月5日，全市防火工作会议在[L市委二楼会议室]召开。", ["市委二楼会议室"]),
        ("[L云阳县]的[O柳湖中学]鼓乐齐鸣。3月5日，[O柳湖中学]开学典礼在这里举行。", ["柳湖中学"]),
        ("3月5日，全市防火工作会议召开。", []),
        (
            "3月5日，[R市长][P冯立山]赴[L云阳县]调研。在[L柳湖镇]供热项目现场，[P冯立山]察看设备。随后，[P冯立山]来到[O云阳中学]、[L北村]。",
            ["云阳县", "柳湖镇供热项目现场", "云阳中学", "北村"],
        ),
        ("3月5日，[R市长][P冯立山]在[L云阳县]调研时强调，要在[L柳湖镇]办好示范点。", ["云阳县"]),
        ("3月5日，全市防火工作会议在会展中心召开。", ["会展中心"]),
        ("# 全市防火工作会议在[L云阳县]召开\n3月5日，[R市长][P冯立山]出席全市防火工作会议。", ["云阳县"]),
        ("3月5日，全市防火工作会议在我市召开。", []),
        ("3月5日，[O甲公司]与[O乙公司]签署合作协议，[P于海]、[O乙公司][R经理][P石岩]见证签约。", []),
        ("3月5日，[R市长][P冯立山]来到[L柳湖公园]，与居民一起参加义务植树活动。", ["柳湖公园"]),
        ("3月5日，[R记者][P石岩]在[O市政府]召开的春耕生产推进会上获悉，进展顺利。", []),
        ("3月5日，[R校长][P冯立山]在[O教务处]负责人陪同下到[O滨河学院]调研。随后，来到[O图书馆]。", ["滨河学院", "图书馆"]),
        ("3月5日，第六届茶博会在[L柳国]首都[L柳城]开幕。", ["柳国首都柳城"]),
        ("3月5日，[R市长][P冯立山]到[L云阳县]，为干部群众宣讲全会精神。", ["云阳县"]),
        ("3月5日，[R教授][P石岩]在[O市委党校]为学员讲授专题党课。", ["市委党校"]),
        ("[L云阳县][L北村]，麦苗青青。3月5日，[O县农技站]在该村举办冬小麦管理培训班。", ["北村"]),
        ("3月5日，[O西山大学][R校长][P冯立山]访问[O安河大学]并与师生座谈。", ["安河大学"]),
        (
            "3月5日，[R市长][P冯立山]到[L云阳县]调研。\n[L柳湖小区]建成于1990年。[P冯立山]停下脚步，询问供暖情况。",
            ["云阳县", "柳湖小区"],
        ),
        (
            "3月5日，[R市长][P冯立山]到[L云阳县]调研。\n[L柳湖小区]建成于1990年。居民[P石岩]很高兴。",
            ["云阳县"],
        ),
        (
            "3月5日，[O县老干部局]开展“看变化”主题活动。老同志们先后参观了[L城市展厅]和[L柳湖公园]。",
            ["城市展厅", "柳湖公园"],
        ),
        ("3月5日，[O安海公司]在[L柳湖]设立研发中心揭牌仪式在[L市会展中心]举行。", ["市会展中心"]),
        ("3月5日，足球联赛第二轮继续进行。原定在[L北港体育场]举行的比赛改期。", []),
        (
            "3月5日，[O柳湖市政协考察团]来我市考察。考察团一行参观了服务业示范区、[L云湖公园]、[L规划馆]。",
            ["服务业示范区", "云湖公园", "规划馆"],
        ),
        ("3月5日，[R市长][P冯立山]深入盛大煤矿、城北加油站，检查安全生产。", ["盛大煤矿", "城北加油站"]),
        (
            "3月5日，[R市长][P冯立山]来到[L大石垭]滑坡隐患点和输油管道[L白石河]穿越段抢修现场，检查防汛。",
            ["大石垭滑坡隐患点", "输油管道白石河穿越段抢修现场"],
        ),
        ("3月5日，[R市长][P冯立山]到[L安河市]调研。\n在[L柳湖镇]，[P冯立山]走进[L石林]深处。", ["安河市", "柳湖镇"]),
        ("3月5日，[R市长][P冯立山]到[L安河市]调研。\n[L安河]是老城。[P冯立山]走到街上。", ["安河市"]),
        ("3月5日，[R市长][P冯立山]到[L安河市]调研。\n[L零工市场]里，人来人往。[P冯立山]与他们交谈。", ["安河市", "零工市场"]),
        (
            "3月5日，货轮缓缓驶离[L柳湖港东码头]，目的地是[L云港]。当天，[O港务集团]在此举行柳湖至云港航线首航仪式。",
            ["柳湖港东码头"],
        ),
        (
            "3月5日，[R市长][P冯立山]到[L云阳县]调研。\n[O柳湖茶叶中心]去年卖茶900吨。[P冯立山]听取情况介绍。",
            ["云阳县", "柳湖茶叶中心"],
        ),
        (
            "3月5日，[O市政协]组织委员视察校园建设。委员们先后视察了[L柳湖幼儿园]、[O石河中学]。",
            ["柳湖幼儿园", "石河中学"],
        ),
        (
            "3月5日，[R市长][P冯立山]到[L安河市]督导治污。[P冯立山]先后暗访了[L柳湖污水厂]、[L石桥填埋场]。",
            ["安河市", "柳湖污水厂", "石桥填埋场"],
        ),
        ("3月5日，全市春耕推进会召开。与会人员分两路，先后来到[L柳湖镇]、[L石河村]观摩。", ["柳湖镇", "石河村"]),
        ("3月5日，市足球联赛第三轮落幕，[O甲队]坐镇[L柳湖体育场]3比0完胜[O乙队]。", ["柳湖体育场"]),
        ("3月5日，市运动会开幕。\n[L柳湖体育中心]田径场上,小将[P石岩]夺冠。", ["柳湖体育中心"]),
        ("3月5日逢集，[L柳湖镇老街]槐树下排起了长队。[O县医院]组织医护人员开展义诊活动。", ["柳湖镇老街"]),
        ("3月5日晚，全县舞蹈大赛决赛在[L文峰广场]开跳，12支队伍亮相。", ["文峰广场"]),
    ],
)
def test_places_are_the_venue_or_the_stops(newsprint, places):
    assert list(event_of(newsprint).places) == places


@pytest.mark.parametrize(
    ("newsprint", "form"),
    [
        ("3月5日，全市防火工作会议召开。会议以视频形式召开。", "视频"),
        ("3月5日，建城百年论坛举行。论坛采取网络会议形式进行。", "网络会议"),
        ("3月5日，全市防火工作会议（视频）召开。", "视频"),
        ("3月5日，全市防火工作电视电话会议召开。", "电视电话会议"),
        ("3月5日，全市防火工作会议召开。", None),
    ],
)
def test_the_format_is_told_in_the_name_or_the_text(newsprint, form):
    assert event_of(newsprint).format == form


@pytest.mark.parametrize(
    ("newsprint", "organisers"),
    [
        ("3月5日，[O市文联]、[O市作协]联合举办读书分享会。", ["市文联", "市作协"]),
        ("3月5日，第三届棋王赛开赛。比赛由[O市体育局]指导，[O市棋协]主办，[O云阳中学]承办。", ["市棋协", "云阳中学"]),
        ("3月5日，[O市工会]三届二次全委会召开。", []),
        ("3月5日，[L云阳县]举行防汛应急演练。", ["云阳县"]),
        ("3月5日，茶产业论坛举行。论坛由[O市农业局]（主会场）主办，[O茶叶协会]发起成立联盟。", ["市农业局"]),
        ("3月5日，[O市防汛办]在[L云阳县]举行防汛应急演练。", ["市防汛办"]),
        ("3月5日，[O市医院]组织专家走进[L北村]，开展义诊活动。", ["市医院"]),
        ("在[O市政府]举行的春耕工作推进会上，[P石岩]介绍情况。", ["市政府"]),
        ("3月5日，全市防火工作会议召开。会议由[O市委常委会]主持。", ["市委常委会"]),
        ("3月5日，[O甲研究院]（简称“甲院”）与[O乙公司]（简称“乙”）举行揭牌仪式。", ["甲研究院", "乙公司"]),
        ("3月5日，茶业峰会召开。" + "茶香四溢。" * 14 + "\n本次峰会由[O甲协会]主办。", ["甲协会"]),
        (
            "3月5日，棋王赛开赛。比赛由[O市体育局]主办，[O市体校]协办、[O安河报社]和[O柳湖宾馆]具体承办。",
            ["市体育局", "市体校", "安河报社", "柳湖宾馆"],
        ),
        (
            "3月5日，[O市质监局]牵头，联合[O市住建局]、[O市农业局]等部门，在[L柳湖广场]开展以“重质量”为主题的宣传活动。",
            ["市质监局", "市住建局", "市农业局"],
        ),
        ("3月5日，由[O镇党委]、[O镇政府]牵头，组织村民在[L北村]开展义务植树活动。", ["镇党委", "镇政府"]),
        (
            "3月5日，[O市法学会]携手[O市司法局]组织开展的“送法下乡”宣讲活动走进[L北村]。",
            ["市法学会", "市司法局"],
        ),
        ("为服务群众，3月5日，[O市医院]组织专家走进[L北村]，开展义诊活动。", ["市医院"]),
        ("3月5日，[O市医协]联合[O市医院]超声组，到[L北村]开展义诊活动。", ["市医协", "市医院"]),
        (
            "3月5日，[O柳湖县工商联]开展植树活动。在[L北村]，[O县工商联]组织党员开展植树活动。",
            ["柳湖县工商联"],
        ),
        ("6月14日，[O市血站]联合[L和平街道]在[L人民广场]举办献血者日活动。", ["市血站", "和平街道"]),
        ("3月5日，[L柳湖镇]组织机关干部，到[L北村]，开展义务植树活动。", ["柳湖镇"]),
        ("# [L柳湖县]举办朗读比赛\n3月5日，由[O县文联]主办的“读柳湖”朗读比赛落幕。", ["县文联"]),
        ("# [O市政协]组织委员视察绿化工作\n3月5日，[R主席][P冯立山]率部分委员视察绿化工作。", ["市政协"]),
        ("3月5日，[O市城管局]组织队员对12家市场开展突击检查。", ["市城管局"]),
        ("3月5日，[R市长][P冯立山]主持召开茶农座谈会。他明确由[O市农业局]牵头，办好三件事。", []),
    ],
)
def test_organisers_are_the_bodies_that_hold_it(newsprint, organisers):
    assert list(event_of(newsprint).organisers) == organisers


def test_a_visitor_that_a_press_conference_tells_of_does_not_speak_there() -> None:
    told = "3月5日，[L安河]清明文化节新闻发布会在[L柳湖公园]举行。\n来[L安河]出差的[P石岩]说：“去年我就来过。”"
    assert parts_of(told) == {}


def test_what_somebody_has_heard_is_no_part_of_a_name() -> None:
    told = "3月5日，听说第五届桃花节在[L云阳县]开幕，[P石岩]早早出了门。"
    assert event_of(told).name == "第五届桃花节"


def test_a_place_is_called_by_its_fullest_name() -> None:
    newsprint = "3月5日，[R市长][P冯立山]到[L柳湖镇]调研防汛。\n随后，[P冯立山]来到[L安河县柳湖镇]，察看大坝。"
    assert list(event_of(newsprint).places) == ["安河县柳湖镇"]


def test_what_he_says_on_a_tour_he_says_there() -> None:
    """A sentence that names nobody has a speaker."""
    told = "3月5日，[R镇长][P冯立山]到[L柳湖村]检查防汛工作。\n[P冯立山]一行察看了水情。他强调，要守住底线。"
    assert parts_of(told) == {"冯立山": "speaker"}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("[R市长][P冯立山]出席并讲话。会议由[R副市长][P乔禾]主持。", {"冯立山": "speaker", "乔禾": "chair"}),
        ("[R市长][P冯立山]主持会议并讲话。", {"冯立山": "chair"}),
        ("[R市领导][P冯立山]、[P乔禾]，[O市政协][R主席][P石岩]等参加。", dict.fromkeys(("冯立山", "乔禾", "石岩"), "attendee")),
        (
            "[R市长][P冯立山]讲话，[P乔禾]主持，[P石岩]、[P林萱]参加。",
            {"冯立山": "speaker", "乔禾": "chair", "石岩": "attendee", "林萱": "attendee"},
        ),
        ("出席会议的有[P冯立山]、[P乔禾]。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("[P冯立山]、[P乔禾]及其他县领导参加会议。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("[P冯立山]、[P乔禾]挥锹铲土，种下一片新绿。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("在主席台前排就座的还有：[P冯立山]、[P乔禾]。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("应邀出席会议的领导和来宾有：[R市长][P冯立山]同志，[P乔禾]同志。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("[R副县长][P乔禾]出席汇报会。", {"乔禾": "attendee"}),
        ("会上，[P乔禾]作工作报告，[P石岩]作交流发言。", {"乔禾": "speaker", "石岩": "speaker"}),
        ("会议强调，要深入学习贯彻[P石岩]关于防火的重要论述。", {}),
        ("在[R市长][P冯立山]、[R副市长][P乔禾]的带领下，参会人员考察了林区。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("[R市长][P冯立山]参加。[O市林业局]汇报情况。", {"冯立山": "attendee"}),
        ("[R市长][P冯立山]、[R副市长][P乔禾]，有关部门负责人参加。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("[R副市长][P乔禾]提出工作要求，[O市林业局][R局长][P石岩]主持会议。", {"乔禾": "speaker", "石岩": "chair"}),
        ("[R市长][P冯立山]出席，[R新闻发言人][P石岩]主持。", {"冯立山": "attendee", "石岩": "chair"}),
        ("[R市长][P冯立山]任扑火指挥，[P石岩]为新人作主题发布。", {"冯立山": "attendee", "石岩": "speaker"}),
        ("[R市长][P冯立山]到会听取意见建议。", {"冯立山": "attendee"}),
        ("[R委员][P乔禾]、[P石岩]提出意见建议。", {"乔禾": "speaker", "石岩": "speaker"}),
        ("[O县委巡察组][R组长][P乔禾]反馈巡察意见，[P石岩]参加。", {"乔禾": "speaker", "石岩": "attendee"}),
        ("邀请[O安河大学][R教授][P石岩]主讲。", {"石岩": "speaker"}),
        ("[P乔禾]强调，要学习[P石岩]来安考察时的讲话，真抓实干。", {"乔禾": "speaker"}),
        ("[P乔禾]叮嘱[O林业局][R局长][P石岩]，要管护好。", {"乔禾": "speaker", "石岩": "attendee"}),
        ("教师代表、[O安河大学][R教授][P石岩]，新生代表[P林萱]先后发言。", {"石岩": "speaker", "林萱": "speaker"}),
        (
            "[R市长][P冯立山]讲话。他要求，各地要尽责，随行的[O镇党委][R书记][P石岩]记在本上。",
            {"冯立山": "speaker", "石岩": "attendee"},
        ),
    ],
)
def test_who_took_what_part(sentence, parts):
    assert parts_of(f"3月5日，全市防火工作会议召开。{sentence}") == parts


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("[R副市长][P乔禾]出席会议并讲了话，[P石岩]发了言。", {"乔禾": "speaker", "石岩": "speaker"}),
        ("[R市长][P冯立山]等四个班子领导，[O市文联][R主席][P乔禾]出席会议。", {"冯立山": "attendee", "乔禾": "attendee"}),
        ("[R副市长][P乔禾][R代表][P石岩]先生讲话。", {"乔禾": "speaker"}),
        ("5位发言人分别是：[O市纪委][R常委][P乔禾]；[O市委办][R副主任][P石岩]。", {"乔禾": "attendee", "石岩": "attendee"}),
        ("以[L松川市][R市长][P高原]为团长的访问团到会。", {"高原": "attendee"}),
    ],
)
def test_parties_between_names_and_what_speaks_for_others_are_read(sentence, parts):
    assert parts_of(f"3月5日，全市防火工作会议召开。{sentence}") == parts


def test_who_is_quoted_by_his_words_speaks_there():
    tour = "3月5日，[R市长][P冯立山]到[L柳湖县]调研防汛工作。"
    tour += "“锣一响，先背老人。”[R监测员][P石岩]的回答让大家连连点头。"
    assert parts_of(tour) == {"冯立山": "attendee", "石岩": "speaker"}


def test_headline_lines_tell_parts_too():
    assert parts_of("> [P冯立山]在全市防火工作会议上强调\n# 守住底线\n3月5日，全市防火工作会议召开。") == {"冯立山": "speaker"}


def test_reporters_in_a_dateline_take_no_part():
    newsprint = "本报安河3月6日电（[R记者][P石岩]）3月5日，全市防火工作会议召开，[R市长][P冯立山]出席。"

    assert parts_of(newsprint) == {"冯立山": "attendee"}


def test_winners_are_attendees_of_a_contest():
    assert parts_of("3月5日，第三届棋王赛落幕。[P石岩]、[P林萱]夺得冠亚军。") == {"石岩": "attendee", "林萱": "attendee"}


def test_who_scores_takes_part_in_a_contest():
    newsprint = "3月5日，市足球联赛打响。第58分钟，[P石岩]头球破门；第80分钟，[P林萱]推射得分。"

    assert parts_of(newsprint) == {"石岩": "attendee", "林萱": "attendee"}


def test_who_is_heard_after_a_match_attends_it():
    assert parts_of("3月5日，市足球联赛打响。“我们拼到了最后。”[O甲队][R主教练][P石岩]赛后表示。") == {"石岩": "attendee"}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("[R馆长][P石岩]向捐出藏品的[R收藏家][P林萱]颁发证书。", {"石岩": "attendee", "林萱": "attendee"}),
        ("[O安海公司][R总经理][P石岩]分享了建厂经验。", {"石岩": "speaker"}),
        ("[O市作协]邀请[R作家][P石岩]作“山河”专题讲座。", {"石岩": "speaker"}),
        ("[P石岩]当选会长。", {"石岩": "attendee"}),
        ("[P石岩]与[P林萱]在协议书上签字。", {"石岩": "attendee", "林萱": "attendee"}),
        ("[P石岩]以“山河”为题，为大家讲专题党课。", {"石岩": "speaker"}),
        ("大家参观了[P石岩]先生铜像。", {}),
        ("[P石岩]坦承，写作不易。[P林萱]代表会员致谢。", {"石岩": "speaker", "林萱": "speaker"}),
        ("[P石岩]说，公司2006年来到[L安河]。", {"石岩": "speaker"}),
        ("[O市作协][R副主席][P石岩]率20余位作家到会。", {"石岩": "attendee"}),
    ],
)
def test_who_gives_leads_or_is_elected_takes_part(sentence, parts):
    assert parts_of(f"3月5日，市作协代表大会召开。\n{sentence}") == parts


def test_participants_carry_their_posts():
    (taker,) = event_of("3月5日，全市防火工作会议召开。[O市委][R副书记]、[R市长][P冯立山]出席。").participants

    assert [(post.org, post.role) for post in taker.posts] == [("市委", "副书记"), (None, "市长")]
    assert taker.part == PartTaken.ATTENDEE


def test_groups_are_unnamed_parties_and_bodies_that_speak():
    newsprint = "3月5日，全市防火工作会议召开。会上，[O市林业局]、[O云阳县政府]作交流发言。各县（市、区）分管负责同志参加。"

    assert event_of(newsprint).groups == ("市林业局", "云阳县政府", "各县（市、区）分管负责同志")


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 6), st.sampled_from(Label)), max_size=12)
PIECES = st.sampled_from(
    [
        "3月5日，",
        "全市会议",
        "召开",
        "赴",
        "调研",
        "在",
        "市委",
        "王一",
        "、",
        "，",
        "。",
        "“",
        "”",
        "\n",
        "主持",
        "由",
        "a",
        "赛",
        "上强调",
        "　",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), SPANS)
def test_no_text_and_no_mentions_make_it_fail(raw, spans):
    parts = tuple(Part(role, line) for line, role in zip(Text.of(raw).split("\n"), [*BlockRole] * 4, strict=False))
    clipping = Clipping(parts)
    mentions = tuple(
        Mention.at(clipping.text, start, start + size, label)
        for start, size, label in spans
        if start + size <= len(clipping.text) and "\n" not in str(clipping.text)[start : start + size]
    )
    reading = find_events(find_persons(Reading(clipping, mentions)))

    assert all(quote(raw, event.source) == event.quote for event in reading.events)


def test_a_stammer_before_a_stop_is_read_in_one_way_only():
    """一行 may close an opening or stand inside the next: the ways to read them multiply with each."""
    newsprint = f"3月5日，[R市长][P石岩]赴[L云阳县]调研防汛工作。\n{'一行' * 60}甲乙来到[L安河大坝]。"

    assert list(event_of(newsprint).places) == ["云阳县", "安河大坝"]


@pytest.mark.parametrize(
    ("newsprint", "further"),
    [
        (
            "3月5日，[O市人大常委会]召开第七次会议。\n会议审议有关事项，决定市六届人大二次会议于4月2日召开。",
            ("meeting", "市六届人大二次会议", "4月2日"),
        ),
        (
            "3月5日，[R市长][P冯立山]到[L云阳县]调研防汛工作。\n[P冯立山]一行查看了大坝，并召开座谈会，听取汇报。",
            ("meeting", "座谈会", None),
        ),
        (
            "3月5日至6日，[R市长][P冯立山]赴[L云阳县]调研春耕工作。\n在[L北村]，[P冯立山]察看了大棚。"
            "\n6日下午，[P冯立山]在[L云阳县]主持召开座谈会，听取4名种粮户的意见。",
            ("meeting", "座谈会", "6日下午"),
        ),
        (
            "3月5日，[O市政协][R副主席][P乔禾]率部分委员视察养老工作。\n在随后召开的座谈会上，[O市民政局]局长[P石岩]汇报说，床位已有900张。",
            ("meeting", "座谈会", None),
        ),
        (
            "3月5日，[R市长][P冯立山]会见了[O海石集团]总裁[P石岩]一行，并共同出席战略合作协议签署仪式。",
            ("ceremony", "战略合作协议签署仪式", "3月5日"),
        ),
        (
            "3月5日晚，安河市足球超级联赛第三轮在[L市体育场]继续进行。\n第四轮将于3月12日举行。",
            ("competition", "第四轮", "3月12日"),
        ),
        (
            "3月5日，[O县文联]举办读书会。\n歌剧《山里人家》由[O县剧团]创作，3月12日还将在[L县剧院]连演3场，票价10元。",
            ("other", "《山里人家》", "3月12日"),
        ),
        (
            "3月5日，市作协第六次代表大会闭幕。在随后举行的主席团第一次会议上，[P石岩]被推选为主席。",
            ("meeting", "主席团第一次会议", "3月5日"),
        ),
        (
            "3月5日，[O市商会]举行新闻发布会公布，第七届安河工展会将于4月6日起，一连24天在[L柳湖公园]举办。",
            ("other", "第七届安河工展会", "4月6日起"),
        ),
        (
            "3月5日，“大河行”作家采风活动在[L云阳县]举行。\n采风期间，作家们还与当地读者举行了座谈。",
            ("meeting", "座谈", None),
        ),
    ],
)
def test_what_else_is_held_on_the_occasion_or_next_is_an_event_of_its_own(newsprint, further):
    _, event = read(newsprint).events
    assert (event.kind.value, event.name, event.date and event.date.text) == further


@pytest.mark.parametrize(
    ("newsprint", "name"),
    [
        ("原定3月1日举行的第六届安河茶叶论坛，因场地调整改于3月12日至13日在[L市会展中心]举办。", "第六届安河茶叶论坛"),
        ("第六届安河茶叶论坛推迟到3月12日举行。", "第六届安河茶叶论坛"),
        ("原定于3月1日举行的第六届安河茶叶论坛延期至3月12日上午8时。", "第六届安河茶叶论坛"),
        ("第六届安河茶叶论坛改期至3月12日在[L安河]开幕。", "第六届安河茶叶论坛"),
    ],
)
def test_what_is_held_on_another_day_is_planned(newsprint, name):
    event = event_of(newsprint)
    assert (event.name, event.status) == (name, EventStatus.PLANNED)
    assert event.date.text.startswith("3月12日")


@pytest.mark.parametrize(
    ("newsprint", "kind", "groups"),
    [
        ("3月5日，全县第二期电工培训班在[L云阳县]开班。", "ceremony", ()),
        ("3月5日，“山里人家”摄影展在[L市美术馆]开幕。[R馆长][P石岩]宣布展览开幕。", "ceremony", ()),
        ("3月5日，“山里人家”摄影展在[L市美术馆]开幕。", "other", ()),
        ("3月5日，安河市端午龙舟赛在[L云阳县]举行，众船竞渡[L柳溪]，[O云阳中学]队夺得冠军。", "competition", ("云阳中学队",)),
    ],
)
def test_an_opening_is_a_ceremony_and_a_river_no_team(newsprint, kind, groups):
    event = event_of(newsprint)
    assert (event.kind.value, event.groups) == (kind, groups)


def test_the_day_on_which_something_ends_is_not_that_of_what_is_announced():
    opened = "3月5日，“山里人家”摄影展在[L市美术馆]开幕。"
    runs = "展览开放至5月8日，其间每周日举办一场摄影公开课，首堂课3月12日开讲，限40人参加。"
    _, lesson = read(f"{opened}\n{runs}", issue_date="2024-03-06").events
    assert (lesson.name, lesson.date.text, lesson.groups) == ("摄影公开课", "3月12日", ())


@pytest.mark.parametrize(
    ("newsprint", "kind", "name"),
    [
        ("3月5日，省足球联赛决赛次回合在[L安河体育场]打响。", "competition", "省足球联赛决赛次回合"),
        ("[L云阳]山地越野跑赛将于4月6日在[L云阳广场]鸣枪开跑。", "competition", "云阳山地越野跑赛"),
        ("3月5日，[O云阳县]举行“好邻居”表扬大会。", "ceremony", "“好邻居”表扬大会"),
        ("3月5日，柳湖樱桃节在[L石河村]开幕。[R主任][P石岩]宣布安河市首届柳湖樱桃文化旅游节开幕。", "ceremony", "柳湖樱桃节"),
        ("3月5日，第八届园林年会在[L柳湖]举行。[R区长][P石岩]宣布年会开幕。", "meeting", "第八届园林年会"),
        ("3月5日，[L安河市]“山茶”诗会在[L柳湖]开幕。[R副市长][P石岩]宣布诗会开幕。", "ceremony", "安河市“山茶”诗会"),
        ("3月5日，[O县法院]法官[P石岩]把庭审搬到[L北村]的老槐树下，30名村民旁听。", "other", "庭审"),
        ("3月5日，[O市茶业工会]组织60名茶农赴[L云岭]疗养。", "other", "赴云岭疗养"),
        ("3月5日，[O市总工会]走访慰问12名劳模。", "inspection", "走访慰问12名劳模"),
        ("3月5日，由[O市越剧团]创排的现代越剧《渡口》在[L市剧院]首演。", "other", "现代越剧《渡口》首演"),
        ("3月5日，[R县长][P石岩]到[O云阳中学]讲思政课。", "meeting", "思政课"),
        ("省运会倒计时50天主题活动3月5日在[L安河]举行。", "other", "省运会倒计时50天主题活动"),
        ("“共享柳湖·智造明天”2031安河投资推介会3月5日在[L安河]举行。", "meeting", "2031安河投资推介会"),
    ],
)
def test_contests_courts_and_care_have_a_kind_and_a_name(newsprint, kind, name):
    event = event_of(newsprint)

    assert (event.kind, event.name) == (EventKind(kind), name)


@pytest.mark.parametrize(
    "newsprint",
    [
        "2031年高考将于6月7日举行。",
        "3月5日，[O市医院]一年来共开展三级手术320台。",
        "3月5日，[O汽车站]增开至云岭的旅游直通车。",
        "3月5日起，[O公交公司]调整线路，末班车22时发车。",
        "该会已连续四年开展这项活动。",
    ],
)
def test_exams_tallies_and_bus_lines_are_no_events(newsprint):
    assert not read(newsprint).events


def test_a_story_may_lead_to_an_event_of_its_last_paragraph():
    story = "[P石岩]学医那年16岁。\n他在[L北村]一待就是40年。\n村里的路通了。\n[R局长][P乔禾]说，这样的医生不多了。\n"
    held = story + "3月5日，全县最美医生颁奖典礼在[L县剧院]举行，[R县长][P冯立山]为[P石岩]颁奖。"
    event = event_of(held, genre=Genre.FEATURE)

    assert event.name == "全县最美医生颁奖典礼"
    assert {taker.person for taker in event.participants} == {"冯立山", "石岩"}

    planned = event_of(story + "[P石岩]追思会将于4月8日在[L县剧院]举行。", genre=Genre.FEATURE, issue_date="2031-04-06")
    assert planned.status == EventStatus.PLANNED


@pytest.mark.parametrize(
    ("newsprint", "places"),
    [
        ("第六届象棋赛5日在[L柳湖公园]收枰，60名棋手参赛。", ["柳湖公园"]),
        ("# 首趟柑橘专列开行\n3月5日，满载柑橘的列车驶出[L安河物流园]。", ["安河物流园"]),
        (
            "安河马拉松赛将于4月6日在[L柳湖广场]开跑，途经[L滨河路]、[L云阳桥]，终点设在[L体育场]。",
            ["柳湖广场", "滨河路", "云阳桥", "体育场"],
        ),
        (
            "3月5日，[R市长][P石岩]到[L安河站]、[L安河港]检查春运工作。\n在[L安河站]候车厅，[P石岩]询问运力。",
            ["安河站", "安河港"],
        ),
        (
            "3月5日，[R市长][P石岩]到[L云阳县]调研工业。\n[O柳湖机电公司]专做水泵。在装配车间，[P石岩]察看工艺。",
            ["云阳县", "柳湖机电公司"],
        ),
        ("3月5日，[R市长][P石岩]到[L云阳县]、[L白石河]沿线，检查防汛工作。", ["云阳县", "白石河沿线"]),
        (
            "3月5日，[R市长][P石岩]到[L云阳县]调研。在[O县医院]，他走进门诊楼；在[L北村]，他询问收成。",
            ["云阳县", "县医院", "北村"],
        ),
        (
            "3月5日，[R副市长][P石岩]调研工业。\n[P石岩]先后到[O柳湖药业]二厂、环湖公路改造、高速引线等5个项目现场，"
            "以及[O安河纸业]、云顶缆索等企业，了解进度。",
            ["柳湖药业二厂", "环湖公路改造", "高速引线", "安河纸业", "云顶缆索"],
        ),
        (
            "3月5日，[R副市长][P石岩]调研社区。\n又实地走访了[L柳湖大院]、北街市场和西街等地，了解情况。",
            ["柳湖大院", "北街市场", "西街"],
        ),
        (
            "3月5日，[R副市长][P石岩]检查了[O县一中]考点，在[O县二中]听取[L柳湖镇]、[L石桥镇]负责人汇报。",
            ["县一中", "县二中"],
        ),
        ("为落实县里防汛的要求，3月5日，[R副市长][P石岩]到[L柳湖水库]督导防汛工作。", ["柳湖水库"]),
        ("3月5日，[R副市长][P石岩]到[L柳湖镇]调研，[R副市长][P高原]赴[L高新区]调研民营企业。", ["柳湖镇", "高新区"]),
        ("3月5日，[R副市长][P石岩]到包联的[L石桥社区]走访调研。", ["石桥社区"]),
        (
            "3月5日，[R副市长][P石岩]到[L柳湖镇]、用他的话说等项目现场调研。",
            ["柳湖镇"],
        ),
        ("3月5日，[R市委副书记][P石岩]到包联企业[O柳湖药业]调研，查看了[O安河中学]食堂。", ["柳湖药业", "安河中学"]),
    ],
)
def test_places_go_with_routes_rooms_and_descriptions(newsprint, places):
    assert list(event_of(newsprint).places) == places


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("会议选举[P石岩]为市监委主任。", {"石岩": "attendee"}),
        ("[R村支书][P石岩]回答，全村20名护林员都在岗。", {"石岩": "speaker"}),
        ("[P石岩]之女[P乔禾]回忆了父亲的往事。", {"乔禾": "speaker"}),
        ("[R市长][P石岩]听取了[O市水利局]的汇报。", {}),
        ("[R收藏家][P石岩]将12件拓片捐给[O市博物馆]。", {"石岩": "attendee"}),
    ],
)
def test_who_answers_remembers_or_donates_takes_part(sentence, parts):
    assert parts_of(f"3月5日，全市林业工作会议召开。{sentence}") == parts


def test_honours_win_no_contest():
    contest = "3月5日，市电工比赛落幕，[P石岩]夺冠，独得“[P云阳]工匠”称号，队长[P乔禾]独得9分。"

    assert parts_of(contest) == {"石岩": "attendee", "乔禾": "attendee"}


def test_a_caption_tells_by_its_scene_where_it_was_and_who_was_there():
    newsprint = "3月5日，剪纸艺人[P乔禾]在[O云阳小学]教孩子剪窗花。当天，[O县文化馆]组织开展“老手艺进课堂”活动。"
    event = event_of(newsprint, genre=Genre.CAPTION)

    assert (event.places, [taker.person for taker in event.participants]) == (("云阳小学",), ["乔禾"])


def test_a_body_may_be_called_by_what_it_is():
    newsprint = "3月5日，[O云阳县医院]护士在[L柳树村]量血压。当天，该院组织6名医生开展“春风”义诊活动。"

    assert event_of(newsprint, genre=Genre.CAPTION).organisers == ("云阳县医院",)


def test_who_holds_it_with_others_is_named_first():
    event = event_of("由[O市博物馆]联合三地6家单位主办的“柳湖古瓷特展”3月5日在[O市博物馆]开展。")

    assert (event.organisers, event.groups) == (("市博物馆",), ("三地6家单位",))


def test_the_parties_of_a_case_are_in_court():
    newsprint = "3月5日，[O县法院]在[L柳树村]公开审理一起买卖案。果农[P乔禾]与客商[P石岩]当场和解。村民[P冯立山]说，长了见识。"

    assert parts_of(newsprint) == {"乔禾": "attendee", "石岩": "attendee"}


def test_who_reports_on_his_work_speaks():
    newsprint = "3月5日，全市法院工作会议召开。院长[P乔禾]报告法院工作。"

    assert parts_of(newsprint) == {"乔禾": "speaker"}


def test_whom_a_visitor_speaks_to_on_his_way_is_a_party():
    newsprint = "3月5日，[R市长][P乔禾]到[L柳树村]调研春耕。[P乔禾]叮嘱随行的农技人员，要看好墒情。"

    assert event_of(newsprint).groups == ("随行的农技人员",)


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("[P石某]则称，牛出圈时没有病。", {"石某": "attendee"}),
        ("[P石某]在法庭上低头说，后悔了。", {"石某": "speaker"}),
        ("“理要讲到人心里。”休庭后，[R法官][P乔禾]对围上来的村民说。", {"乔禾": "speaker"}),
        ("旁听的村民[P石岩]说，长了见识。", {"石岩": "attendee"}),
    ],
)
def test_who_is_heard_in_court_speaks_there_and_who_sits_in_attends(told, parts):
    assert parts_of(f"3月5日，[O县法院]在[L柳树村]公开审理一起买卖案。{told}") == parts


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("[P冯立山]听取[L柳湖镇]镇长[P石岩]关于防汛工作的汇报。", {"冯立山": "attendee", "石岩": "speaker"}),
        ("他来到困难老党员[P石岩]家，送上慰问金。", {"冯立山": "attendee", "石岩": "attendee"}),
        ("[P冯立山]连连点头，勉励[R镇党委副书记][P石岩]总结经验，把灌渠修好。", {"冯立山": "speaker", "石岩": "attendee"}),
        ("[P冯立山]走进田间，向种粮大户[P石岩]询问收成。", {"冯立山": "attendee", "石岩": "attendee"}),
        ("[P冯立山]与村民[P石岩]算起收入账。", {"冯立山": "attendee", "石岩": "attendee"}),
        ("[R队长][P石岩]向记者演示作弊过程时表示，还要再查。", {"冯立山": "attendee"}),
    ],
)
def test_who_is_heard_called_on_or_urged_by_a_visitor_takes_part(told, parts):
    assert parts_of(f"3月5日，[R市长][P冯立山]到[L柳湖县]检查防汛工作。{told}") == parts


def test_who_gives_at_a_ceremony_or_opens_a_match_takes_part_and_whom_a_reporter_meets_does_not():
    ceremony = "3月5日，助学金发放仪式在[L礼堂]举行。[O团市委][R书记][P石岩]为学生代表发放助学金。"
    assert parts_of(ceremony) == {"石岩": "attendee"}
    assert parts_of("3月5日，首届村球联赛揭幕。[R部长][P石岩]为比赛开球。") == {"石岩": "attendee"}
    opening = "3月5日，[O安海公司]新厂投产仪式举行。\n在车间，记者看到，机器轰鸣。[O安海公司][R总经理][P石岩]说，产能翻番。"
    assert parts_of(opening) == {}
    assert parts_of("3月5日，市帆船赛落幕。“拿奖牌让我高兴。”[O市队][R教练][P石岩]赛后说。") == {"石岩": "attendee"}


def test_the_name_has_no_season_that_the_headline_leaves_out():
    title = "# 省速度滑冰冠军赛收官\n3月5日，2030—2031赛季省速度滑冰冠军赛在[L安河冰场]举行。"
    assert event_of(title).name == "省速度滑冰冠军赛"
    title = "# 全市职业技能大赛决出七个工种冠军\n3月5日，[L安河市]第十一届职业技能大赛在[O市技校]落下帷幕。"
    assert event_of(title).name == "全市职业技能大赛"


def test_what_the_headline_proposes_is_no_name_of_a_tour():
    newsprint = "> 调研组在[L云阳]调研时建议\n# 农田要管得住\n3月5日，[R副市长][P石岩]赴[L云阳县]，调研农田管护工作。"
    assert event_of(newsprint).name == "调研农田管护工作"


@pytest.mark.parametrize(
    ("newsprint", "name", "organisers"),
    [
        ("3月5日，[O县梆子剧团]“送戏下乡”惠民演出走进[L石河村]。", "“送戏下乡”惠民演出", ("县梆子剧团",)),
        (
            "3月5日，[O市交警支队]联合[O市城管局]、[O石河社区]在路口开起现场协调会。",
            "现场协调会",
            ("市交警支队", "市城管局", "石河社区"),
        ),
        (
            "一声令下，清障车依次驶出……3月5日，[O市交警支队]联合[O市交通局]，在[L石河路]举行防冻演练，各县队伍同步观摩。",
            "防冻演练",
            ("市交警支队", "市交通局"),
        ),
        ("3月5日上午，[L石河小区]楼前，居民们张罗了一场电梯启用仪式。", "电梯启用仪式", ()),
        ("3月5日，全市防火会议召开。\n又讯 据预报，明天有雨。", "全市防火会议", ()),
    ],
)
def test_bodies_that_do_it_together_and_homely_words_for_holding(newsprint, name, organisers):
    event = event_of(newsprint)

    assert (event.name, event.organisers) == (name, organisers)


def test_a_call_for_entries_is_no_event():
    assert not read("3月5日起，本报面向社会开展“村味”短视频征集活动。").events


def test_who_only_comments_on_a_trial_is_no_party_to_it():
    parts = parts_of(
        "3月5日，[O县法院]公开开庭审理一起合同纠纷案。[R原告][P乔禾]到庭。[R律师][P石岩]提醒，签合同要留心。[P冯立山]认为，判得公道。"
    )
    assert parts == {"乔禾": "attendee"}


def test_a_report_may_open_with_its_place():
    assert event_of("3月5日上午，[L柳湖公园]内，彩旗飘扬。首届柳湖灯会正式开幕。").places == ("柳湖公园",)


def test_one_half_of_a_joint_name_is_no_event_of_its_own_and_whom_others_commend_says_nothing():
    newsprint = (
        "3月5日，第三届邻里节暨柳湖社区生日会在[L柳湖公园]举行。[P石岩]等居民受到通报表扬。"
        "\n夕阳西下，邻里节在[L柳湖公园]落幕。"
    )
    assert (event_of(newsprint).name, parts_of(newsprint)) == ("第三届邻里节暨柳湖社区生日会", {})


def test_who_is_seen_off_takes_no_part_and_who_sees_him_off_does():
    newsprint = "3月5日，[P乔禾]同志遗体送别活动在[L安河]举行。\n[P石岩]等市领导前往[L殡仪馆]为[P乔禾]同志送别。"
    assert parts_of(newsprint) == {"石岩": "attendee"}


def test_who_is_mourned_takes_no_part():
    newsprint = "3月5日，[P高原]同志遗体送别活动举行。[P高原]同志亲属、[P石岩]参加送别活动。"
    assert parts_of(newsprint) == {"石岩": "attendee"}


def test_two_meetings_of_a_tour_with_a_day_each_are_two():
    newsprint = (
        "3月5日至6日，[O省社科院]调研组赴[L云阳县]开展旅游调研。\n5日上午，调研组在[L云阳县]召开见面座谈会。"
        "\n6日下午，调研组在[L云阳县]召开调研座谈会，[O县委][R书记][P冯立山]主持会议。"
    )
    _, first, second = read(newsprint).events
    assert (first.name, second.name) == ("见面座谈会", "调研座谈会")
    assert not first.participants
    assert [taker.person for taker in second.participants] == ["冯立山"]


def test_what_was_held_days_before_is_background():
    event_of("3月24日，市委召开常委会会议。\n3月10日，我市召开公开选拔领导干部工作会议，进行了动员。")


def test_what_an_opening_is_made_of_is_no_event_of_its_own():
    event_of("3月5日，安河市第二届运动会开幕式在[L市体育场]举行。\n随后，举行了升国旗奏国歌仪式。")


def test_what_is_done_at_an_activity_is_no_event_of_its_own():
    event_of("3月5日，[O市消防大队]开展逃生演练活动。\n活动中，队员们同步开展“消防进校园”宣讲活动。")
    event_of("3月5日，市“三下乡”活动在[L北村]举行。\n活动当日，[O市剧团]开展送戏演出活动。")


def test_who_leads_others_to_do_it_takes_part_and_who_spoke_there_long_ago_does_not():
    newsprint = (
        "3月5日，[R副县长][P石岩]带领执法队在[L柳湖水库]开展联合执法行动。\n"
        "护水在柳湖有传统，早在1927年，[P毛乐山]就在这里发表了演讲。"
    )
    assert parts_of(newsprint) == {"石岩": "attendee"}


def test_whoever_gives_money_there_takes_part():
    event = event_of("9月5日，[O区慈善会]举行“一日捐”活动，[R区委书记][P石岩]带头捐款，区四套班子领导、机关干部职工纷纷捐款。")
    assert [taker.person for taker in event.participants] == ["石岩"]
    assert list(event.groups) == ["区四套班子领导", "机关干部职工"]


def test_a_body_of_the_same_name_does_not_shorten_it():
    newsprint = "3月5日，第八届全国园林年会在[L柳湖]开幕。\n全国园林年会会长[P石岩]介绍了情况。"
    assert event_of(newsprint).name == "第八届全国园林年会"


def test_a_course_that_opens_with_a_ceremony_is_one_and_who_gives_its_first_lesson_speaks():
    newsprint = "3月5日，基层干部轮训班在[L石桥]开学。[R副部长][P石岩]出席开学典礼。\n开学典礼后，[P乔禾]给学员上第一堂课。"
    assert event_of(newsprint).kind == EventKind.CEREMONY
    assert parts_of(newsprint) == {"石岩": "attendee", "乔禾": "speaker"}


@pytest.mark.parametrize(
    ("newsprint", "place"),
    [
        ("5月23日，在[L柳湖镇]，[O县农业局]组织农技人员举办机插秧现场观摩会。", "柳湖镇"),
        ("1月12日，[O县文旅局]组织[O县剧团]到[L北村]开展送戏下乡活动。", "北村"),
    ],
)
def test_a_report_may_open_in_its_place_and_who_is_sent_goes_to_it(newsprint, place):
    event = event_of(newsprint)
    assert (list(event.places), len(event.organisers)) == ([place], 1)


def test_what_is_decided_on_tells_of_no_place():
    meeting = "3月5日，[O市六届人大常委会]召开第十二次会议，决定于4月上旬在[L安河]召开市六届人大三次会议。"
    assert event_of(meeting).places == ()


@pytest.mark.parametrize(
    ("newsprint", "places"),
    [
        (
            "3月5日，[R市长][P冯立山]先后来到万春纺织、[O安海公司]、[O永茂厂]等企业走访，调研复工情况。",
            ["万春纺织", "安海公司", "永茂厂"],
        ),
        (
            "3月5日，[R市长][P冯立山]深入到汇丰商业综合体项目、[L柳湖]石膏项目、[O安海公司]改扩建项目现场调研。",
            ["汇丰商业综合体项目", "柳湖石膏项目", "安海公司"],
        ),
        (
            "3月5日，[O区政协][R主席][P乔禾]来到[O云阳小学]，慰问了[O安河中学]、[O柳湖中学]和[O云阳小学]的8名教师代表。",
            ["云阳小学"],
        ),
        ("第五届[L安河]灯会5日在[L安河市]网红旅游景点“云上驿站”开幕。", ["云上驿站"]),
    ],
)
def test_projects_brands_and_quoted_names_are_places_and_homes_of_guests_are_none(newsprint, places):
    assert list(event_of(newsprint).places) == places


@pytest.mark.parametrize(
    ("newsprint", "organisers"),
    [
        (
            "3月5日，由[O市科协]、[O市科技局]指导，[O安河周刊]、[O安海集团]共同举办的第七届安河论坛在[L柳湖宾馆]举行。",
            ["安河周刊", "安海集团"],
        ),
        ("3月5日，第七届安河论坛在[L柳湖宾馆]举行。论坛由[O市贸促会]与[O市商务局]合办。", ["市贸促会", "市商务局"]),
    ],
)
def test_who_holds_it_is_told_apart_from_who_guides_it(newsprint, organisers):
    assert list(event_of(newsprint).organisers) == organisers


def test_a_day_may_follow_a_festival_week_and_the_fuller_name_that_of_a_bare_meeting():
    event = event_of("第五届安河视听周5日在[L柳湖宾馆]开幕。", issue_date="2024-03-06")
    assert event.date
    assert event.date.start == "2024-03-05"
    newsprint = "# [O安河大学]召开会议推进软件工作\n3月5日，由办公室组织召开的[O安河大学]软件工作推进会在[L柳湖楼]举行。"
    assert event_of(newsprint).name == "安河大学软件工作推进会"


def test_of_one_paragraph_what_the_headline_names_is_the_news():
    newsprint = (
        "# 2031安河投资论坛举行\n第八届[L安河]洽谈会于3月5日在[L安河市]开幕。作为其重要活动之一，2031安河投资论坛于上午10点"
        "在[L柳湖宾馆]正式开启。[R市长][P冯立山]主持论坛。"
    )
    main, *_ = read(newsprint).events
    assert main.name == "2031安河投资论坛"
    assert list(main.places) == ["柳湖宾馆"]


@pytest.mark.parametrize(
    ("newsprint", "name", "places"),
    [
        ("3月5日，[L县体育馆]彩旗飘扬，第四届茶艺大赛在这里举行。", "第四届茶艺大赛", ["县体育馆"]),
        ("2031安河投资论坛自3月5日起一连两日在[L柳湖宾馆]举行。", "2031安河投资论坛", ["柳湖宾馆"]),
    ],
)
def test_the_venue_may_open_the_sentence_and_the_days_stand_before_it(newsprint, name, places):
    event = event_of(newsprint)
    assert (event.name, list(event.places)) == (name, places)


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("[L石河区柳湖园区]新型玻璃项目现场塔吊林立。[P冯立山]一边走一边看。", ("石河区柳湖园区新型玻璃项目现场",)),
        ("眼下，[L柳湖镇石河村]的万亩水稻已经开镰。[P冯立山]叮嘱随行的农技人员抓紧收割。", ("柳湖镇石河村",)),
        ("总投资9亿元的[O安海水泵公司]二期项目，将于年底投产。[P冯立山]详细询问进度。", ("安海水泵公司二期项目",)),
        ("[L石河村纺机厂家属院]建于1986年。[P冯立山]十分高兴。", ("石河村纺机厂家属院",)),
        ("[L石河水库]除险加固工程现场机器轰鸣。[P冯立山]仔细察看。", ("石河水库",)),
        ("“屋里二十四度！”在[L石河社区]居民[P石岩]家中，[P冯立山]伸手去摸暖气片。", ("石河社区",)),
        ("随后，[P冯立山]来到[L安河县柳湖镇]。在[L柳湖镇]，[P冯立山]同村民交谈。", ("安河县柳湖镇",)),
    ],
)
def test_a_site_that_opens_a_paragraph_and_a_home_are_stops(paragraph, places):
    tour = f"3月5日，[R市长][P冯立山]到[L安河区]调研工业项目建设。\n{paragraph}"
    assert event_of(tour).places == ("安河区", *places)


def test_those_at_a_meeting_may_look_at_sites():
    meeting = "3月5日，全市加梯推进会在[L柳湖区]召开。与会人员先后观摩了[L石河小区]、[L渡口新村]加梯现场。"
    assert event_of(meeting).places == ("柳湖区", "石河小区", "渡口新村")


def test_what_is_yet_to_be_attended_is_no_event():
    assert read("[R市长][P冯立山]5日出席[O市政府]常务会议前会见媒体时表示，要抓好春耕。").events == ()


def test_a_place_of_one_character_within_a_word_is_no_venue():
    newsprint = "3月5日，第三次在[L意]联合巡逻启动仪式举行。[R局长][P乔禾]讲话。"
    assert list(event_of(newsprint).places) == []


def test_a_court_that_sits_elsewhere_holds_it_and_who_declares_it_open_is_no_ship():
    newsprint = "3月5日，[O云阳县人民法院]把庭审搬到了[L柳沟村]，公开审理一起土地纠纷案，60余名村民旁听。"
    event = event_of(newsprint)
    assert (list(event.organisers), list(event.places)) == (["云阳县人民法院"], ["柳沟村"])
    event = event_of("3月5日，[O云阳县人民法院]把庭审搬到了[L柳沟村]的苹果园，公开审理一起土地纠纷案，60余名村民旁听。")
    assert list(event.places) == ["柳沟村的苹果园"]
    newsprint = "3月5日，[L安河港]至[L柳湖港]航线开航。[R副市长][P乔禾]宣布开航。"
    assert event_of(newsprint).name == "安河港至柳湖港航线开航"


@pytest.mark.parametrize(
    ("newsprint", "parts"),
    [
        ("3月5日，[L柳湖大桥]正式通车。\n[O县交通局][R总工程师][P石岩]介绍，桥长386米。", {}),
        ("3月5日，[O县医院]在[L柳湖镇]开展义诊活动。\n[O县医院][R院长][P石岩]说，已有3项新技术。", {}),
        ("3月5日，渔船交付仪式在[L安河]举行。\n据[O市渔业局][R局长][P石岩]介绍，全市有船900艘。", {}),
        ("3月5日，石膏项目投产仪式在[L安河]举行。\n集团[R总工程师][P石岩]介绍，能耗低两成。", {"石岩": "speaker"}),
        ("3月5日，职工技能竞赛落幕。\n“题目都来自车间。”[R裁判长][P石岩]说。", {"石岩": "attendee"}),
        ("3月5日，自行车赛在[L安河]落幕，[P石岩]摘得[P黄衫]。", {"石岩": "attendee"}),
        (
            "3月5日，[O县医院]在[L柳湖镇]开展义诊活动。\n[R医生][P石岩]把医嘱写成大字，递给83岁的[P乔禾]。",
            {"石岩": "attendee", "乔禾": "attendee"},
        ),
    ],
)
def test_who_only_tells_of_the_background_takes_no_part_and_who_is_at_work_does(newsprint, parts):
    assert parts_of(newsprint) == parts


def test_a_meeting_goes_on_where_the_paragraph_of_its_ceremony_ends():
    newsprint = (
        "3月5日，市六届人大常委会举行第九次会议。\n[P石岩]为[P林萱]颁发任命书，随后举行宪法宣誓仪式。\n"
        "[R副市长][P乔禾]，各县人大常委会负责人列席会议。"
    )

    meeting, ceremony = read(newsprint).events
    assert "乔禾" in {taker.person for taker in meeting.participants}
    assert (ceremony.name, {taker.person for taker in ceremony.participants}) == ("宪法宣誓仪式", {"石岩", "林萱"})


def test_half_width_marks_are_read_as_full_ones_and_quoted_as_they_stand():
    newsprint = "3月5日,首届柳湖灯会在[L柳湖公园]开展,彩灯亮起;游人如织。"

    (event,) = read(newsprint).events
    assert (list(event.places), event.quote) == (["柳湖公园"], "3月5日,首届柳湖灯会在柳湖公园开展,彩灯亮起;游人如织。")


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("[O市电力局][R局长][P石岩]回答记者提问。", "speaker"),
        ("[O市电力局][R局长][P石岩]就停电检修答记者问。", "speaker"),
        ("[O市电力局][R局长][P石岩]出席发布会，并回答了在场记者的提问。", "speaker"),
        ("[O市电力局][R局长][P石岩]发布十大用电案例。", "speaker"),
    ],
)
def test_who_answers_at_a_press_conference_speaks(sentence, part):
    told = f"6月10日，[O市政府新闻办]举行夏季用电新闻发布会。[R副市长][P乔禾]介绍有关情况，{sentence}"
    assert parts_of(told) == {"乔禾": "speaker", "石岩": part}


def test_who_answers_reporters_elsewhere_only_attends():
    assert parts_of("6月10日，[R市长][P冯立山]出席全市用电大会，并在会后回答记者提问。") == {"冯立山": "attendee"}


def test_who_chairs_a_meeting_on_a_tour_only_attends_the_tour():
    tour, meeting = read("6月10日，[R市长][P冯立山]到[L柳湖镇]调研用电工作并主持召开座谈会。").events

    assert [taker.part for taker in tour.participants] == [PartTaken.ATTENDEE]
    assert [taker.part for taker in meeting.participants] == [PartTaken.CHAIR]


@pytest.mark.parametrize(
    ("opening", "eve"),
    [
        ("春节前夕，[O县摄影协会]组织16名会员走进[L柳湖社区]，为老人拍照。", "春节前夕"),
        ("“五四”青年节前夕，[R市长][P冯立山]到[L柳湖镇]走访青年。", "“五四”青年节前夕"),
        ("在重阳节来临之际，[O县医院]到[L柳湖镇]开展义诊活动。", "重阳节来临之际"),
        ("国庆节前夕，9月28日，[O县医院]在[L柳湖镇]开展义诊活动。", "9月28日"),
    ],
)
def test_the_eve_of_a_feast_tells_when_where_no_day_does(opening, eve):
    date = event_of(opening).date
    assert date
    assert date.text == eve


def test_a_body_that_sends_people_somewhere_holds_what_they_do_there():
    event = event_of("3月5日，[O安河电厂]组织20名青工来到[L柳湖敬老院]，打扫庭院、整理房间。")
    assert (event.organisers, list(event.places), list(event.groups)) == (("安河电厂",), ["柳湖敬老院"], ["20名青工"])


def test_a_court_sits_where_it_is_moved_to_and_last_words_are_said_there():
    event = event_of("3月5日，[O县法院]将法庭“搬”进[L柳湖茶场]。“我认罚。”[P丁某]在最后陈述时说。")
    assert (event.organisers, list(event.places)) == (("县法院",), ["柳湖茶场"])
    assert [taker.part for taker in event.participants] == [PartTaken.SPEAKER]


@pytest.mark.parametrize(
    ("witnessed", "name"),
    [("双方签署供水合作协议", "签署供水合作协议"), ("供水合作协议签署", "供水合作协议签署")],
)
def test_what_those_who_meet_see_signed_is_an_event_with_who_signs(witnessed, name):
    meeting, signing = read(
        f"3月5日，[R市长][P冯立山]会见[O石泉水务][R董事长][P石岩]一行，并共同见证{witnessed}。"
        "[R副市长][P乔禾]与[O石泉水务][R总经理][P林萱]代表双方签约。[R秘书长][P高原]参加会见。"
    ).events

    assert [taker.person for taker in meeting.participants] == ["冯立山", "石岩", "高原"]
    assert (signing.kind, signing.name) == (EventKind.CEREMONY, name)
    assert [taker.person for taker in signing.participants] == ["冯立山", "石岩", "乔禾", "林萱"]


def test_what_is_shown_behind_a_ceremony_is_no_event_of_its_own():
    newsprint = "3月5日，[O县消防队]举行消防宣传月启动仪式。仪式后，与会人员观看了高楼灭火演练。"
    assert event_of(newsprint).name == "消防宣传月启动仪式"


def test_what_goes_on_from_another_page_has_its_meeting_where_it_closes():
    told = "要抓好补种，不误农时。\n[R县长][P冯立山]就贯彻会议精神提出要求，[R副县长][P乔禾]等参加会议。"
    event = event_of(told, continued_from=1)

    assert (event.kind, event.name, event.date) == (EventKind.MEETING, "会议", None)
    assert [(taker.person, taker.part.value) for taker in event.participants] == [("冯立山", "speaker"), ("乔禾", "attendee")]
    assert read(told).events == ()


def test_a_talk_of_a_day_of_its_own_belongs_to_a_tour():
    tour, talk = read(
        "3月5日至7日，[R副省长][P冯立山]率检查组来[L安河市]检查治污工作。\n在7日上午召开的座谈会上，[P冯立山]说，成绩不易。"
    ).events

    assert (tour.kind, talk.name, talk.date and talk.date.text) == (EventKind.INSPECTION, "座谈会", "7日上午")


def test_a_press_conference_and_what_it_announces_are_two_events():
    newsprint = (
        "6月10日，2031柳湖越野赛新闻发布会在[L安河市]举行。记者从会上获悉，本届赛事将于6月28日在[L柳湖景区]开赛。\n"
        "赛事由[O市体育局]主办。"
    )

    press, race = read(newsprint).events
    assert (press.kind, press.organisers, list(press.places)) == (EventKind.MEETING, (), ["安河市"])
    assert (race.kind, race.name, race.status.value) == (EventKind.COMPETITION, "2031柳湖越野赛", "planned")
    assert (list(race.places), race.organisers) == (["柳湖景区"], ("市体育局",))


@pytest.mark.parametrize(
    ("newsprint", "kind"),
    [
        ("3月5日，志愿填报咨询会在[L安河会展城]举行。", EventKind.OTHER),
        ("3月5日，[R市长][P石岩]率队到访[O柳湖公司]，与总经理[P乔禾]举行座谈。", EventKind.MEETING),
    ],
)
def test_a_fair_of_advice_is_no_meeting_and_a_visit_to_talk_is_one(newsprint, kind):
    assert event_of(newsprint).kind == kind


def test_what_a_plan_opens_by_number_is_no_event():
    assert read("# 招生方案出炉\n3月5日，[O市教育局]公布招生方案。今年2所新校投用，新增学位2340个。").events == ()


@pytest.mark.parametrize(
    ("newsprint", "names"),
    [
        (
            "3月5日，[R县长][P乔禾]主持召开[O县政府]党组会议和[O县政府]第9次常务会议。",
            ["县政府党组会议", "县政府第9次常务会议"],
        ),
        (
            "3月5日，[O市人大常委会]第八次会议举行。\n上午，[R主任][P石岩]还主持召开党组（扩大）会议、第十二次主任会议。",
            ["市人大常委会第八次会议", "党组（扩大）会议", "第十二次主任会议"],
        ),
        ("3月5日，[R县长][P乔禾]主持召开全县防火工作会议和有关人员座谈。", ["全县防火工作会议"]),
    ],
)
def test_meetings_that_are_convened_together_are_two(newsprint, names):
    events = read(newsprint).events
    assert [event.name for event in events] == names
    assert all(event.participants for event in events[1:])


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("[P乔禾]看望慰问了[P石岩]、[P高原]等困难职工。", {"石岩": "attendee", "高原": "attendee"}),
        ("[P乔禾]来到贫困户[P石岩]、[P高原]家中，送上慰问金。", {"石岩": "attendee", "高原": "attendee"}),
        ("[P乔禾]来到[P石岩]和[P高原]等老党员家中，送上慰问金。", {"石岩": "attendee", "高原": "attendee"}),
        ("[R副县长][P石岩]、[O县农业局][R局长][P高原]一行先后来到[L石桥村]。", {"石岩": "attendee", "高原": "attendee"}),
        ("村民[P石岩]走进大棚。", {}),
        ("[R教师][P石岩]走进教室。", {}),
        ("镇里请来[P石岩]等企业家，很受欢迎。", {}),
        ("[P乔禾]走访了养老院，那里住着[P石岩]。", {}),
        ("他充分肯定全县成绩，强调要再加把劲。", {"乔禾": "speaker"}),
        ("他对值班的[R副主任][P石岩]说，要守好夜。", {"乔禾": "speaker"}),
        ("由[O柳湖县委][R书记][P石岩]带队，[P高原]陪同调研。", {"石岩": "attendee", "高原": "attendee"}),
    ],
)
def test_who_is_called_on_or_goes_along_on_a_tour_takes_part(told, parts):
    tour = f"3月5日，[R县长][P乔禾]到[L柳湖镇]走访慰问困难群众。{told}"
    assert parts_of(tour) == {"乔禾": "attendee"} | parts


def test_who_takes_others_along_is_on_the_tour_too():
    tour = "[R局长][P乔禾]于3月5日带领党员[P石岩]、[P高原]前往[L柳湖社区]慰问困难老人。"
    assert parts_of(tour) == {"乔禾": "attendee", "石岩": "attendee", "高原": "attendee"}


def test_who_is_led_on_a_tour_takes_part_with_who_leads():
    tour = "3月5日，[R副主任][P石岩]、[R干事][P高原]等在[R书记][P乔禾]的带领下在辖区开展走访调研。"
    assert parts_of(tour) == {"乔禾": "attendee", "石岩": "attendee", "高原": "attendee"}


def test_what_somebody_has_been_at_before_a_tour_is_no_event():
    tour = "3月5日，[R县长][P乔禾]在参加完视频调度会后，立即带队前往[O柳湖油库]检查督导。"
    event = event_of(tour)
    assert (event.kind, event.name, event.places) == (EventKind.INSPECTION, "检查督导", ("柳湖油库",))


def test_a_meeting_of_a_tour_is_told_with_who_chairs_it():
    tour = "3月5日，[R县长][P乔禾]到[L柳湖镇]调研防汛工作。随后，组织召开了由[R副县长][P石岩]主持，各镇负责人参加的座谈会。"
    first, second = read(tour).events
    assert [(taker.person, taker.part.value) for taker in first.participants] == [("乔禾", "attendee")]
    assert (second.name, second.groups) == ("座谈会", ("各镇负责人",))
    assert [(taker.person, taker.part.value) for taker in second.participants] == [("石岩", "chair")]

    tour = "3月5日，[R县长][P乔禾]到[L柳湖镇]调研防汛工作并召开座谈会。\n座谈会由[R副县长][P石岩]主持。"
    first, second = read(tour).events
    assert [taker.person for taker in first.participants] == ["乔禾"]
    assert "石岩" in [taker.person for taker in second.participants if taker.part == PartTaken.CHAIR]


def test_who_is_studied_was_not_there_nor_was_it_held_where_he_spoke():
    meeting = (
        "3月5日，[R市长][P乔禾]主持召开[O市政府党组]理论学习中心组会议。\n会议传达学习了[R书记][P石岩]在[L省委党校]"
        "培训班开班式上的讲话，[R院长][P高原]近期重要讲话和[P林萱]同志《论治水》，进行交流研讨。"
    )
    event = event_of(meeting)
    assert (event.places, [taker.person for taker in event.participants]) == ((), ["乔禾"])


def test_who_goes_to_a_meeting_that_others_chair_does_not_chair_it():
    meeting = "3月5日，[R县长][P乔禾]参加市领导主持的防汛会议。"
    assert parts_of(meeting) == {"乔禾": "attendee"}
    assert parts_of("3月5日，由[R县长][P乔禾]主持的防汛工作会议在[L县城]召开。") == {"乔禾": "chair"}


def test_who_goes_along_or_meets_later_is_met_by_nobody():
    tour = "3月5日，[R副省长][P石岩]到[L柳湖县]调研旅游工作。[R市长][P乔禾]陪同或参加座谈。"
    tour += "\n在随后召开的座谈会上，[P乔禾]汇报了情况。"
    assert [event.name for event in read(tour).events] == ["调研旅游工作", "座谈会"]


def test_a_tour_may_part_into_several_ways():
    tour = "3月5日，[R县长][P乔禾]，[R副县长][P石岩]分三路走访慰问驻县官兵。"
    assert event_of(tour).name == "走访慰问驻县官兵"
    assert parts_of(tour) == {"乔禾": "attendee", "石岩": "attendee"}


def test_who_is_accompanied_speaks_rather_than_who_goes_along():
    tour = "3月5日，[R副市长][P乔禾]在[R局长][P石岩]、[R书记][P高原]等的陪同下，到[L柳湖水库]检查工作，并向大家表示慰问。"
    assert parts_of(tour) == {"乔禾": "speaker", "石岩": "attendee", "高原": "attendee"}


def test_who_sets_the_tasks_at_a_meeting_speaks():
    assert parts_of("3月5日，全市防火工作会议召开。[R副市长][P乔禾]安排部署下一阶段工作。") == {"乔禾": "speaker"}
    assert parts_of("3月5日，全市防火工作会议召开，研究安排部署防火工作。[R副市长][P乔禾]出席。") == {"乔禾": "attendee"}


def test_a_body_may_tour_as_a_whole():
    event = event_of("3月5日，[O县委常委会]集体调研[L柳湖镇]、[L石桥镇]。")
    assert (event.kind, event.places) == (EventKind.INSPECTION, ("柳湖镇", "石桥镇"))


@pytest.mark.parametrize(
    ("newsprint", "name"),
    [
        (
            "# 我县举办“老区新貌”演讲比赛\n3月5日，由[O县老促会]举办的“老区新貌”演讲比赛在[L县礼堂]举行。\n"
            "我县举办这次“老区新貌”比赛，是为了发展。",
            "“老区新貌”演讲比赛",
        ),
        ("# 云阳县领导看望慰问教职员工\n3月5日，[R县长][P石岩]到[O柳湖中学]看望教育工作者。", "看望慰问教职员工"),
        ("3月5日，[R县长][P石岩]赴[L石桥县]对接结对帮扶工作。", "对接结对帮扶工作"),
        ("3月5日，[R市长][P石岩]带领相关部门负责同志赴[O省水利厅]汇报衔接工作。", "汇报衔接工作"),
        (
            "3月5日，[R副主任][P石岩]带队来安，就贯彻实施《安河省水条例》情况进行执法检查。",
            "执法检查贯彻实施《安河省水条例》情况",
        ),
        ("3月5日，县运动会开幕。开幕式后，各项比赛正式开始。", "县运动会"),
    ],
)
def test_the_name_is_that_of_the_whole_and_not_what_comes_back_to_it(newsprint, name):
    assert event_of(newsprint).name == name


def test_who_announces_it_is_no_part_of_its_name():
    press, fair = read("3月5日，[O云阳县政府]召开新闻发布会，宣布首届柳湖农业博览会将于3月18日在[L云阳县体育馆]举办。").events
    assert (press.name, fair.name) == ("云阳县政府新闻发布会", "首届柳湖农业博览会")


@pytest.mark.parametrize(
    "newsprint",
    [
        "3月5日傍晚，[L柳湖公园]的喷泉自动开启，游客纷纷拍照。",
        "3月5日傍晚，提着菜篮的[P石岩]走进[L柳湖小区]，按下电梯按钮。",
        "3月5日上午，81岁的[P石岩]来到[O安海银行]，要把存款全部取走。",
        "近日，[O柳湖小学]的劳动教育活动成果在学校大厅展出，吸引了不少家长驻足。",
    ],
)
def test_what_goes_by_itself_or_is_shown_is_no_event(newsprint):
    assert not read(newsprint).events


@pytest.mark.parametrize(
    ("newsprint", "organisers"),
    [
        ("3月5日，[L柳湖社区]联合[O县人民医院]开展“情暖重阳”义诊活动。", ["柳湖社区", "县人民医院"]),
        ("近日，[L石桥社区]、[O县消防队]、[O安居物业]等单位联合开展了消防演练活动。", ["石桥社区", "县消防队", "安居物业"]),
        ("3月5日，在[L柳湖镇]，[O县医院]联合[O县妇联]开展义诊活动。", ["县医院", "县妇联"]),
    ],
)
def test_an_area_holds_it_with_the_bodies_it_is_listed_with(newsprint, organisers):
    assert list(event_of(newsprint).organisers) == organisers


@pytest.mark.parametrize(
    ("newsprint", "places"),
    [
        ("3月5日，[R县长][P石岩]到[O省文化和旅游厅]调研。", ["省文化和旅游厅"]),
        ("3月5日，[R县长][P石岩]深入[L柳湖街道]辖区[L石河社区]、[L大田小区]，实地调研工作。", ["石河社区", "大田小区"]),
        ("3月5日，[R县长][P石岩]莅临[L柳湖镇]调研春耕工作。", ["柳湖镇"]),
        ("3月5日，[O县消防大队]深入辖区重点单位[O柳湖中学]开展熟悉演练。", ["柳湖中学"]),
        ("3月5日，全县企业家座谈会在[L石桥]读书之家举行。", ["石桥读书之家"]),
        ("3月5日，[R县长][P石岩]到[L柳湖镇]调研。[P石岩]结合工作中存在问题汇报思路，提出要求。", ["柳湖镇"]),
    ],
)
def test_a_body_keeps_its_name_and_an_area_only_leads_to_its_site(newsprint, places):
    assert list(event_of(newsprint).places) == places


def test_a_sentence_belongs_to_the_event_that_it_names():
    press, fair = read(
        "3月5日，[O云阳县政府]召开新闻发布会，宣布首届柳湖农业博览会将于3月18日举办。"
        "筹备工作正在推进。据悉，首届柳湖农业博览会由[O县农业局]主办。"
    ).events
    assert (press.organisers, fair.organisers) == (("云阳县政府",), ("县农业局",))


@pytest.mark.parametrize(
    ("newsprint", "day"),
    [
        ("今天,9月23日,我们迎来丰收节。上午9时，首届丰收节庆祝活动在[L柳湖公园]拉开序幕。", "9月23日"),
        ("[L云阳县]举行项目集中开工仪式。据了解，当天集中开工18个项目。", None),
        ("3月5日，[L云阳县]举行项目集中开工仪式。据了解，当天集中开工18个项目。", "3月5日"),
    ],
)
def test_a_day_is_told_by_its_number_and_not_by_what_was_told_before(newsprint, day):
    date = event_of(newsprint).date
    assert (date.text if date else None) == day


def test_who_was_on_a_tour_has_come_back_from_it():
    tour = event_of("3月8日，[R县长][P石岩]赴[L柳湖镇]调研春耕工作。", issue_date="2031-03-05")
    assert tour.status == EventStatus.HELD


def test_the_winners_of_a_preliminary_are_told_once():
    contest = (
        "3月5日，“舞动柳湖”广场舞大赛决赛在[L黄河广场]举办。2月28日，20支代表队在[L云阳广场]进行了预赛。"
        "12支队伍脱颖而出，12支优秀队伍依次展示，12支代表队合跳一曲。"
    )
    assert event_of(contest).groups == ("12支队伍",)


def test_whose_speech_won_attends_the_contest():
    contest = "3月5日，柳湖演讲比赛在[L安河市]举行。来自[L石桥镇]的[P石岩]演讲的《一封感谢信》获得一等奖。"
    assert parts_of(contest) == {"石岩": "attendee"}


def test_a_long_sentence_of_dates_is_read_in_time_proportional_to_its_length():
    def seconds(size):
        reading = find_persons(mark(f"3月5日，[O县文联]举办书画展。{'展期至6月10日，3月5日举行座谈会，' * size}"))
        begin = process_time()
        find_events(reading)
        return process_time() - begin

    assert least(seconds, 1600) < 20 * max(least(seconds, 200), 0.02)
