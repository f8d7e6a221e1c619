import type { DemoCampaign, DemoDocument, DemoMatter } from "../demo-city.ts";
import { getUnit } from "../units.ts";
import { toPercent } from "./figures.ts";

const KIND_NOUN = { suggestion: "建议", proposal: "提案" } as const;
const AS_OF = "2026-09-30";

function toLine(matter: DemoMatter, index: number): string {
  const units = matter.leads.map((code) => getUnit(code).shortName).join("、");
  const joints = matter.joints.map((code) => getUnit(code).shortName).join("、");
  const name = `${matter.betweenSessions ? "闭会" : ""}第${matter.number}号${KIND_NOUN[matter.kind]}`;
  return `${index + 1}.${name}《${matter.title}》，由${units}办理${joints ? `，${joints}配合` : ""}。`;
}

/** Who does what about the key items of 2026. Only published ones: the title of a withheld matter leaves no office. */
export function makeBreakdown(matters: readonly DemoMatter[]): DemoDocument {
  const items = matters.filter((matter) => matter.year === 2026 && matter.keyItem && matter.stage === "published");
  return {
    slug: "2026-zhongdian-zeren-fenjie",
    kind: "notice",
    title: "云川市人民政府办公室关于印发2026年部分重点建议提案办理责任分解的通知",
    issuer: "云川市人民政府办公室",
    docNumber: "云政办发〔2026〕14号",
    writtenOn: "2026-03-27",
    publishedAt: "2026-03-30 15:00",
    category: "建议提案办理/工作通知",
    body: [
      "各有关单位：",
      `经研究，确定由市政府领导领衔督办部分重点建议提案，现将可以公开的${items.length}件责任分解印发给你们，请认真落实。`,
      "一、责任分解",
      ...items.map(toLine),
      "二、工作要求",
      "办理单位主要负责人要亲自研究，制定办理方案，至少组织一次现场调研和一次专题面商。答复中的承诺事项应当有具体内容、责任科室和完成时限。",
      "协办单位要主动配合，按时提出书面意见。需要市政府协调的，由主办单位提前一周报送协调事项。",
      "重点建议提案最迟于2026年9月10日前答复。市政府督查机构对进展情况专项督查。",
    ],
  };
}

/** How far the year was at the end of September. */
export function makeBulletin(campaign: DemoCampaign, matters: readonly DemoMatter[]): DemoDocument {
  const given = matters.filter((matter) => matter.year === campaign.year && matter.assignedOn <= AS_OF);
  const owed = given.reduce((sum, matter) => sum + matter.leads.length, 0);
  const replies = given.flatMap((matter) => matter.replies).filter((reply) => reply.signedOn <= AS_OF);
  const published = replies.filter(
    (reply) => reply.publishedAt !== undefined && reply.publishedAt.slice(0, 10) <= AS_OF,
  );
  return {
    slug: "2026-san-jidu-tongbao",
    kind: "bulletin",
    title: "2026年前三季度建议提案办理进度通报",
    issuer: "云川市人民政府办公室",
    docNumber: "云政办通〔2026〕22号",
    writtenOn: "2026-10-12",
    publishedAt: "2026-10-14 11:15",
    category: "建议提案办理/进度通报",
    body: [
      "各承办单位：",
      `截至2026年9月30日，本年度已交办建议提案${given.length}件，应当答复${owed}件次，已答复${replies.length}件次，占${toPercent(replies.length, owed)}。`,
      `已答复的件次中，向社会公开${published.length}件次，占${toPercent(published.length, replies.length)}。其余正在审查公开属性或者依法不公开。`,
      "从进度看，多数单位能够按期办理，面商、走访等工作比较扎实；少数单位在签收、审签环节耗时较长，个别重点件接近时限仍未报送答复。",
      "请尚未答复的单位倒排时间，主动与提出人联系；请已答复的单位抓紧落实承诺事项，12月20日前完成本年度跟踪办理情况通报。",
      "对退回重办的件，承办单位应当逐条对照退回意见修改，重新经主要负责人签发后报送，不得只作文字调整。",
    ],
  };
}
