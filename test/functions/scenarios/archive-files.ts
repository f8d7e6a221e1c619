import { buildDocx, buildLetter, buildXlsx, paragraph } from "#test/exchange/office-files.ts";

const HEADER = ["编号", "案由", "领衔代表", "主办单位", "办理结果", "公开属性", "答复日期"];
export const LEDGER = buildXlsx({
  rows: [HEADER, ["闭会第9号", "关于改造农贸市场的建议", "张三", "市住建局", "A", "公开", "2025年4月18日"]],
});
export const WRONG = buildXlsx({
  rows: [HEADER, ["闭会第9号", "关于改造农贸市场的建议", "张三", "市没有局", "A", "公开", ""]],
});
export const LETTER = buildLetter(paragraph("有关问题已经解决。"));
const right = '<w:jc w:val="right"/>';
/** Answers the one matter of the ledger, from the unit that leads it. */
export const GOOD = buildDocx({
  body: [
    paragraph("A类　可公开", right),
    paragraph("云川市住房和城乡建设局"),
    paragraph("云建议字〔2025〕21号"),
    paragraph("关于市四届人大四次会议闭会期间第9号建议的答复"),
    paragraph("张三代表："),
    paragraph("您提出的《关于改造农贸市场的建议》收悉。现答复如下："),
    paragraph("农贸市场已经完成改造，有关问题已经解决。"),
    paragraph("云川市住房和城乡建设局", right),
    paragraph("2025年4月18日", right),
    paragraph("（联系人：李四，联系电话：0890-6221001）"),
  ].join(""),
});
