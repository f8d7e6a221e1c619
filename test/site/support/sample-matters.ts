import type { MatterLine } from "#domain/view/page-view.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { TOPICS, toOutcome, UNITS } from "./sample-frame.ts";
import { LIFT_REPLY, MOVED_REPLY, SEPARATE_REPLIES } from "./sample-replies.ts";

export const LIFT: PublicMatter = {
  id: "2026-jianyi-39",
  path: "/2026/jianyi/39/",
  year: 2026,
  kind: "suggestion",
  number: 39,
  betweenSessions: false,
  sitting: { name: "云川市第四届人民代表大会第五次会议", shortName: "市四届人大五次会议" },
  title: "关于加快老旧小区加装电梯的建议",
  topic: TOPICS.housing,
  category: "城建环保",
  group: "城东区代表团",
  proposers: ["周予安"],
  proposerCount: 3,
  keyItem: true,
  assignedOn: "2026-03-10",
  jointWord: "会办",
  jointUnits: [UNITS.finance, UNITS.market],
  asks: [
    { number: 1, text: "提高每部电梯的补助标准，并尽早公布申领办法" },
    { number: 2, text: "在街道设服务点，帮助居民协商和报建" },
    { number: 3, text: "明确电梯加装以后由谁维修、费用从哪里来" },
    { number: 4, text: "研究低层住户的补偿办法" },
  ],
  votes: [
    {
      body: "市人大常委会第三十二次会议",
      heldOn: "2026-10-28",
      issued: 36,
      returned: 35,
      satisfied: 27,
      basicallySatisfied: 7,
      dissatisfied: 1,
    },
  ],
  replies: [LIFT_REPLY],
  owedReplies: 0,
  withheldReplies: 0,
  withdrawnReplies: [],
};

export const MOVED: PublicMatter = {
  ...LIFT,
  id: "2025-tian-86",
  path: "/2025/tian/86/",
  year: 2025,
  kind: "proposal",
  number: 86,
  sitting: { name: "政协云川市第四届委员会第四次会议", shortName: "市政协四届四次会议" },
  title: "关于打通柳溪镇至双河乡断头路的提案",
  topic: TOPICS.transport,
  category: null,
  group: null,
  proposers: [],
  proposerCount: 1,
  keyItem: false,
  assignedOn: "2025-06-30",
  jointUnits: [],
  asks: [],
  votes: [],
  replies: [MOVED_REPLY],
};

/** Two replies, a very long title that tries to be markup, others owed and withheld. */
export const SEPARATE: PublicMatter = {
  ...LIFT,
  id: "2026-jianyi-bihui-3",
  path: "/2026/jianyi/bihui-3/",
  number: 3,
  betweenSessions: true,
  title:
    "关于统筹使用市级财政资金和高新区产业发展资金、分批次发放家电家居汽车<script>alert(1)</script>消费券并公布每批次结算结果、接受社会监督的建议",
  topic: null,
  proposers: ["卢子", "欧阳思源"],
  proposerCount: 2,
  jointUnits: [],
  asks: [{ number: 1, text: "公布每批次消费券的结算结果" }],
  votes: [],
  replies: [...SEPARATE_REPLIES],
  owedReplies: 1,
  withheldReplies: 2,
  withdrawnReplies: [],
};

function toLine(matter: PublicMatter): MatterLine {
  return {
    path: matter.path,
    year: matter.year,
    kind: matter.kind,
    numberLabel: motionNumberLabel(matter),
    title: matter.title,
    units: matter.replies.map((reply) => reply.unit),
    outcomes: matter.replies.map((reply) => reply.outcome),
    mode: matter.replies[0]?.disclosure.mode ?? "full",
    keyItem: matter.keyItem,
    topic: matter.topic,
    publishedOn: matter.replies[0]?.firstPublishedAt.slice(0, 10) ?? "",
  };
}

const TITLES: readonly (readonly [title: string, schemeId: string, code: string])[] = [
  ["关于规范托育机构收费和备案管理的提案", "four-class", "A"],
  ["关于新建城北湿地观鸟栈道的提案", "four-class", "D"],
  ["关于优化城区公交线网、增开学生专线的提案", "four-class", "B"],
  ["关于扩大社区老年食堂覆盖面的提案", "four-class", "C"],
];

/** More of a kind than a list shows at first. */
export function toManyLines(count: number): MatterLine[] {
  return Array.from({ length: count }, (_, index) => ({
    ...toLine(LIFT),
    path: `/2026/tian/${200 + index}/`,
    kind: "proposal",
    numberLabel: `第${200 + index}号`,
    title: `关于完善第${index + 1}片区公共服务设施的提案`,
  }));
}

export const LINES: readonly MatterLine[] = [
  ...[LIFT, SEPARATE].map(toLine),
  ...TITLES.map(([title, schemeId, code], index): MatterLine => ({
    ...toLine(LIFT),
    path: `/2026/tian/${120 + index}/`,
    kind: "proposal",
    numberLabel: `第${120 + index}号`,
    title,
    units: [UNITS.transport],
    outcomes: [toOutcome(schemeId, code)],
    keyItem: false,
    topic: index % 2 === 0 ? TOPICS.transport : null,
    publishedOn: `2026-06-0${index + 1}`,
  })),
];
