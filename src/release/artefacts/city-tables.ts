import { DISCLOSURE_LABELS, GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { GROUP_LABELS } from "#domain/statistics/indicator.ts";
import { percentOf } from "#domain/statistics/rate.ts";
import { REGISTER_STATE_LABELS, STANDING_LABELS } from "#domain/view/public-year.ts";
import type { PublicFigure } from "#domain/view/public-year.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { ChangeRow } from "#domain/view/record-views.ts";
import { listChanges } from "../views/changes-page.ts";
import type { City } from "../views/city.ts";
import { listRegisterRows } from "../views/register-pages.ts";
import type { Cell, Column, DataTable } from "./data-table.ts";

const column = (name: string, key: string, meaning: string, type: Column["type"] = "string"): Column => {
  return { name, key, meaning, type };
};
const ID = column("标识", "id", "建议或提案的标识，长期不变");
const URL = column("网址", "url", "该件的永久地址；没有公开的为空");
const YEAR = column("年度", "year", "办理年度", "integer");
const KIND = column("类别", "kind", "建议或提案");
const NUMBER = column("编号", "number", "届次内的编号");
const TITLE = column("标题", "title", "建议或提案的标题；没有公开的为空");
const UNIT = column("答复单位", "unit", "主办或分办单位");
const UNIT_CODE = column("单位代码", "unit_code", "答复单位在本站的代码");

const headOf = ({ id, line }: ShownMatter, base: string): Cell[] => [
  id,
  base + line.path,
  line.year,
  KIND_WORDS[line.kind].label,
  line.numberLabel,
  line.title,
];
const MATTER = [ID, URL, YEAR, KIND, NUMBER, TITLE];
const nameOf = ({ frame }: City, code: string): string => frame.unitsByCode.get(code)?.name ?? code;

function catalogue({ all }: City, base: string): DataTable {
  const columns = [
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
  ];
  const rows = all.flatMap((matter) =>
    matter.line.units.map((unit, at): Cell[] => {
      const { outcomes, mode, topic, keyItem, publishedOn } = matter.line;
      const outcome = outcomes[at];
      const classes = [outcome?.code ?? null, outcome?.label ?? null, outcome?.schemeName ?? null];
      const rest = [DISCLOSURE_LABELS[mode], topic?.name ?? null, keyItem ? 1 : 0, publishedOn];
      return [...headOf(matter, base), unit.name, unit.code, ...classes, ...rest];
    }),
  );
  return { name: "catalogue", title: "公开答复目录", columns, rows };
}

function register(city: City, base: string): DataTable {
  const columns = [
    ID,
    URL,
    YEAR,
    KIND,
    NUMBER,
    TITLE,
    UNIT,
    UNIT_CODE,
    column("去向", "state", "已交办、并案、转办或撤回"),
    column("并入", "merged_into", "并入的件"),
    column("公开情况", "standing", "全文公开、摘要公开、部分公开、不公开、公开后撤回、已答复尚未公开或尚未答复"),
    column("依据", "ground", "没有全文公开的依据"),
    column("年度期限", "due_on", "尚未答复的，年度要求的答复日期", "date"),
    column("法定期限", "law_due_on", "尚未答复的，法定的答复日期", "date"),
  ];
  const rows = city.begun.flatMap((year) =>
    listRegisterRows(city, year).map((row): Cell[] => [
      row.id,
      row.path === null ? null : base + row.path,
      year.year,
      KIND_WORDS[row.kind].label,
      row.numberLabel,
      row.title,
      row.unit?.name ?? null,
      row.unit?.code ?? null,
      REGISTER_STATE_LABELS[row.state],
      row.merged?.name ?? null,
      row.standing && STANDING_LABELS[row.standing],
      row.ground && GROUND_LABELS[row.ground],
      row.dueOn,
      row.lawDueOn,
    ]),
  );
  return { name: "register", title: "登记簿", columns, rows };
}

const percent = ({ numerator, base }: PublicFigure): number | null =>
  base === null || base === 0 || numerator > base ? null : Number(percentOf(numerator, base));

/** What the codes of the figures mean. By year, for the classes of a scheme belong to its years. */
function indicators({ begun }: City): DataTable {
  const columns = [
    YEAR,
    column("指标代码", "code", "长期不变"),
    column("指标", "label", "指标名称"),
    column("方面", "group", "指标所属的方面"),
    column("计量单位", "unit", "件、件次、项等"),
    column("口径", "definition", "分子、分母各数什么"),
  ];
  const rows = begun.flatMap(({ year, record }) =>
    (record?.figures.indicators ?? []).map(({ code, label, group, unit, definition }): Cell[] => [
      year,
      code,
      label,
      GROUP_LABELS[group],
      unit,
      definition,
    ]),
  );
  return { name: "indicators", title: "指标口径", columns, rows };
}

function figures({ begun, frame }: City): DataTable {
  const columns = [
    YEAR,
    column("范围", "scope", "全部、建议、提案或某一单位"),
    column("指标代码", "code", "含义见“指标口径”"),
    column("指标", "label", "指标名称"),
    column("分子", "numerator", "所数的数量", "integer"),
    column("分母", "base", "没有分母的为空", "integer"),
    column("比率", "percent", "百分比，两位小数；分母为 0 或者没有分母的为空", "number"),
    column("截至", "as_of", "判断期限所用的日期", "date"),
  ];
  const rows = begun.flatMap(({ year, record }) => {
    if (!record) return [];
    const { slices, units, asOf } = record.figures;
    const labels = new Map(record.figures.indicators.map(({ code, label }) => [code, label]));
    const toRows = (scope: string, list: readonly PublicFigure[]) =>
      list.map((figure): Cell[] => {
        const { code, numerator, base } = figure;
        return [year, scope, code, labels.get(code) ?? code, numerator, base, percent(figure), asOf];
      });
    return [
      ...slices.flatMap((slice) => toRows(slice.kind === null ? "全部" : KIND_WORDS[slice.kind].label, slice.figures)),
      ...units.flatMap((item) => toRows(frame.unitsByCode.get(item.unit)?.name ?? item.unit, item.figures)),
    ];
  });
  return { name: "figures", title: "统计指标", columns, rows };
}

function followUps(city: City, base: string): DataTable {
  const columns = [
    ...MATTER,
    UNIT,
    column("次序", "number_of_follow_up", "第几次续办续复", "integer"),
    column("期限", "due_on", "应续复的日期", "date"),
    column("续复日期", "replied_on", "还没有续复的为空", "date"),
    column("答复时分类", "class_first", "答复时的办理结果分类"),
    column("续复后分类", "class_after", "这一次续复以后的分类"),
    column("分类口径", "scheme", "分类所属的口径，字母不可跨口径比较"),
  ];
  const rows = city.all.flatMap((matter) =>
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
  );
  return { name: "follow-ups", title: "续办续复", columns, rows };
}

const COMMITMENT_STATES = { open: "待兑现", changed: "已调整，待兑现", kept: "已兑现", dropped: "不再实施" } as const;

function commitments(city: City, base: string): DataTable {
  const columns = [
    column("承诺标识", "commitment_id", "长期不变"),
    ...MATTER,
    UNIT,
    column("承诺单位", "owner", "由谁兑现"),
    column("承诺", "text", "答复原文"),
    column("现期限", "due_on", "没有写明的为空", "date"),
    column("原期限", "first_due_on", "最初写明的日期", "date"),
    column("状态", "state", "待兑现、已调整、已兑现或不再实施"),
    column("兑现日期", "kept_on", "还没有兑现的为空", "date"),
  ];
  const rows = city.all.flatMap((matter) =>
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
  );
  return { name: "commitments", title: "承诺事项", columns, rows };
}

function toDay({ kind, tombstone }: Exclude<ChangeRow, { kind: "correction" }>): string {
  return kind === "withdrawal" ? tombstone.withdrawnOn : tombstone.withdrawnAt.slice(0, 10);
}

function changes(city: City, base: string): DataTable {
  const columns = [
    column("日期", "on", "更正或撤回的日期", "date"),
    column("变动", "change", "更正或撤回"),
    column("网址", "url", "该件的永久地址"),
    column("标题", "title", "撤回的不再提供"),
    column("答复单位", "unit", "撤回的不再提供"),
    column("版次", "edition", "更正后的版次", "integer"),
    column("说明", "note", "更正说明，或者撤回的原因"),
  ];
  const rows = listChanges(city).map((change): Cell[] =>
    change.kind === "correction"
      ? [
          change.publishedAt.slice(0, 10),
          "更正",
          base + change.line.path,
          change.line.title,
          change.unitName,
          change.edition,
          change.note,
        ]
      : [toDay(change), "撤回", base + change.tombstone.path, null, null, null, change.tombstone.reason],
  );
  return { name: "changes", title: "更正和撤回", columns, rows };
}

const made = new WeakMap<City, { readonly base: string; readonly tables: readonly DataTable[] }>();

/** Tables of the whole site. The letters themselves are given by year: all of them in one file would be made anew each time. */
export function cityTables(city: City, base: string): readonly DataTable[] {
  const known = made.get(city);
  if (known?.base === base) return known.tables;
  const tables = makeTables(city, base);
  made.set(city, { base, tables });
  return tables;
}

function makeTables(city: City, base: string): DataTable[] {
  return [
    catalogue(city, base),
    register(city, base),
    figures(city),
    indicators(city),
    followUps(city, base),
    commitments(city, base),
    changes(city, base),
  ];
}
