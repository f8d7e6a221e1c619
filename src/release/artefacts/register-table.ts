import { GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { REGISTER_STATE_LABELS, STANDING_LABELS } from "#domain/view/public-year.ts";
import { countRegisterRows, listRegisterRows } from "../views/register-rows.ts";
import type { Cell } from "./data-table.ts";
import { column, ID, KIND, NUMBER, TITLE, type TablePlan, UNIT, UNIT_CODE, URL, YEAR } from "./table-columns.ts";

export const REGISTER: TablePlan = {
  name: "register",
  title: "登记簿",
  columns: [
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
  ],
  count: ({ city, years, registerPart }) =>
    years.reduce((sum, year) => sum + countRegisterRows(city, year, registerPart), 0),
  rows: ({ city, years, registerPart }, base) =>
    years.flatMap((year) =>
      listRegisterRows(city, year, registerPart).map((row): Cell[] => [
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
    ),
};
