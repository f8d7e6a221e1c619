import { ANQUAN } from "./bank/anquan.ts";
import { CHANYE } from "./bank/chanye.ts";
import { CHENGGUAN } from "./bank/chengguan.ts";
import { HUANJING } from "./bank/huanjing.ts";
import { JIAOTONG } from "./bank/jiaotong.ts";
import { JIAOYU } from "./bank/jiaoyu.ts";
import { JIUYE } from "./bank/jiuye.ts";
import { NONGYE } from "./bank/nongye.ts";
import { SHUILI } from "./bank/shuili.ts";
import type { Subject, TopicBank } from "./bank/subject.ts";
import { WENLV } from "./bank/wenlv.ts";
import { XIAOFEI } from "./bank/xiaofei.ts";
import { YANGLAO } from "./bank/yanglao.ts";
import { YILIAO } from "./bank/yiliao.ts";
import { ZHUFANG } from "./bank/zhufang.ts";

export const TOPIC_BANKS: readonly TopicBank[] = [
  JIAOYU,
  YILIAO,
  YANGLAO,
  ZHUFANG,
  JIAOTONG,
  CHENGGUAN,
  HUANJING,
  SHUILI,
  NONGYE,
  CHANYE,
  JIUYE,
  WENLV,
  ANQUAN,
  XIAOFEI,
];

export type SubjectOfTopic = { readonly id: string; readonly topic: TopicBank; readonly subject: Subject };

/** Every subject with a stable name of its own. */
export const ALL_SUBJECTS: readonly SubjectOfTopic[] = TOPIC_BANKS.flatMap((topic) =>
  topic.subjects.map((subject, index) => ({ id: `${topic.slug}-${index + 1}`, topic, subject })),
);
