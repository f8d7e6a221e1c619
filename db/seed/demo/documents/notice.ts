import { toLongDate } from "../calendar.ts";
import type { DemoCampaign, DemoDocument } from "../demo-city.ts";
import { getAt } from "../random.ts";
import type { YearFigures } from "./figures.ts";

const CLASS_WORDS: Readonly<Record<DemoCampaign["schemeId"], string>> = {
  "four-class":
    "已经解决或基本解决的标注A类，正在解决或有关工作已启动的标注B类，已列入规划计划逐步解决的标注C类，留作参考或不可行的标注D类",
  "zhanyi-2023": "所提问题已经解决和采纳的标注A类，列入计划逐步解决的标注B类，目前难以解决或留作参考的标注C类",
};

/** What each year's notice stresses. */
const STRESSES: readonly string[] = [
  "今年首次对答复实行公开前审查，各承办单位在报送答复时，一并提出公开属性建议；不公开的，应当写明依据。",
  "今年起，对B类、C类答复实行跟踪办理，承办单位每年12月20日前向提出人通报进展，办成一件、销号一件。",
  "自本年度起，办理结果分类由四类调整为三类。以往年度的答复仍按当年口径统计，不作追溯调整。",
  "今年继续推进答复公开，谁主办、谁答复、谁公开。答复中的承诺事项要写明事项、责任科室和完成时限，接受社会监督。",
];

const WRITTEN: readonly (readonly [string, string, string])[] = [
  ["2023-03-14", "2023-03-16 15:20", "云政办发〔2023〕9号"],
  ["2024-03-12", "2024-03-14 10:05", "云政办发〔2024〕11号"],
  ["2025-03-11", "2025-03-13 16:40", "云政办发〔2025〕8号"],
  ["2026-03-10", "2026-03-12 09:30", "云政办发〔2026〕10号"],
];

/** The notice with which the year's matters were assigned. */
export function makeNotice(campaign: DemoCampaign, figures: YearFigures, index: number): DemoDocument {
  const [writtenOn, publishedAt, docNumber] = getAt(WRITTEN, index);
  const { year } = campaign;
  return {
    slug: `${year}-banli-tongzhi`,
    kind: "notice",
    title: `云川市人民政府办公室关于做好${year}年人大代表建议和政协提案办理工作的通知`,
    issuer: "云川市人民政府办公室",
    docNumber,
    writtenOn,
    publishedAt,
    category: "建议提案办理/工作通知",
    body: [
      "各乡镇人民政府、街道办事处，市政府各部门，各有关单位：",
      `${campaign.npcSitting.shortName}和${campaign.cppccSitting.shortName}期间，人大代表和政协委员围绕全市经济社会发展和群众关心的问题积极建言献策。交由市政府系统办理（含会前闭会期间提出的）的建议${figures.suggestions}件、提案${figures.proposals}件，合计${figures.total}件。为做好办理工作，现就有关事项通知如下：`,
      "一、压实办理责任",
      "各承办单位主要负责人负总责，分管负责人具体抓，确定一个科室、一名联络员。主办单位要主动与协办单位沟通，协办单位在收到交办件后一个月内向主办单位提出书面意见；分别办理的，各自答复，不得互相等待。",
      "二、坚持先协商后答复",
      "办理前了解提出人的想法，办理中到现场调研，答复前当面征求意见。重点建议提案由单位主要负责人主持面商。确因客观原因不能面商的，应当记录原因和替代的沟通方式。",
      "三、把好答复质量",
      `答复要一事一答、有问必答，语言朴实，数据准确，不得以工作总结代替答复。答复首页右上角标注办理结果和公开属性：${CLASS_WORDS[campaign.schemeId]}。`,
      "四、严格办理时限",
      `一般建议提案应当在${toLongDate(campaign.replyDueOn)}前答复；重点办理和分别办理的，最迟不超过六个月。交办后七日内完成签收，认为不属于本单位职责的，书面说明理由并提出改办建议，不得自行转办。`,
      "五、加强公开和督查",
      getAt(STRESSES, index),
      "市政府办公室会同督查机构按月通报进度，对逾期未办、答复质量不高、承诺事项不落实的，责成重新办理。办理情况纳入年度考核。",
      `附件：1.${year}年人大代表建议办理分配表；2.${year}年政协提案办理分配表；3.答复格式；4.征询意见表`,
    ],
  };
}
