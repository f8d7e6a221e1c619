import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCreditCode } from "#domain/privacy/credit-code.ts";
import { isIdCard18 } from "#domain/privacy/id-card.ts";
import { scanText } from "#domain/privacy/scan-text.ts";

describe("official sentences hold nothing personal", () => {
  it.each([
    "根据《云川市人民政府办公室关于印发实施方案的通知》（云政办发〔2026〕12号）要求",
    "该公司统一社会信用代码91350211M000100Y46，注册资本5000万元",
    "统一社会信用代码：12530300431234567X",
    "邮政编码655000，门户网站已公开",
    "投入资金7798.22万元，惠及703家企业，人均1384.55元",
    "新登记经营主体8.9万户，总量达69.65万户，管网64.8公里",
    "拨打12345、110、119、120，投诉举报电话12315",
    "2026年3月15日10:49至18:30，2026-03-15、2026/6/20两次复核",
    "结合第39、172、196、199、37号建议",
    "结合第13、145、126、378、12号建议",
    "项目代码2603-530303-04-01-123456，索引号003187229/202502-00045",
    "东经103.25478912度，北纬25.60143278度",
    "执行GB/T 9704-2012、GB 18306-2015、DB53/T 1369-2025标准",
    "十四五期间累计投入13.8亿元、0.138亿元和1,380,013.80元",
    "完成率98.5%、99.2%、100%，占比13.8%、15.26%",
    "一是、二是、三是；一、三、八、九、十各组",
    "二〇二六年三月十五日，一九四九年以来",
    "课题编号2026ZD0138001380，批次号Q20260315001",
    "日均客流13 800人次，全年1 380 013人次",
    "比赛结果1:3、8:0、0:1，成绩13.80秒",
    "型号DN500、PE100、K12+345至K18+600路段",
  ])("%s", (text) => {
    expect(scanText([text])).toEqual([]);
  });
});

const figure = fc.integer({ min: 1, max: 99_999 });
const decimal = fc.double({ min: 0.01, max: 9999, noNaN: true }).map((value) => value.toFixed(2));
const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) });
const village = fc.constantFrom(
  "石门乡鱼跳滩村",
  "马鞍镇半坡田村",
  "龙潭街道三岔口社区",
  "白石镇红椿坪村",
  "柳溪镇老营盘社区",
);
const unit = fc.constantFrom("市住建局", "市水务局", "市交通运输局", "市卫健局", "市财政局");
const paragraph = fc
  .record({ first: figure, second: figure, third: figure, money: decimal, share: decimal, on: day, village, unit })
  .chain(({ first, second, third, money, share, on, village: place, unit: office }) =>
    fc.constantFrom(
      `${on.month}月${on.date}日，我局主要负责人带队到${place}实地查看，梳理问题${first}处，涉及${second}户${third}人。`,
      `统筹安排资金${money}万元，由${office}和市城管局按职责分工使用，完成改造${first}栋${second}个单元。`,
      `与上年同期相比，此类诉求由${first}件下降到${second}件，平均办理时间缩短${third}天，满意率${share}%。`,
      `按照《实施意见》（云政发〔20${10 + (first % 17)}〕${second}号）和第${third}号建议要求，${office}制定了方案。`,
      `2026年${on.month}月${on.date}日前完成${place}${first}米管网、${second}座泵站建设，总投资${money}万元。`,
      `建成公共桩${first}台，故障率降至${share}%；12345热线受理${second}件，办结${third}件。`,
      `对第${first}、${second}、${third}号提案合并办理，由${office}统一答复，并抄送市人民政府办公室。`,
      `${place}等地累计发放补贴${money}元、${share}元，惠及${first}人次，编号${second}至${second + third}。`,
    ),
  );

describe("precision", () => {
  it("of 3,000 paragraphs of figures, dates, numbers and places, at least 99 in 100 raise nothing", () => {
    const paragraphs = fc.sample(paragraph, { numRuns: 3000, seed: 20_260_310 });
    const wrong = paragraphs.filter((text) => scanText([text]).length > 0);
    expect(wrong).toEqual([]);
  });
});

describe("codes of organisations", () => {
  it("are told from identity numbers by their check digits", () => {
    expect(isCreditCode("91350211M000100Y46")).toBe(true);
    expect(isCreditCode("91350211M000100Y47")).toBe(false);
    expect(isIdCard18("539901197809295210")).toBe(true);
    expect(isIdCard18("539901197809295211")).toBe(false);
  });
});
