import type { ChangeRow } from "#domain/view/record-views.ts";
import { listChanges } from "../views/changes-page.ts";
import type { Cell } from "./data-table.ts";
import { column, type TablePlan } from "./table-columns.ts";

function toCells(change: ChangeRow, base: string): Cell[] {
  switch (change.kind) {
    case "correction": {
      const { line, publishedAt, unitName, edition, note } = change;
      return [publishedAt.slice(0, 10), "更正", base + line.path, line.title, unitName, edition, note];
    }
    case "reply_withdrawal": {
      const { line, withdrawnOn, unitName, reason } = change;
      return [withdrawnOn, "撤回", base + line.path, line.title, unitName, null, reason];
    }
    case "withdrawal": {
      const { path, withdrawnOn, reason } = change.tombstone;
      return [withdrawnOn, "撤回", base + path, null, null, null, reason];
    }
    case "document_withdrawal": {
      const { path, withdrawnAt, reason } = change.tombstone;
      return [withdrawnAt.slice(0, 10), "撤回", base + path, null, null, null, reason];
    }
  }
}

export const CHANGES: TablePlan = {
  name: "changes",
  title: "更正和撤回",
  columns: [
    column("日期", "on", "更正或撤回的日期", "date"),
    column("变动", "change", "更正或撤回"),
    column("网址", "url", "该件的永久地址"),
    column("标题", "title", "整件撤回的不再提供"),
    column("答复单位", "unit", "整件撤回的不再提供"),
    column("版次", "edition", "更正后的版次", "integer"),
    column("说明", "note", "更正说明，或者撤回的原因"),
  ],
  count: ({ city }) => listChanges(city).length,
  rows: ({ city }, base) => listChanges(city).map((change) => toCells(change, base)),
};
