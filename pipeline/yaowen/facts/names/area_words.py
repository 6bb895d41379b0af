"""How the names of areas, towns and villages end, and what only looks like one."""

from __future__ import annotations

import re

AREA = re.compile("(?P<name>[\u4e00-\u9fff]{2,9}?(?:自治区|自治州|自治县|地区|新区|省|市|县|区|州|盟|旗))")
PARTY_OF = re.compile(
    "(?:中国共产党|中共|政协|共青团|民革|民盟|民建|九三学社|中国人民政治协商会议)(?:第[一二三四五六七八九十]{1,4}届)?"
)
"""What stands before the area in a body's name: 政协第九届|云漠市委员会."""
ORGAN = re.compile("(?:中共)?(?P<name>[\u4e00-\u9fff]{2,9}?(?:省|市|州|盟))(?:市|州)?(?:委|人?民?政府|人大常委会|政协)$")
"""石桥市|委, 中共石桥市|委, whose officials a list may open with."""
TWICE = re.compile("(?<=[\u4e00-\u9fff])(?P<level>[省市州盟县旗区])(?P=level)$")
"""云漠市市|委 is that of 云漠市."""
GUESTS = re.compile("(?:考察|访问|参观|学习|交流|(?:党政|经贸|政协|人大|友好)代表)[团组]$")
"""Who comes from elsewhere: 石桥市党政考察团."""
QUARTER = re.compile("(?:小区|片区|家属院)$")
"""What people live in, of which no table knows."""
ZONE = re.compile("(?:开发区|经开区|新区|示范区|高新区|保税区|合作区)$")
ZONE_KINDS = {
    "经开区": ("经济技术开发区", "经济开发区"),
    "高新区": ("高新技术产业开发区", "高新技术开发区"),
    "开发区": ("开发区",),
}
"""What a zone is called in full."""
NOT_NAME = re.compile(
    "(?:[乡农渔同各邻该全本我两一每名]|(?:^|[小大穷富个座])[穷富小古老山新]"
    "|贫困|示范|明星|空心|城中|美丽|专业|先进|典型|特色|重点|中心|试点|样板)(?:县|镇|乡|村|街道|社区)$"
)
"""梁峁村 is a village's name, 穷山村 and 示范村 are none."""
TOWN = re.compile("(?P<name>[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道|村|社区|苏木|嘎查))$")
TOWNS = {"镇", "乡", "村", "街道", "社区", "苏木", "嘎查"}
SHORT_SITE = re.compile(
    "(?P<level>省|市|县|区|州|旗)(?P<site>(?!中心|民(?!族)|[区城郊道])[\u4e00-\u9fff]{2,8}(?:中心|[馆院校场园厅宫站]))"
)
"""The park, stadium or hall of an area: 市体育中心."""
NOT_AREA = re.compile(
    "^[全各我本该两外跨]|^自治.$|团[省市州县区]$|[两三四五六]县县?$|[小片校社厂景库园聚]区$|届|[城都]市$|[主老旧心]城区$"
)
AREA_END = re.compile("(?:县|区|旗|镇|乡|村|社区|苏木)$")
OF_TOWN = re.compile("(?P<town>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|村|社区|苏木))(?!公司|镇)[\u4e00-\u9fff]{2}")
"""What a body's name begins with: 石河村|党支部, 云漠县石河镇|中心小学."""
OF_VILLAGE = re.compile("(?P<town>[\u4e00-\u9fff]{2,16}?(?:村|社区|嘎查))(?=村?(?:党支部|党总支|党委|支部|委会|监会|“?两委))")
"""云漠县石河镇柳树村|党支部, 石河镇柳树村|村委会."""
COUNTY_LEVELS = ("县", "区", "旗")
OF_CITY = ("市", *COUNTY_LEVELS)
