import { describe, expect, it } from "vitest";
import { scanText } from "#domain/privacy/scan-text.ts";

// A second look at the scan by somebody who wants to get past it, or who writes what only looks like personal data.
const EVASIONS: readonly (readonly [code: string, blocks: string | readonly string[]])[] = [
  ["pii_mobile", "请与张某联系，微信同号：１３８ ００１ ３８０００"],
  ["pii_mobile", "手机前三位138，中间四位0013，后四位8000"],
  ["pii_mobile", "其号码138打头，尾号00138000"],
  ["pii_mobile", "⼀三⼋〇〇⼀三⼋〇〇〇"],
  ["pii_mobile", "丨38OO丨38OOO（电话）"],
  ["pii_mobile", "电话l3B00l3B000"],
  ["pii_mobile", "1⭕️请注意 电话138⭕⭕138⭕⭕⭕"],
  ["pii_mobile", ["手机", "1", "3", "8", "0", "0", "1", "3", "8", "0", "0", "0"]],
  ["pii_mobile", "电话：138\n0013\n8000"],
  ["pii_mobile", "（138）0013－8000"],
  ["pii_mobile", "0086-138-0013-8000"],
  ["pii_mobile", "联系方式夭三八零零夭三八零零零"],
  ["pii_mobile", "138至0013再接8000（手机）"],
  ["pii_mobile", "手机1 3 8 零 零 1 3 八 0 0 0"],
  ["pii_mobile", "手机号：13800138000."],
  ["pii_mobile", "手机13800138000元旦后停机"],
  ["pii_mobile", "手机 13800138000 、 13900139000"],
  ["pii_mobile", "13800138000/13900139000"],
  ["pii_mobile", "张三13800138000万某13900139000"],
  ["pii_id_card", "身份证（539901）（19780929）（5210）"],
  ["pii_id_card", "539901-19780929-5210"],
  ["pii_id_card", "身份证号539901一九七八〇九二九5210"],
  ["pii_id_card", "身份证尾号5210，前面是53990119780929"],
  ["pii_id_card", "公民身份号码５３９９０１　１９７８０９２９　５２１０"],
  ["pii_landline", "家里电话：零八九零六二二一零零一"],
  ["pii_landline", "宅电６２２１００１"],
  ["pii_landline", "家中座机（0890）622-1001"],
  ["pii_landline", "张某家的电话是6221001"],
  ["pii_landline", "住宅电话：0890—6221001"],
  ["pii_landline", "小灵通0890 6221001，请打到家里"],
  ["pii_messenger", "微信号：zhangsan_1988"],
  ["pii_messenger", "加我微信 zs19880101"],
  ["pii_messenger", "V信：zhangsan1988"],
  ["pii_messenger", "QQ：1234567890"],
  ["pii_messenger", "ＱＱ号码　123456789"],
  ["pii_messenger", "wx:zhang-san88"],
  ["pii_address", "家住翠湖苑5号楼二门301"],
  ["pii_address", "住东风路八十八号院三号楼二单元四零一"],
  ["pii_address", "现居青云街道荷花社区12组34号"],
  ["pii_address", "家在石门乡鱼跳滩村大龙潭自然村"],
  ["pii_address", "户籍地址：白石镇红椿坪村6社"],
  ["pii_address", "居住地：建设路水务局家属院2栋"],
  ["pii_address", "收货地址 龙潭街道金桂园6-1-1802"],
  ["pii_address", "住在人民医院宿舍三单元二楼左手"],
  ["pii_address", "租住城中村老街35号之一"],
  ["pii_address", "信寄滨河路18弄12支弄3号"],
  ["pii_address", "住滨河小区捌幢壹零贰"],
  ["pii_address", "家住滨河路一百二十三号"],
  ["pii_address", "住址：龙潭街道滨河路与建设路交叉口往东200米第二家"],
  ["pii_bank_card", "工行卡6222022403001234566"],
  ["pii_bank_card", "请转到6222022403001234566这张卡"],
  ["pii_bank_card", "尾号1234566，卡号前面为622202240300"],
  ["pii_bank_card", "户名张三，农商行6217 0012 3456 7890 128"],
  ["pii_email", "zhangsan1988 at 163 dot com"],
  ["pii_email", "ｚｈａｎｇｓａｎ＠１６３．ｃｏｍ"],
  ["pii_email", "zhangsan1988艾特163点com"],
  ["pii_messenger", "QQ邮箱12345678"],
  ["pii_email", "zhangsan(a)163.com"],
  ["pii_email", "zhangsan@163。com"],
  ["pii_credential", "账号admin/密码admin123"],
  ["pii_credential", "WiFi密码88888888"],
  ["pii_credential", "后台密码是Yc2026"],
  ["pii_credential", "登录口令 Yunchuan@2026"],
  ["pii_credential", "密钥为 3f2a9c1d8e7b6a5f"],
  ["pii_credential", "用户名：gov 密码：一二三456"],
];
const CLEAN: readonly string[] = [
  "纳税人识别号915399010123456789",
  "统一社会信用代码：9111 0000 1000 0312 3X",
  "组织机构代码01518012-3，登记证号5399012026001380",
  "医疗机构登记号PDY00021953990111A1001",
  "药品批准文号国药准字Z53020799",
  "云（2026）云川市不动产权第0013800号",
  "专利号ZL202310138001.3、ZL201380013800.0",
  "公告号CN113800138A、CN 113800138 B",
  "软著登字第13800138号，商标注册号13800138",
  "发票代码053002200111，发票号码13800138",
  "G5615高速K138+001至K380+000段",
  "时间戳20260315103000，批号202603151030001",
  "坐标X=2513800.138，Y=38513800.138",
  "内网地址192.168.100.200、138.0.0.138",
  "流量13,800,138立方米，库容1380.0138万立方米",
  "关注微信公众号“云川发布”，或者微信搜索“云川政务”小程序",
  "微信公众号：yunchuanfabu",
  "企业微信、政务微信工作群1200个，微信支付覆盖100%",
  "QQ群、微信群共38个，QQ音乐",
  "传真0890-6221002（市水务局办公室）",
  "全国统一服务热线400-820-1234，供电95598，电信诈骗96110",
  "人民路12号至88号段人行道改造",
  "建设路1号市政府大院3号楼会议室",
  "市第一人民医院（人民路228号）门诊楼",
  "翠湖苑小区5栋加装电梯1部",
  "滨河小区1-12栋外墙保温",
  "解放路街道、建设路社区",
  "二组12号机井、三组5号泵站",
  "第三小组由市住建局牵头",
  "幸福里小区二次供水改造涉及12号楼、13号楼",
  "密码锁120把、密码箱3个",
  "验证码登录、口令红包、一卡一密",
  "初始密码由系统随机生成",
  "在校学生13800人，13800138人次",
  "一三八团、〇一三八号煤矿",
  "同比增长138.00%，13.80、138.00、1380.00分别为",
  "统筹资金13800万元、13900万元、13800.138万元",
  "发文字号：云政办函〔2026〕138号、云住建函〔2025〕0013号",
  "网址https://www.yunchuan.gov.cn/art/2026/3/15/art_13800138_000.html",
  "身份证办理窗口、社保卡办理12000张",
  "银行卡刷卡消费13800笔",
  "监督电话：0890-6221001，举报邮箱请见公告",
  "单位开户行：国家金库云川市支库",
  "电话回访138件、013次、8000人",
  "手机信号覆盖138个村，0013号基站投用",
  "驾驶证档案编号539900138001",
  "ISBN 978-7-5116-1380-0，ISSN 1380-0138",
  "招标编号YNZC2026-G3-13800-YNZZ-0138",
  "一零一国道、三一八国道、二一三国道",
  "家住农村的群众、居住地变更登记138件",
  "住房公积金贷款138笔，住院1380人",
  "住建路、住房路两侧3栋楼",
  "老街35号院改造工程",
  "河东路小学二年级三班",
  "3-5岁儿童、6-1幼儿园",
  "花园路社区3-2网格",
  "金桂园6-1地块、滨河苑3-2号地块",
  "A1-3栋厂房出租",
  "门牌号整治：滨河路门牌1200块",
  "120急救、119消防、110联动共138次",
];

const codesOf = (blocks: string | readonly string[]) =>
  scanText(typeof blocks === "string" ? [blocks] : blocks).map(({ code }) => code);

describe("a sceptic's evasions", () => {
  it.each(EVASIONS)("%s in %s", (code, blocks) => {
    expect(codesOf(blocks)).toContain(code);
  });
});

describe("what only looks personal", () => {
  it.each(CLEAN)("nothing in: %s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("accounts of WeChat and QQ", () => {
  it.each([
    ["微信号：zhangs", ["pii_messenger"]],
    ["微信号：zhang", []],
    ["QQ：12345", ["pii_messenger"]],
    ["QQ：1234", []],
    ["官方微信：yunchuan2026", []],
    ["微信wechat支付", []],
  ])("%s", (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });
});

describe("a number told in parts", () => {
  it.each([
    ["前三位138，后八位00138000", ["pii_mobile"]],
    ["前三位128，后八位00138000", []],
    ["投入138万元，完成00138000号工程", []],
    ["后四位8000，前七位1380013", ["pii_mobile"]],
  ])("%s", (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });
});
