import { DISCLOSURE_LABELS } from "#domain/disclosure/disclosure.ts";
import type { Cell } from "./data-table.ts";
import { column, headOf, MATTER, nameOf, type TablePlan, UNIT, UNIT_CODE } from "./table-columns.ts";

export const CATALOGUE: TablePlan = {
  name: "catalogue",
  title: "公开答复目录",
  columns: [
    ...MATTER,
    UNIT,
    UNIT_CODE,
    column("现分类", "class_now", "现在的办理结果分类"),
    column("现分类含义", "class_now_label", "该口径下这一类的含义"),
    column("分类口径", "scheme", "分类所属的口径，字母不可跨口径比较"),
    column("公开方式", "disclosure", "全件中公开最少的一份答复的公开方式"),
    column("主题", "topic", "本站的主题分类"),
    column("重点办理", "key_item", "是否列为重点办理", "boolean"),
    column("公开日期", "published_on", "该件首次公开的日期", "date"),
  ],
  count: ({ matters }) => matters.reduce((sum, { line }) => sum + line.units.length, 0),
  rows: ({ matters }, base) =>
    matters.flatMap((matter) =>
      matter.line.units.map((unit, at): Cell[] => {
        const { outcomes, mode, topic, keyItem, publishedOn } = matter.line;
        const outcome = outcomes[at];
        const classes = [outcome?.code ?? null, outcome?.label ?? null, outcome?.schemeName ?? null];
        const rest = [DISCLOSURE_LABELS[mode], topic?.name ?? null, keyItem ? 1 : 0, publishedOn];
        return [...headOf(matter, base), unit.name, unit.code, ...classes, ...rest];
      }),
    ),
};

export const FOLLOW_UPS: TablePlan = {
  name: "follow-ups",
  title: "续办续复",
  columns: [
    ...MATTER,
    UNIT,
    column("次序", "number_of_follow_up", "第几次续办续复", "integer"),
    column("期限", "due_on", "应续复的日期", "date"),
    column("续复日期", "replied_on", "还没有续复的为空", "date"),
    column("答复时分类", "class_first", "答复时的办理结果分类"),
    column("续复后分类", "class_after", "这一次续复以后的分类"),
    column("分类口径", "scheme", "分类所属的口径，字母不可跨口径比较"),
  ],
  count: ({ matters }) => matters.reduce((sum, { traces }) => sum + traces.followUps.length, 0),
  rows: ({ city, matters }, base) =>
    matters.flatMap((matter) =>
      matter.traces.followUps.map(({ unit, number, dueOn, repliedOn, from, to }): Cell[] => [
        ...headOf(matter, base),
        nameOf(city, unit),
        number,
        dueOn,
        repliedOn,
        from.code,
        to?.code ?? null,
        from.schemeName,
      ]),
    ),
};

const COMMITMENT_STATES = { open: "待兑现", changed: "已调整，待兑现", kept: "已兑现", dropped: "不再实施" } as const;

export const COMMITMENTS: TablePlan = {
  name: "commitments",
  title: "承诺事项",
  columns: [
    column("承诺标识", "commitment_id", "长期不变"),
    ...MATTER,
    UNIT,
    column("承诺单位", "owner", "由谁兑现"),
    column("承诺", "text", "答复原文"),
    column("现期限", "due_on", "没有写明的为空", "date"),
    column("原期限", "first_due_on", "最初写明的日期", "date"),
    column("状态", "state", "待兑现、已调整、已兑现或不再实施"),
    column("兑现日期", "kept_on", "还没有兑现的为空", "date"),
  ],
  count: ({ matters }) => matters.reduce((sum, { traces }) => sum + traces.commitments.length, 0),
  rows: ({ city, matters }, base) =>
    matters.flatMap((matter) =>
      matter.traces.commitments.map(({ id, text, dueOn, firstDueOn, state, unit, owner, keptOn }): Cell[] => [
        id,
        ...headOf(matter, base),
        nameOf(city, unit),
        nameOf(city, owner),
        text,
        dueOn,
        firstDueOn,
        COMMITMENT_STATES[state],
        keptOn,
      ]),
    ),
};
