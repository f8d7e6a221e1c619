import type { RichText } from "#domain/reply/rich-text.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { PublicReply } from "#domain/view/public-reply.ts";
import { toOutcome, UNITS } from "./sample-frame.ts";

const text = (value: string) => ({ type: "text" as const, text: value });
const bold = (value: string) => ({ type: "text" as const, text: value, marks: [{ type: "bold" as const }] });
const line = (value: string) => ({ type: "paragraph" as const, content: [text(value)] });
const cell = (value: string) => ({ type: "table_cell" as const, content: [line(value)] });
const head = (value: string) => ({ type: "table_header" as const, content: [line(value)] });
const row = (...values: string[]) => ({ type: "table_row" as const, content: values.map(cell) });

/** Every node and mark that a reply may hold, in a letter of usual length. */
const LIFT_BODY: RichText = {
  type: "doc",
  content: [
    line("你们提出的《关于加快老旧小区加装电梯的建议》收悉。经会同市财政局、市市场监管局研究，现答复如下："),
    line("一、关于加装进度偏慢的问题"),
    line(
      "2025年以来，我局对全市214个老旧小区逐幢摸底，具备加装条件的单元1036个，已建成88部，在建41部。补助标准由每部10万元提高到15万元，审批由七个环节并为三个，平均用时从62天缩短到27天。受理窗口统一设在各区政务服务中心，群众只跑一次。",
    ),
    line("（一）还没有办到的"),
    line(
      "部分单元因燃气、供水管线迁改费用分担没有谈拢，尚未开工的有176个。我们同燃气、供水企业商定了迁改费用减半收取的办法，自2026年4月1日起执行，但低层住户意见不一致的单元，仍需要社区继续协商。",
    ),
    { type: "heading", attrs: { level: 1 }, content: [text("二、关于加装以后谁来管的问题")] },
    {
      type: "paragraph",
      content: [
        text("加装电梯的"),
        bold("使用管理单位"),
        text("应当在投入使用前明确。市市场监管局已把加装电梯纳入统一检验计划，办法见"),
        {
          type: "text",
          text: "特种设备检验指南",
          marks: [{ type: "link", attrs: { href: "https://sscjgj.yunchuan.example/guide" } }],
        },
        text("。"),
        { type: "hard_break" },
        text("维修保养费用可以按规定申请使用住宅专项维修资金。"),
      ],
    },
    {
      type: "table",
      content: [
        {
          type: "table_row",
          content: [
            head("区"),
            head("具备条件（单元）"),
            head("已建成（部）"),
            head("在建（部）"),
            head("2026年计划（部）"),
          ],
        },
        row("城东区", "412", "39", "18", "52"),
        row("城西区", "355", "31", "14", "41"),
        row("高新区", "269", "18", "9", "27"),
      ],
    },
    line("三、下一步打算"),
    {
      type: "ordered_list",
      content: [
        { type: "list_item", content: [line("今年再开工120部，年底前建成不少于80部。")] },
        { type: "list_item", content: [line("6月底前在每个街道设一个加梯服务点，帮助居民协商、算账、报建。")] },
      ],
    },
    { type: "paragraph" },
    line("感谢你们对老旧小区居民出行的关心，欢迎继续提出宝贵意见。"),
  ],
};

export const LIFT_REPLY: PublicReply = {
  unit: UNITS.housing,
  attachments: [],
  role: "lead",
  indexNumber: "00000000X/202606-00039",
  docNumber: "云建议字〔2026〕12号",
  title: "关于市四届人大五次会议第39号建议的答复",
  addressee: "周予安等3名代表",
  body: LIFT_BODY,
  signatory: "云川市住房和城乡建设局",
  signedOn: "2026-05-20",
  contactPhone: "0890-6215533",
  copyTo: "市人大常委会代表工作委员会，市人民政府办公室",
  firstOutcome: toOutcome("zhanyi-2023", "B"),
  outcome: toOutcome("zhanyi-2023", "B"),
  disclosure: { mode: "full", ground: null },
  firstPublishedAt: "2026-06-08 09:30",
  editions: [{ number: 1, publishedAt: "2026-06-08 09:30", note: null, changes: null }],
  followUps: [{ number: 1, dueOn: "2026-12-20", repliedOn: null, outcome: null, body: null }],
  clocks: {
    assignedOn: "2026-03-10",
    legalDueOn: "2026-06-10",
    dueOn: "2026-08-31",
    extendedTo: null,
    publishDueOn: "2026-06-17",
  },
  contacts: [
    { kind: "call", times: 2, invited: 0, met: 0 },
    { kind: "meeting", times: 1, invited: 3, met: 3 },
    { kind: "visit", times: 1, invited: 3, met: 2 },
  ],
  feedback: [
    {
      round: 1,
      filedOn: "2026-06-01",
      answers: [
        { axis: "办理态度", value: "满意", attitude: "satisfied" },
        { axis: "办理结果", value: "基本满意", attitude: "basically_satisfied" },
      ],
      redoDueOn: null,
    },
  ],
  commitments: [
    {
      id: "c1",
      unit: UNITS.housing,
      text: "审批由七个环节并为三个，平均用时从62天缩短到27天",
      paragraph: 3,
      start: 73,
      dueOn: "2026-06-30",
      firstDueOn: "2026-06-30",
      state: "kept",
      events: [
        {
          kind: "kept",
          happenedOn: "2026-06-24",
          note: "三个环节的审批办法已在各区执行",
          evidence: "市住建局《既有住宅加装电梯联合审查办法》及各区窗口受理记录",
          newDueOn: null,
        },
      ],
    },
    {
      id: "c2",
      unit: UNITS.housing,
      text: "今年再开工120部，年底前建成不少于80部。",
      paragraph: 10,
      start: 0,
      dueOn: "2027-03-31",
      firstDueOn: "2026-12-31",
      state: "changed",
      events: [
        {
          kind: "changed",
          happenedOn: "2026-11-02",
          note: "管线迁改推迟，期限顺延一个季度",
          evidence: null,
          newDueOn: "2027-03-31",
        },
      ],
    },
    {
      id: "c3",
      unit: UNITS.market,
      text: "纳入统一检验计划",
      paragraph: 7,
      start: 34,
      dueOn: null,
      firstDueOn: null,
      state: "open",
      events: [],
    },
  ],
  answers: [
    { ask: 1, paragraphs: [3] },
    { ask: 2, paragraphs: [10] },
    { ask: 3, paragraphs: [6, 7] },
    { ask: 4, paragraphs: [] },
  ],
};

/** Corrected once, answered again, moved from B to A. */
export const MOVED_REPLY: PublicReply = {
  ...LIFT_REPLY,
  unit: UNITS.transport,
  indexNumber: "00000000X/202506-00086",
  docNumber: null,
  title: "对市政协四届四次会议第86号提案的答复",
  addressee: "市政协农业农村委员会：",
  signatory: "云川市交通运输局",
  signedOn: "2025-05-12",
  contactPhone: null,
  copyTo: null,
  body: richTextOf([
    "贵委提出的《关于打通柳溪镇至双河乡断头路的提案》收悉，现答复如下：",
    "该路段全长6.4公里，已列入2025年农村公路建设计划，总投资2380万元。前期工作已经完成，计划10月底前通车。",
    "感谢贵委对农村公路建设的关心。",
  ]),
  outcome: toOutcome("zhanyi-2023", "A"),
  firstPublishedAt: "2025-06-02 10:00",
  editions: [
    { number: 1, publishedAt: "2025-06-02 10:00", note: null, changes: null },
    {
      number: 2,
      publishedAt: "2025-06-11 16:20",
      note: "路段长度原写为4.6公里，更正为6.4公里",
      changes: [
        {
          paragraph: 2,
          pieces: [
            { kind: "same", text: "该路段全长" },
            { kind: "removed", text: "4.6" },
            { kind: "added", text: "6.4" },
            { kind: "same", text: "公里，已列入2025年农村公路建设计划……" },
          ],
        },
      ],
    },
  ],
  clocks: {
    assignedOn: "2025-03-10",
    legalDueOn: "2025-06-10",
    dueOn: "2025-06-10",
    extendedTo: null,
    publishDueOn: null,
  },
  contacts: [{ kind: "call", times: 1, invited: 0, met: 0 }],
  feedback: [
    {
      round: 1,
      filedOn: "2025-05-20",
      answers: [
        { axis: "办理态度", value: "基本满意", attitude: "basically_satisfied" },
        { axis: "办理结果", value: "不满意", attitude: "dissatisfied" },
      ],
      redoDueOn: "2025-06-20",
    },
    {
      round: 2,
      filedOn: "2025-07-02",
      answers: [
        { axis: "办理态度", value: "满意", attitude: "satisfied" },
        { axis: "办理结果", value: "满意", attitude: "satisfied" },
      ],
      redoDueOn: null,
    },
  ],
  commitments: [],
  answers: [],
  followUps: [
    {
      number: 1,
      dueOn: "2025-11-30",
      repliedOn: "2025-11-18",
      outcome: toOutcome("zhanyi-2023", "A"),
      body: richTextOf(["柳溪镇至双河乡公路已于2025年10月26日通车，安全设施同步投入使用，提案所提问题已经解决。"]),
    },
  ],
};

/** Two units answer one matter; the first by a summary, the second with parts left out. */
export const SEPARATE_REPLIES: readonly PublicReply[] = [
  {
    ...LIFT_REPLY,
    unit: UNITS.finance,
    role: "separate",
    indexNumber: "00000000X/202606-00140",
    docNumber: "云财函〔2026〕31号",
    title: "关于市四届人大五次会议闭会第3号建议的答复（财政部分）",
    signatory: "云川市财政局",
    body: richTextOf([
      "消费券资金实行专户管理，每批次发放后一个月内公布结算结果。",
      "商户申报材料涉及经营数据的部分从略。",
    ]),
    outcome: toOutcome("zhanyi-2023", "A"),
    firstOutcome: toOutcome("zhanyi-2023", "A"),
    disclosure: { mode: "summary", ground: "article_15" },
    followUps: [],
    contacts: [],
    feedback: [],
    commitments: [],
    answers: [],
  },
  {
    ...LIFT_REPLY,
    unit: UNITS.zone,
    role: "separate",
    indexNumber: "00000000X/202606-00141",
    docNumber: null,
    title: "关于市四届人大五次会议闭会第3号建议的答复（高新区部分）",
    signatory: "云川市高新技术产业开发区管理委员会",
    body: richTextOf(["高新区商圈面积较小，暂不单独发放消费券，所提建议留作参考。"]),
    outcome: toOutcome("zhanyi-2023", "C"),
    firstOutcome: toOutcome("zhanyi-2023", "C"),
    disclosure: { mode: "redacted", ground: "other" },
    followUps: [{ number: 1, dueOn: null, repliedOn: null, outcome: null, body: null }],
    contacts: [],
    feedback: [],
    commitments: [],
    answers: [],
  },
];
