import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yaowen.facts.canonical import resolve_names
from yaowen.facts.statistics import FindStatistics
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Label, Mention, Publication
from yaowen.text import Text, quote

ALPHABET = (
    "0123456789１２一二两三十百万亿半成倍分之第.,，。、%％元个家人亩年月日全市县增长下降占同比累计至从由“”/+-第位居为对 \nA"
)


def read(raw, marks=(), *, home=None, issue_date="2024-10-20", role=BlockRole.PARAGRAPH):
    clipping = Clipping((Part(role, Text.of(raw)),), publication=Publication(issue_date=issue_date), home=home)
    mentions = tuple(Mention.at(clipping.text, start, end, label) for start, end, label in marks)
    return FindStatistics(network=False)(resolve_names(Reading(clipping, mentions))).statistics


def mark(raw, **names):
    """Every occurrence of each name: `mark(raw, 云州="PLACE")`."""
    return [
        (place, place + len(name), Label(label))
        for name, label in names.items()
        for place in range(len(raw))
        if raw.startswith(name, place)
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("全市新改建农村公路320公里。", [("320公里", "新改建农村公路")]),
        ("全区现有外贸企业86家。", [("86家", "外贸企业")]),
        ("96个签约项目总投资超1500亿元。", [("96个", "签约项目"), ("1500亿元", "签约项目总投资")]),
        ("建成投用口袋公园9个、城市书房3座。", [("9个", "口袋公园"), ("3座", "城市书房")]),
        ("总投资3亿元的新材料项目开工。", [("3亿元", "新材料项目总投资")]),
        ("18万平方米新材料产业园投产。", [("18万平方米", "新材料产业园面积")]),
        ("为312户申请的老人进行了家庭照护改造。", [("312户", "老人家庭照护改造")]),
        ("对75个村级活动中心进行改造提升。", [("75个", "村级活动中心")]),
        ("3家企业获奖。", [("3家", "获奖企业")]),
        ("惠及2万人。", [("2万人", "惠及人数")]),
        ("地区生产总值按可比价格计算增长8.5%。", [("8.5%", "地区生产总值")]),
        ("电力、热力、燃气及水生产和供应业增加值增长7%。", [("7%", "电力、热力、燃气及水生产和供应业增加值")]),
        ("龙舟、拳术等代表队分别获得3金、4银、6铜。", [("3金", "金牌"), ("4银", "银牌"), ("6铜", "铜牌")]),
        ("一亩地种甜瓜3500株，每亩收入在1800元左右。", [("3500株", "一亩地种甜瓜"), ("1800元", "每亩收入")]),
        ("服务队由20余名医护人员组成。", [("20余名", "医护人员")]),
        ("共有1000多人次参加了健康体检及咨询活动。", [("1000多人次", "参加健康体检及咨询活动人次")]),
        ("带动500户增收。", [("500户", "带动增收户数")]),
        ("救援人员累计转移群众1.2万人。", [("1.2万人", "转移群众")]),
        ("粮食、油料产量分别为18.6万吨、2.1万吨。", [("18.6万吨", "粮食产量"), ("2.1万吨", "油料产量")]),
        (
            "第二、第三产业增加值分别为41.2亿元和35.5亿元。",
            [("41.2亿元", "第二产业增加值"), ("35.5亿元", "第三产业增加值")],
        ),
        ("城乡居民人均收入分别为3.1万元、1.6万元。", [("3.1万元", "城镇居民人均收入"), ("1.6万元", "农村居民人均收入")]),
        ("进口、出口总额3亿元、5亿元，分别增长6%、7%。", None),
        ("两个项目获批。", [("两个", "获批项目")]),
        ("28个项目集中签约，总投资186亿元。", [("28个", "签约项目"), ("186亿元", "签约项目总投资")]),
        ("来自12个省市的1500余名选手参赛。", [("12个", "省市"), ("1500余名", "参赛选手")]),
        ("连线云漠岛等3个乡镇。", [("3个", "连线乡镇")]),
        ("诉前化解纠纷1427件，化解率68.5%。", [("1427件", "诉前化解纠纷"), ("68.5%", "诉前化解率")]),
        ("固定资产投资稳步回升，同比增长2.1%。", [("2.1%", "固定资产投资")]),
        ("亩均收入由原来的800元提高到现在的每亩2000元。", [("800元", "亩均收入"), ("2000元", "亩均收入")]),
        ("建起了拥有46名工程师的技术中心。", [("46名", "工程师")]),
        ("全校6000多师生参加。", [("6000多", "参加师生")]),
        ("投资10亿元以上项目5个。", [("5个", "投资10亿元以上项目")]),
        ("每年能获得7000元的工资。", [("7000元", "工资")]),
        (
            "高速公路车流量186.5万辆次，日均23.3万辆次。",
            [("186.5万辆次", "高速公路车流量"), ("23.3万辆次", "日均高速公路车流量")],
        ),
        ("力争二季度开工项目60个以上、竣工25个。", [("60个", "开工项目"), ("25个", "竣工项目")]),
        ("村医们走访5个村。", [("5个", "走访村")]),
        ("共有9名学员晋级决赛。", [("9名", "晋级决赛学员")]),
        ("六成企业已恢复正常生产。", [("六成", "恢复正常生产企业")]),
        ("全校有3名教师在市级竞赛中获奖。", [("3名", "获奖教师")]),
        ("会上，5个乡镇作表态发言。", [("5个", "作表态发言乡镇")]),
        ("300多个摊位从桥头排到戏楼。", [("300多个", "摊位")]),
        ("日产量由1.2万个提高到1.6万—1.8万个。", [("1.2万个", "日产量"), ("1.8万个", "日产量")]),
        ("该团为240名职工兑付薪酬。", [("240名", "职工")]),
        ("老周种着18亩地。", [("18亩", "地")]),
        ("每年可以领到3000元补助。", [("3000元", "补助")]),
        ("按每人每天60元的标准发放补贴。", [("60元", "发放标准")]),
        ("利润同比增长20%至40%。", [("20%", "利润"), ("40%", "利润")]),
        ("打造了2000多亩以柿子为主的特色林。", [("2000多亩", "特色林")]),
        ("市场占有率达到50%。", [("50%", "市场占有率")]),
        ("建成社区食堂8个。", [("8个", "社区食堂")]),
        ("专家组实地检查了安渡化工厂、云州码头等8处工地。", [("8处", "检查工地")]),
        ("会上提出3条意见。", [("3条", "意见")]),
        ("9名委员围绕停车、供暖等问题踊跃建言。", [("9名", "建言委员")]),
        ("3家饭店入选推荐名单。", [("3家", "入选推荐名单饭店")]),
        ("有80%的农户参加了合作社。", [("80%", "参加合作社农户")]),
        ("12个贫困村全部出列。", [("12个", "出列贫困村")]),
        ("表彰了5家幼儿园、小学和中学。", [("5家", "幼儿园、小学和中学")]),
        ("6所“平安校园”成为样板。", [("6所", "“平安校园”")]),
        ("覆盖11个县（区、市）的300所学校。", [("11个", "覆盖县（区、市）"), ("300所", "学校")]),
        ("发放树苗300株、化肥20包。", [("300株", "发放树苗"), ("20包", "发放化肥")]),
        ("茶叶产量16吨，产值160万元。", [("16吨", "茶叶产量"), ("160万元", "茶叶产值")]),
        ("签约项目6个，协议投资30亿元。", [("6个", "签约项目"), ("30亿元", "签约项目协议投资")]),
        ("全县2万人受灾。", [("2万人", "受灾人数")]),
        ("班级人数从40人减至30人。", [("40人", "班级人数"), ("30人", "班级人数")]),
        ("地区生产总值首次突破百亿大关，达到108亿元。", [("108亿元", "地区生产总值")]),
        ("检查摊位300个次。", [("300个次", "检查摊位")]),
        ("窗口受理诉求28件，已办结27件。", [("28件", "受理诉求"), ("27件", "办结诉求")]),
        ("改造老旧小区12个，到目前完工9个。", [("12个", "改造老旧小区"), ("9个", "完工老旧小区")]),
        ("医院收治患者36人，拘捕2人。", [("36人", "收治患者"), ("2人", "拘捕人数")]),
        ("合作社投入30万元修水渠。", [("30万元", "投入资金")]),
        ("配套企业由17家扩围至53家。", [("17家", "配套企业"), ("53家", "配套企业")]),
        ("班里学生从原来的61人回流到如今的138人。", [("61人", "班里学生"), ("138人", "班里学生")]),
        ("铁路、公路分别发送9.2万人次、3.5万人次。", [("9.2万人次", "铁路发送"), ("3.5万人次", "公路发送")]),
        ("水泵产销分别完成3万台和2万台。", [("3万台", "水泵产量"), ("2万台", "水泵销量")]),
        ("发生火灾12起、死亡3人，同比减少4起。", [("12起", "发生火灾"), ("3人", "死亡人数"), ("4起", "发生火灾")]),
        ("全镇有9万人口。", [("9万人", "人口")]),
        ("全市生产总值98亿元，按可比价格计算，增长5%。", [("98亿元", "生产总值"), ("5%", "生产总值")]),
        ("城镇新增就业4万人，完成年度目标的93%。", [("4万人", "城镇新增就业"), ("93%", "城镇新增就业")]),
        ("利润增长3%。其中，水泥产值占工业的比重达13%。", [("3%", "利润"), ("13%", "水泥产值比重")]),
        ("房地产开发投资下降4%。", [("4%", "房地产开发投资")]),
        ("菠菜每500克4.5元，比上周便宜1元。", [("4.5元", "菠菜每500克价格"), ("1元", "菠菜每500克价格")]),
        ("生活用水由每吨1.1元调至1.4元。", [("1.1元", "生活用水每吨价格"), ("1.4元", "生活用水每吨价格")]),
        ("烟草业增加值增长3%，采煤业下降1%。", [("3%", "烟草业增加值"), ("1%", "采煤业增加值")]),
        ("22人同意方案，3人持反对意见。", [("22人", "同意方案人数"), ("3人", "持反对意见人数")]),
        ("2人被取保候审。", [("2人", "取保候审人数")]),
        ("新改建公路3公里、水渠5公里。", [("3公里", "新改建公路"), ("5公里", "新改建水渠")]),
        ("12匹赛马报名参赛。", [("12匹", "参赛赛马")]),
        ("院方每年选派10名博士到企业。", [("10名", "每年选派博士")]),
        ("园内共有银杏300株。", [("300株", "银杏")]),
        ("车间产值8亿元（人民币，下同）、9亿元。", [("8亿元", "车间产值"), ("9亿元", "车间产值")]),
        ("日均客流量3万人次，是平日的2.4倍。", [("3万人次", "日均客流量"), ("2.4倍", "日均客流量")]),
        ("钢索强度却是铁索的7倍。", [("7倍", "钢索强度")]),
        ("发送旅客9万人次，恢复至去年同期的94%。", [("9万人次", "发送旅客"), ("94%", "发送旅客")]),
        ("42户农家乐户均日收入3万元。", [("42户", "农家乐"), ("3万元", "农家乐户均日收入")]),
        ("展品被30家企业“抢空”了。", [("30家", "企业")]),
        ("今年要把仓库面积扩大到1.5万平方米。", [("1.5万平方米", "仓库面积")]),
        ("农机及其配件、轮胎分别出口7亿元、3亿元。", [("7亿元", "农机及其配件出口"), ("3亿元", "轮胎出口")]),
        ("一、二级医院和三级医院分别有5家、2家。", [("5家", "一、二级医院"), ("2家", "三级医院")]),
        ("队员夺得8枚金牌，列奖牌榜第1位。", [("8枚", "金牌"), ("第1位", "奖牌榜")]),
        (
            "猪肉每公斤28元，上涨3%，其中排骨涨幅最大，达9%。",
            [("28元", "猪肉每公斤价格"), ("3%", "猪肉价格"), ("9%", "排骨价格")],
        ),
        ("蔬菜播种面积9万亩，总产量18万吨。", [("9万亩", "蔬菜播种面积"), ("18万吨", "蔬菜总产量")]),
        ("房源只订出四成。", [("四成", "房源")]),
        ("一季度进出口增长5%，增速居全省第4位。", [("5%", "进出口"), ("第4位", "进出口增速")]),
        ("工业增加值增速高于全省2.3个百分点。", [("2.3个百分点", "工业增加值增速")]),
        (
            "居民消费价格上涨0.5%。其中，城市上涨0.6%，农村上涨0.4%。",
            [("0.5%", "居民消费价格"), ("0.6%", "城市居民消费价格"), ("0.4%", "农村居民消费价格")],
        ),
        ("两成受访者失眠，甲国这一比例超过10%。", [("两成", "失眠受访者"), ("10%", "失眠受访者")]),
        ("确诊90人、治愈76人、死亡7人。", [("90人", "确诊人数"), ("76人", "治愈人数"), ("7人", "死亡人数")]),
        ("建成15万个新的基站，来自445所普通初中。", [("15万个", "基站"), ("445所", "普通初中")]),
        ("全市签约额19亿元（等值3亿美元）。", [("19亿元", "签约额"), ("3亿美元", "签约额")]),
        ("送上价值8万元的图书。", [("8万元", "图书价值")]),
        ("菠菜卖到7块，芹菜涨了6毛。", [("7块", "菠菜价格"), ("6毛", "芹菜价格")]),
        ("两胜一平积9分，以2分之差居次席，前锋拿下31分。", [("9分", "积分"), ("2分", "积分差"), ("31分", "得分")]),
        ("对甲国出口增速更是达到42%。", [("42%", "对甲国出口")]),
        ("一把琴要经过选材、定型等36道工序。", [("36道", "工序")]),
        ("28名焊工两班倒。", [("28名", "焊工")]),
        ("5名便衣民警正在站台值守。", [("5名", "便衣民警")]),
        ("7家3A级景区迎来游客2万人次。", [("7家", "3A级景区"), ("2万人次", "迎来游客")]),
        ("15家规上企业停产。", [("15家", "停产规上企业")]),
        ("40套（件）民间漆器集中与游客见面。", [("40套", "民间漆器")]),
        ("2000名跑者将参赛。", [("2000名", "参赛跑者")]),
        ("26名的哥获奖。", [("26名", "获奖的哥")]),
        ("80名观众挤满礼堂，5个乡镇建成敬老院。", [("80名", "观众"), ("5个", "建成敬老院乡镇")]),
        ("还有6个小区未通气。", [("6个", "未通气小区")]),
        ("产业集群产值力争冲击90亿元。", [("90亿元", "产业集群产值")]),
        ("出口额9亿元，以美元计增长6%。", [("9亿元", "出口额"), ("6%", "出口额")]),
        (
            "工业增加值增长5%，企业信心足，纺织业受淡季影响下降3%。",
            [("5%", "工业增加值"), ("3%", "纺织业增加值")],
        ),
        ("出口保持8%左右的增速。", [("8%", "出口")]),
        ("搬到12公里外的新村。", [("12公里", "距离")]),
        ("30个行业中21个实现增长。", [("30个", "行业"), ("21个", "实现增长行业")]),
        ("水库18座，有11座在警戒水位以下。", [("18座", "水库"), ("11座", "在警戒水位以下水库")]),
        ("光养蜂就挣2万元，修桥要花30万元。", [("2万元", "养蜂收入"), ("30万元", "修桥费用")]),
        ("商户“缺斤短两”被罚3万元。", [("3万元", "罚款")]),
        ("供货商6家，眼下是20家。", [("6家", "供货商"), ("20家", "供货商")]),
        ("10元管够。", [("10元", None)]),
        ("小麦已收割30万亩。", [("30万亩", "收割小麦")]),
        ("受理投诉120件，按期办结率98%。", [("120件", "投诉"), ("98%", "投诉按期办结率")]),
        ("服务企业30家，实现利润总额4亿元。", [("30家", "服务企业"), ("4亿元", "服务企业利润总额")]),
        ("采了鲜笋12斤，按每斤6元结算。", [("12斤", "采鲜笋"), ("6元", "鲜笋每斤价格")]),
        ("满载40个标准箱茶具的货车驶出园区。", [("40个标准箱", "茶具")]),
        ("石河队金牌榜升至第六。", [("第六", "金牌榜")]),
        ("30名歌手同场竞技。", [("30名", "参赛歌手")]),
        ("发放“助农贷”3亿元，年利率只有4%。", [("3亿元", "发放“助农贷”"), ("4%", "“助农贷”年利率")]),
        ("9家企业负责人参加座谈。", [("9家", "参加座谈企业")]),
        ("花去学费2万元，建成200亩矮化密植园。", [("2万元", "学费"), ("200亩", "矮化密植园")]),
        ("12栋楼已有7栋拆除。", [("12栋", "楼"), ("7栋", "拆除楼")]),
        ("这里距石河镇30公里。", [("30公里", "距石河镇距离")]),
        ("发展党员120名，其中35岁以下70名。", [("120名", "发展党员"), ("70名", "35岁以下发展党员")]),
        ("共40万人在线。", [("40万人", "在线人数")]),
        ("300多家企业与云州高校建立了协作关系。", [("300多家", "与云州高校建立协作关系企业")]),
        ("利润3亿元，剔除一次性因素后增长4%。", [("3亿元", "利润"), ("4%", "利润")]),
        ("区分4个等级，有26个独立展馆。", [("4个", "区分等级"), ("26个", "独立展馆")]),
        ("石河队斩获6金4银。", [("6金", "金牌"), ("4银", "银牌")]),
        ("8台插秧机一字排开，与9位茶农面对面。", [("8台", "插秧机"), ("9位", "茶农")]),
        ("得知订单增长5%。", [("5%", "订单")]),
        ("招收本地员工40名，去年产值增长两成。", [("40名", "招收本地员工"), ("两成", "产值")]),
    ],
)
def test_what_is_measured(raw, found):
    statistics = read(raw)
    if found is None:
        assert len(statistics) == 4
    else:
        assert [(item.quote, item.indicator) for item in statistics] == found


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("用电量同比增长8.5%。", [("8.5%", "change", "up", "yoy")]),
        ("固定资产投资下降2.7%。", [("2.7%", "change", "down", None)]),
        ("居民消费价格环比上涨0.3%。", [("0.3%", "change", "up", "mom")]),
        ("营收增速达18.2%。", [("18.2%", "change", "up", None)]),
        ("审批时长缩短一半以上。", [("一半", "change", "down", None)]),
        ("补助标准提高30元。", [("30元", "change", "up", None)]),
        ("增加就业岗位300个。", [("300个", "change", "up", None)]),
        ("城镇新增就业4万人。", [("4万人", "level", None, None)]),
        ("第一产业增加值9.7亿元。", [("9.7亿元", "level", None, None)]),
        ("森林覆盖率达42.6%。", [("42.6%", "share", None, None)]),
        ("占全市60%。", [("60%", "share", None, None)]),
        ("技术改造投资增长为31.6%。", [("31.6%", "change", "up", None)]),
        ("会员增长为31家。", [("31家", "level", None, None)]),
        ("占比由38.5%提高到42.1%。", [("38.5%", "share", None, None), ("42.1%", "share", None, None)]),
        ("价格由上月上涨0.3%转为下降0.8%。", [("0.3%", "change", "up", None), ("0.8%", "change", "down", None)]),
        ("分别增长5%、8%。", [("5%", "change", "up", None), ("8%", "change", "up", None)]),
        ("增速高于全省3.1个百分点。", [("3.1个百分点", "change", "up", None)]),
        ("收入高于1万元。", [("1万元", "level", None, None)]),
        ("降幅比上月收窄0.5个百分点。", [("0.5个百分点", "change", "down", "mom")]),
        ("增速比全省快1.3个百分点。", [("1.3个百分点", "change", "up", None)]),
        ("合格率较上年低2个百分点。", [("2个百分点", "change", "down", "yoy")]),
        ("进出口额增长8.5%，位居全省第2。", [("8.5%", "change", "up", None), ("第2", "rank", None, None)]),
        ("累计放映电影17万多场。", [("17万多场", "level", None, "cumulative")]),
        ("出口额相当于去年的1.2倍。", [("1.2倍", "share", None, None)]),
        ("电价比外地低0.2元。", [("0.2元", "change", "down", None)]),
        ("菜价比上年便宜两成。", [("两成", "change", "down", "yoy")]),
        ("增速高出制造业9个百分点。", [("9个百分点", "change", "up", None)]),
        ("贷款余额较年初新增3亿元。", [("3亿元", "change", "up", None)]),
        ("可节省成本15%。", [("15%", "change", "down", None)]),
        ("水价拟上调0.3元。", [("0.3元", "change", "up", None)]),
        ("鲜菜涨幅最大，达18%。", [("18%", "change", "up", None)]),
        ("从环比看，菜价上涨7%，肉价下降4%。", [("7%", "change", "up", "mom"), ("4%", "change", "down", "mom")]),
        ("药品平均降价58%。", [("58%", "change", "down", None)]),
        ("亩产比去年多打61斤。", [("61斤", "change", "up", "yoy")]),
        ("菜价比前一周下跌4%。", [("4%", "change", "down", "mom")]),
        ("降水量较常年同期偏少四成。", [("四成", "change", "down", None)]),
    ],
)
def test_what_kind_of_number_it_is(raw, found):
    assert [(item.quote, item.measure, item.direction, item.basis) for item in read(raw)] == found


@pytest.mark.parametrize(
    ("raw", "quotes"),
    [
        ("增速分别居全省第二、第三位。", ["第二", "第三位"]),
        ("增速居全省14个市州第3位。", ["14个", "第3位"]),
        ("收入比为1.61，比上年缩小0.03。", ["1.61", "0.03"]),
        ("空气质量指数3.12。", ["3.12"]),
        ("甲队积9分，以2分之差居次席。", ["9分", "2分"]),
        ("镇上举办3期培训班，学校开到第3期。", ["3期"]),
        ("两座冷库年底投用，这两座楼要拆。", ["两座"]),
        ("小将独揽两金，开了五金店。", ["两金"]),
        ("阵风8级，有6级左右大风，考了英语6级。", ["8级", "6级"]),
        ("每餐补贴2至5元。", ["2", "5元"]),
        ("用药比人工省一半，成本省一半。", ["一半", "一半"]),
        ("产量下降一成五，成本降了一成。", ["一成五"]),
        ("葱卖两块五，蒜卖四块呢。", ["两块五", "四块"]),
        ("平均气温偏高1.9度，弯道90度。", ["1.9度"]),
        ("芹菜涨了6毛，比网价高3角，产值翻了两番。", ["6毛", "3角", "两番"]),
        ("对1800余款APP作了体检。", ["1800余款"]),
        ("夜班接来电517通，审批用时1.5个工作日。", ["517通", "1.5个工作日"]),
        ("民警调取180多段录像，卖出琴370把。", ["180多段", "370把"]),
    ],
)
def test_which_numbers_count(raw, quotes):
    assert [item.quote for item in read(raw)] == quotes


@pytest.mark.parametrize(
    ("raw", "quantities"),
    [
        ("产量是去年的2至3倍。", [(200, "%"), (300, "%")]),
        ("葱每斤卖2至3块钱。", [(2, "元"), (3, "元")]),
        ("菜价比上年便宜2至3成。", [(20, "%"), (30, "%")]),
        ("投资3至5亿元。", [(300_000_000, "元"), (500_000_000, "元")]),
    ],
)
def test_both_numbers_of_a_range_are_measured_alike(raw, quantities):
    assert [(item.quantity.value, item.quantity.unit) for item in read(raw)] == quantities


@pytest.mark.parametrize(
    "raw",
    [
        "九届三次全会召开。",
        "“168”战略举措落地。",
        "“3+1+3”产业格局形成。",
        "总第3144期",
        "咨询电话：0351-1234567。",
        "请拨打12345热线。",
        "10月12日8时30分开始，为期3天。",
        "现年45岁，工作20年。",
        "抓好三项任务，处理好五个方面的关系。",
        "（八）推动城乡融合。",
        "第7届运动会第8次会议。",
        "全国第七次人口普查。",
        "385旅在此驻防。",
        "城市10K欢乐跑。",
        "7.65米顶装型焦炉。",
        "事关千家万户，千方百计落实。",
        "一个都不能少，一次办好。",
        "男子100米短跑。",
        "5G网络、A4纸。",
        "学习《关于办好10件实事的意见》。",
        "落实中央八项规定。",
        "将风险源划分为4级管控。",
        "作风建设评为3级。",
        "全省一半的乡镇通了公路。",
        "公司取得4铜矿的采矿权。",
        "他收了3银饰。",
    ],
)
def test_what_only_looks_like_a_statistic_is_left_alone(raw):
    assert read(raw) == ()


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("今年1至8月，全市进出口额增长8%，出口增长5%。", [("今年1至8月", "全市"), ("今年1至8月", "全市")]),
        ("1至8月全市进出口额增长8%。", [("1至8月", "全市")]),
        ("截至2023年底，全县有医院3家。", [("截至2023年底", "全县")]),
        ("近年来，全县改造校舍3万平方米。", [(None, "全县")]),
        ("10月12日，活动举行，近800名市民参加。", [(None, None)]),
        ("10月1日至7日，景区接待游客3万人次。", [("10月1日至7日", "景区")]),
        ("去年，全区产值8亿元。其中，工业产值6亿元。", [("去年", "全区"), ("去年", "全区")]),
        ("2020年以来，我县建桥5座。我市有桥60座。", [("2020年以来", "我县"), (None, "我市")]),
        ("占比由2020年的38%提高到42%。", [("2020年", None), (None, None)]),
        ("产量占全省的8%。", [(None, None)]),
        ("全市出口额8亿元，列全省第2。", [(None, "全市"), (None, "全市")]),
        ("全国重点实验室达8家。", [(None, None)]),
        ("该院申报课题12项。", [(None, "该院")]),
        ("比去年增加5户。", [(None, None)]),
        ("中心晒出上半年成绩单：全市新增职工2万人。", [("上半年", "全市")]),
        ("截至6月20日18时，全县已收麦8万亩。", [("截至6月20日18时", "全县")]),
        ("产量由8斤提高到32斤。截至目前，全镇有企业9家。", [(None, None), (None, None), ("截至目前", "全镇")]),
        ("民营企业出口占全市的七成，增长3%。", [(None, "全市"), (None, "全市")]),
        ("2025年“春风行动”招聘会将于2月9日举行，有120家企业进场。", [(None, None)]),
        ("村里接待游客6万人次。", [(None, "村里")]),
        ("商会晒出三季度成绩单，贷款余额2亿元。", [("三季度", None)]),
        ("上半年，市场监管部门检查摊位90个，抽检食品60批次。", [("上半年", None), ("上半年", None)]),
        ("截至5月底，全县已有企业9家，累计纳税2亿元。", [("截至5月底", "全县"), ("截至5月底", "全县")]),
        ("7月4日的数据显示，全市2万人受灾。", [("7月4日", "全市")]),
        ("2022年，全市累计接待游客9万人次。", [("2022年", "全市")]),
        ("本报讯 （记者金锐）整个村有3家工厂。", [(None, "整个村")]),
        ("学校成立于1958年，现有教师90名。", [(None, "学校")]),
        ("一季度，全市累计完成投资3亿元。", [("一季度", "全市")]),
        ("2019年，全县建桥5座。二是建校舍3栋。", [("2019年", "全县"), (None, "全县")]),
        ("他家收入5万元。", [(None, None)]),
        ("目前，全县已栽树300株，成活率90%。", [("目前", "全县"), ("目前", "全县")]),
        ("目前已有企业3家。年产值2亿元。", [("目前", None), (None, None)]),
        ("今年改造校舍9栋，目前竣工8栋。", [("今年", None), ("目前", None)]),
        ("当晚，现场观众2万人。", [("当晚", None)]),
        ("占比由去年同期的6%提高到8%。", [("去年同期", None), (None, None)]),
        ("全年产值增长7%，其中12月增长9%。销量增长3%。", [("全年", None), ("12月", None), ("全年", None)]),
        ("明年种植面积将扩大到500亩。", [("明年", None)]),
        ("我市代表队夺得8枚金牌。", [(None, "我市代表队")]),
        ("中心城区平均菜价5元。", [(None, "中心城区")]),
        ("园内共有银杏300株。", [(None, "园内")]),
        ("截至10月末，该行授信6亿元。", [("截至10月末", "该行")]),
        ("“我校有37个项目立项。", [(None, "我校")]),
        ("此次博览会参展企业近300家。", [(None, "此次博览会")]),
        ("记者得知，订单增长5%。", [(None, None)]),
        ("大队没收渔具630张。", [(None, "大队")]),
        ("5月1日起，公司开行3条专线，票价2元。", [("5月1日起", "公司"), ("5月1日起", "公司")]),
        ("以全市2%的土地贡献税收3亿元。", [(None, None), (None, None)]),
        ("5月1日起施行新规，已有3家企业受益。", [(None, None)]),
        ("眼下全镇8万亩茶园开采。", [("眼下", "全镇")]),
    ],
)
def test_period_and_scope_come_from_the_paragraph(raw, found):
    statistics = read(raw)
    assert [(item.period and item.period.text, item.scope and item.scope.text) for item in statistics] == found


def test_a_scope_is_resolved():
    raw = "云漠县人民医院办得好。该院有医生120名，全县有医院3家，全市有医院30家。"
    statistics = read(raw, mark(raw, 云漠县人民医院="ORG"), home="安渡市")
    assert [item.scope.canonical for item in statistics] == ["云漠县人民医院", "安渡市云漠县", "安渡市"]


def test_a_noun_that_a_name_ends_with_speaks_of_what_was_named_so():
    raw = "云漠莲藕科技小院揭牌。小院已培训村民90名。安渡铜业公司投产，企业今年实现产值3亿元。企业入驻30家，小院建设9处。"
    statistics = read(raw, mark(raw, 云漠莲藕科技小院="ORG", 安渡铜业公司="ORG"))
    assert [item.scope and (item.scope.text, item.scope.canonical) for item in statistics][:2] == [
        ("小院", "云漠莲藕科技小院"),
        ("企业", "安渡铜业公司"),
    ]
    raw = "小院已培训村民90名，企业今年实现产值3亿元。"
    assert [item.scope for item in read(raw)] == [None, None]


def test_an_area_that_stands_in_full_has_no_other_name():
    raw = "岭南市有水库5座。"
    (found,) = read(raw, mark(raw, 岭南市="PLACE"), home="安渡市")
    assert (found.scope.text, found.scope.canonical) == ("岭南市", None)


def test_a_named_area_or_body_is_a_scope():
    raw = "云漠县建成水库5座。安渡大学有教师900名。岭南县商务局介绍，订单增长5%。"
    statistics = read(raw, mark(raw, 云漠县="PLACE", 安渡大学="ORG", 岭南县商务局="ORG"))
    assert [item.scope and item.scope.text for item in statistics][:2] == ["云漠县", "安渡大学"]


def test_the_head_of_a_village_speaks_for_it_and_an_official_for_none():
    raw = "石桥村党支部书记尤满仓带着12名党员取经。县水利局局长尹长河带着9名干部取经。"
    marks = mark(raw, 石桥村="PLACE", 党支部书记="ROLE", 尤满仓="PERSON", 县水利局="ORG", 局长="ROLE", 尹长河="PERSON")
    assert [item.scope and item.scope.text for item in read(raw, marks)] == ["石桥村", None]


def test_a_body_that_acts_in_a_place_is_the_scope():
    raw = "集团将在云漠县投资2亿元。"
    (found,) = read(raw, mark(raw, 云漠县="PLACE"))
    assert found.scope.text == "集团"


def test_who_holds_what_is_counted_is_no_scope():
    raw = "云漠供电公司举办安全竞赛，9支代表队参赛。云漠医院与安渡大学共建的联盟接诊300人。云漠供电公司架线30公里。"
    statistics = read(raw, mark(raw, 云漠供电公司="ORG", 云漠医院="ORG", 安渡大学="ORG"))
    assert [item.scope and item.scope.text for item in statistics] == [None, None, "云漠供电公司"]


def test_who_asks_for_something_still_speaks_of_the_area():
    raw = "尤满仓指出，全县建成冷库5座。尤满仓强调，今年要修路180公里。尤满仓家有羊30只。"
    statistics = read(raw, mark(raw, 尤满仓="PERSON"))
    assert [item.scope and item.scope.text for item in statistics] == ["全县", "全县", None]


def test_who_tells_of_himself_in_a_sentence_behind_is_no_area():
    raw = "石河镇的葡萄熟了。“我家种了5亩。”尤满仓说，全镇种了900亩。"
    statistics = read(raw, mark(raw, 石河镇="PLACE", 尤满仓="PERSON"))
    assert [item.scope and item.scope.text for item in statistics] == [None, "全镇"]


@pytest.mark.parametrize(
    ("raw", "scope"),
    [
        ("尤满仓办起葡萄合作社，种葡萄30亩。", "合作社"),
        ("得知基地孵化企业43家，他很高兴。", "基地"),
        ("目前，安置区住进200户。", "安置区"),
        ("三年来，工作室完成技改27项。", "工作室"),
    ],
)
def test_a_body_without_its_name_is_a_scope_where_it_leads_a_clause(raw, scope):
    assert read(raw, mark(raw, 尤满仓="PERSON"))[0].scope.text == scope


def test_a_site_that_a_sentence_opens_with_is_a_scope():
    raw = "在云漠茶叶合作社的厂房里，6条生产线开足马力。"
    (found,) = read(raw, mark(raw, 云漠茶叶合作社="ORG"))
    assert found.scope.text == "云漠茶叶合作社"


def test_a_firm_is_a_scope_behind_what_is_said_of_it_first():
    raw = "总投资3亿元的云岭机床厂投产，每天出机床40台。"
    statistics = read(raw, mark(raw, 云岭机床厂="ORG"))
    assert [item.scope and item.scope.text for item in statistics] == [None, "云岭机床厂"]


def test_the_edition_of_a_contest_is_resolved_by_its_name():
    raw = "第三届云漠山茶大会开幕。本届大会设展位300个。"
    (found,) = read(raw)
    assert (found.scope.text, found.scope.canonical) == ("本届大会", "第三届云漠山茶大会")


def test_the_built_up_part_of_a_city_is_resolved_by_the_home():
    (found,) = read("市区平均菜价5元。", home="安渡市")
    assert (found.scope.text, found.scope.canonical) == ("市区", "安渡市市区")


def test_the_team_of_an_area_is_resolved_by_the_area():
    (found,) = read("我市代表队夺得8枚金牌。", home="安渡市")
    assert found.scope.canonical == "安渡市代表队"


def test_a_site_where_a_reporter_counted_is_a_scope_and_the_area_of_a_site_is_none():
    raw = "记者在石河农贸市场看到，菠菜有30箱。在云漠市的苹果交易中心，工人装了6车。"
    statistics = read(raw, mark(raw, 石河农贸市场="PLACE", 云漠市="PLACE"))
    assert [item.scope and item.scope.text for item in statistics] == ["石河农贸市场", None]


def test_people_of_whom_some_are_named_are_what_stands_before_their_names():
    raw = "民警抓获犯罪嫌疑人尤满仓等5人。"
    (found,) = read(raw, mark(raw, 尤满仓="PERSON"))
    assert found.indicator == "抓获犯罪嫌疑人"


def test_people_who_are_seized_behind_their_names_are_counted_by_it():
    raw = "民警在出租屋内将尤满仓、尹长河等6人抓获。"
    (found,) = read(raw, mark(raw, 尤满仓="PERSON", 尹长河="PERSON"))
    assert found.indicator == "抓获人数"


def test_places_that_figures_are_dealt_out_to_are_their_scopes():
    raw = "云漠县、安渡县两县产值增速分别为7.1%、6.8%，出口分别增长3%、4%。"
    found = [(item.indicator, item.scope.text) for item in read(raw, mark(raw, 云漠县="PLACE", 安渡县="PLACE"))]
    assert found == [("产值", "云漠县"), ("产值", "安渡县"), ("出口", "云漠县"), ("出口", "安渡县")]


def test_the_people_of_a_place_are_its_population():
    raw = "他摆摆手：“石坳1100多口人，找谁去？”"
    assert [item.indicator for item in read(raw, mark(raw, 石坳="PLACE"))] == ["人口"]


def test_what_is_done_towards_places_keeps_them():
    raw = "对云漠、安渡分别出口7亿元、6亿元。"
    assert [item.indicator for item in read(raw, mark(raw, 云漠="PLACE", 安渡="PLACE"))] == ["对云漠出口", "对安渡出口"]


def test_the_lines_of_a_headline_go_on_with_one_another():
    parts = (
        Part(BlockRole.TITLE, Text.of("去年我市用电量破百亿千瓦时")),
        Part(BlockRole.SUBTITLE, Text.of("同比增长6% 增速居全省第4位")),
    )
    clipping = Clipping(parts, publication=Publication(issue_date="2024-10-20"))
    statistics = FindStatistics(network=False)(resolve_names(Reading(clipping, ()))).statistics
    assert [(item.quote, item.indicator, item.scope.text) for item in statistics[1:]] == [
        ("6%", "用电量", "我市"),
        ("第4位", "用电量增速", "我市"),
    ]


def test_bylines_and_jump_lines_hold_no_figures():
    raw = "下转3万元"
    assert read(raw, role=BlockRole.JUMP) == ()
    assert len(read(raw, role=BlockRole.TITLE)) == 1


@given(st.one_of(st.text(max_size=80), st.text(alphabet=ALPHABET, max_size=120)), st.data())
@example("率为率为率为率为率为率为率为率为率为率为率为率为率为率为率为率为8个", None)
def test_any_text_is_read(raw, data):
    marks = []
    if data is not None and raw:
        cuts = sorted(set(data.draw(st.lists(st.integers(0, len(raw)), max_size=6))))
        marks = [(a, b, data.draw(st.sampled_from(Label))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    for statistic in read(raw, marks):
        assert statistic.quote == quote(raw, statistic.source)
        assert statistic.evidence == quote(raw, statistic.evidence_source)
        assert statistic.quote in statistic.evidence


@pytest.mark.parametrize(
    "piece",
    [
        "1个",
        "1",
        "一",
        "率为",
        "分别1个、",
        "全市",
        "10月",
        "“",
        "第1",
        "增长5%",
        "、",
        "5%，",
        "1、",
        "1和",
        "这里3个",
        "由1到",
        "其中",
        "全市占3%、",
    ],
)
def test_a_line_without_end_is_read_in_proportion(piece):
    read(piece * (40_000 // len(piece)))


def test_who_is_named_as_doing_it_is_not_measured():
    raw = "种粮大户尤满仓种植水稻300亩。"
    (found,) = read(raw, mark(raw, 尤满仓="PERSON"))
    assert found.indicator == "种植水稻"


def test_a_place_and_its_whole_are_one_scope():
    raw = "去年，云州全市旅客500万人次。"
    (found,) = read(raw, mark(raw, 云州="PLACE"))
    assert (found.scope.text, found.indicator) == ("云州全市", "旅客")


def test_in_a_list_of_places_each_has_its_own_count():
    raw = "全省确诊病例38例，其中安渡市30例、云州市8例。"
    statistics = read(raw, mark(raw, 安渡市="PLACE", 云州市="PLACE"))
    assert [(item.indicator, item.scope and item.scope.text) for item in statistics] == [
        ("确诊病例", "全省"),
        ("确诊病例", "安渡市"),
        ("确诊病例", "云州市"),
    ]


def test_the_scope_is_who_does_something_and_not_whom_it_is_for():
    raw = "安渡市向云州市支付补偿金3亿元。为云州市修桥3座。"
    statistics = read(raw, mark(raw, 安渡市="PLACE", 云州市="PLACE"))
    assert [item.scope and item.scope.text for item in statistics] == ["安渡市", "云州市"]


def test_a_line_of_many_dates_places_and_figures_takes_time_in_proportion():
    def seconds(times):
        raw = "4月17日，云州市完成投资92.7亿元，增长4.2%。云州市和安渡市3家企业开工。" * times
        marks = mark(raw, 云州市="PLACE", 安渡市="PLACE")
        started = time.process_time()
        read(raw, marks)
        return time.process_time() - started

    seconds(20)
    # Eight times the length takes eight times as long; 64 times would be quadratic.
    assert seconds(1600) < 20 * max(seconds(200), 0.02)
