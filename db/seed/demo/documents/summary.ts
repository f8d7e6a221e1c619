import type { DemoCampaign, DemoDocument } from "../demo-city.ts";
import { getAt } from "../random.ts";
import type { YearFigures } from "./figures.ts";
import { toClassSentence, toPercent } from "./figures.ts";

type Wording = {
  readonly written: readonly [string, string, string];
  readonly practice: readonly string[];
  readonly lack: string;
  readonly next: string;
};

const WORDINGS: readonly Wording[] = [
  {
    written: ["2024-01-12", "2024-01-19 10:30", "云政办函〔2024〕3号"],
    practice: [
      "一是把办理与民生实事结合。加装电梯、农村供水、校门口秩序等群众反映集中的事项，优先安排资金和力量。",
      "二是开展开门办理。全年组织面商会和现场办公，邀请提出人全程参与，较好解决了办理与实际脱节的问题。",
    ],
    lack: "个别单位答复重程序、轻结果，部分列入计划的事项没有写明完成时间。",
    next: "对列入计划的事项逐件建立台账，明年起定期通报落实情况，努力提高转化率。",
  },
  {
    written: ["2025-01-10", "2025-01-17 15:10", "云政办函〔2025〕2号"],
    practice: [
      "一是推行承诺事项清单管理。凡答复中写明时限的，逐项登记，到期提醒，完成后由提出人确认。",
      "二是推动同类问题一并解决。对连续两年提出的停车、托育、污水等问题，由市政府分管负责同志牵头会商。",
    ],
    lack: "分别办理的件次之间衔接不够，少数答复公开时间超过二十个工作日。",
    next: "简化办理结果分类，统一公开标准，压缩公开时间，让群众看得懂、查得到。",
  },
  {
    written: ["2026-01-09", "2026-01-16 09:40", "云政办函〔2026〕2号"],
    practice: [
      "一是平稳完成分类口径调整。办理结果由四类改为三类，历年数据按当年口径保留，便于对照。",
      "二是把跟踪办理做实。对往年未办结事项再次梳理，能办的限期办结，暂时办不了的向提出人说明理由。",
    ],
    lack: "部分跨部门事项推进偏慢，个别单位更正信息不及时。",
    next: "继续公开承诺事项进展，对逾期未完成的逐件说明原因，并公布新的时限。",
  },
];

/** The report on a finished year, in the figures of that year. */
export function makeSummary(campaign: DemoCampaign, figures: YearFigures, index: number): DemoDocument {
  const { written, practice, lack, next } = getAt(WORDINGS, index);
  const [writtenOn, publishedAt, docNumber] = written;
  const { year } = campaign;
  const owed = figures.converted + figures.openAtYearEnd;
  return {
    slug: `${year}-banli-zongjie`,
    kind: "summary",
    title: `云川市人民政府办公室关于${year}年人大代表建议和政协提案办理情况的总结`,
    issuer: "云川市人民政府办公室",
    docNumber,
    writtenOn,
    publishedAt,
    category: "建议提案办理/总体情况",
    body: [
      "一、总体情况",
      `${year}年，全市共收到建议提案${figures.filed}件，其中市政府系统承办建议${figures.suggestions}件、提案${figures.proposals}件，合计${figures.total}件，占总数的${toPercent(figures.total, figures.filed)}。因部分事项分别办理，应当答复${figures.replies}件次，已全部答复，其中按期答复${figures.onTime}件次，占${toPercent(figures.onTime, figures.replies)}。`,
      `按答复时的办理结果统计，${toClassSentence(figures)}。`,
      `已向社会公开答复${figures.published}件次，占${toPercent(figures.published, figures.replies)}；依法不公开${figures.withheld}件次，均已注明依据。`,
      `需要跟踪办理的${owed}件次中，当年经续办转为A类的${figures.converted}件次，占${toPercent(figures.converted, owed)}；其余${figures.openAtYearEnd}件次转入下一年度继续办理。`,
      "二、主要做法",
      ...practice,
      "三是严把答复审核关。对照格式、内容、个人信息和公开属性逐件审核，不符合要求的退回修改。",
      "三、存在的不足",
      lack,
      "四、下一步打算",
      next,
    ],
  };
}
