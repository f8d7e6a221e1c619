import type { ChangeRow } from "#domain/view/record-views.ts";
import { listChanges } from "../views/changes-page.ts";
import type { Cell } from "./data-table.ts";
import { column, type TablePlan } from "./table-columns.ts";

function toDay({ kind, tombstone }: Exclude<ChangeRow, { kind: "correction" }>): string {
  return kind === "withdrawal" ? tombstone.withdrawnOn : tombstone.withdrawnAt.slice(0, 10);
}

export const CHANGES: TablePlan = {
  name: "changes",
  title: "更正和撤回",
  columns: [
    column("日期", "on", "更正或撤回的日期", "date"),
    column("变动", "change", "更正或撤回"),
    column("网址", "url", "该件的永久地址"),
    column("标题", "title", "撤回的不再提供"),
    column("答复单位", "unit", "撤回的不再提供"),
    column("版次", "edition", "更正后的版次", "integer"),
    column("说明", "note", "更正说明，或者撤回的原因"),
  ],
  count: ({ city }) => listChanges(city).length,
  rows: ({ city }, base) =>
    listChanges(city).map((change): Cell[] =>
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
    ),
};
