import { DEFAULT_RULES } from "./campaign-rules.ts";
import type { RulesPreset } from "./rules-preset.ts";
import { days, months, workdays } from "./rules-preset.ts";

/** 答复由单位负责人审核签发; 主办单位答复时说明会办意见. */
const SIGNED_AND_JOINED = { unitSignOff: true, opinionsRequired: true } as const;

/**
 * Read in the texts named; a value that a text does not state is absent. Reply and extension are everywhere the law's
 * 3 and 6 months. A preset in use is never edited: a new wording is a new id.
 */
export const RULES_PRESETS: readonly RulesPreset[] = [
  {
    id: DEFAULT_RULES.deadlines.preset,
    name: "只按国家法律、行政法规",
    source:
      "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第五十一条；《中华人民共和国政府信息公开条例》第二十六条",
    spans: {},
    dates: {},
    beside: {},
  },
  {
    id: "shanghai-2015",
    name: "上海 2015",
    source: "《上海市人民代表大会关于代表建议、批评和意见的规定》第十四、十七、十九至二十一条",
    spans: { object: workdays(7), jointOpinion: months(1), redo: months(1) },
    dates: {},
    beside: SIGNED_AND_JOINED,
  },
  {
    id: "qingdao-2021",
    name: "青岛 2021",
    source: "《青岛市人民代表大会代表建议、批评和意见工作条例》（2021 年修订）第十九、二十四、二十五、二十九条",
    spans: { object: workdays(5), jointOpinion: months(1) },
    dates: {},
    beside: { ...SIGNED_AND_JOINED, jointWord: "协办" },
  },
  {
    id: "shandong-2017",
    name: "山东 2017",
    source: "山东省 2017 年关于办理省人大代表建议、批评和意见的地方性法规",
    spans: { object: days(5), jointOpinion: months(1), redo: months(1) },
    dates: {},
    beside: { unitSignOff: true },
  },
  {
    id: "henan-2017",
    name: "河南 2017",
    source: "河南省 2017 年关于办理省人大代表建议、批评和意见的地方性法规",
    spans: {
      object: workdays(10),
      reassign: workdays(10),
      jointOpinion: months(2),
      feedback: workdays(10),
      redo: months(1),
    },
    dates: {},
    beside: { unitSignOff: true },
  },
  {
    id: "zhejiang-2016",
    name: "浙江 2016",
    source: "《浙江省人民代表大会代表建议、批评和意见办理的规定》（2016 年修正）第十四、十八、二十一、二十二、二十四条",
    spans: { object: days(10), jointOpinion: months(2), redo: months(1) },
    dates: {},
    beside: SIGNED_AND_JOINED,
  },
  {
    id: "beijing-2014",
    name: "北京 2014",
    source: "北京市 2014 年关于办理市人大代表建议、批评和意见的地方性法规",
    spans: { feedback: workdays(15), redo: months(2) },
    dates: {},
    beside: {},
  },
  {
    id: "chongqing-2016",
    name: "重庆 2016",
    source: "《重庆市实施〈中华人民共和国全国人民代表大会和地方各级人民代表大会代表法〉办法》（2016 年修正）第四十七条",
    spans: { feedback: workdays(20), redo: months(2) },
    dates: {},
    beside: {},
  },
  {
    id: "chongqing-2017",
    name: "重庆 2017",
    source: "《重庆市人民代表大会代表建议批评和意见工作条例》第十六、二十、二十一、二十三、二十七条",
    spans: {
      object: workdays(10),
      reassign: workdays(10),
      jointOpinion: workdays(30),
      feedback: workdays(20),
      redo: months(2),
    },
    dates: {},
    beside: { ...SIGNED_AND_JOINED, jointWord: "协办" },
  },
  {
    id: "zhanyi-2023",
    name: "沾益 2023",
    source: "沾区政发〔2023〕10号 二（二）至（七）",
    spans: { jointOpinion: months(1) },
    dates: {
      contactsOn: "03-15",
      draftOn: "08-31",
      proofOn: "09-30",
      summaryOn: "09-30",
      followUpOn: "12-20",
    },
    beside: {
      ...SIGNED_AND_JOINED,
      // 反馈表 is handed out at the 面商 and comes in with the draft.
      feedback: { preset: "two-axes", time: "before_reply", required: true },
      contactRequired: true,
      jointWord: "协办",
    },
  },
];

export function findRulesPreset(id: string): RulesPreset | undefined {
  return RULES_PRESETS.find((preset) => preset.id === id);
}
