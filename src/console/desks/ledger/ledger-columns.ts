import { ref, watch } from "vue";
import type { Ref } from "vue";
import { readDate } from "../../parts/chinese-date.ts";
import type { LedgerRow } from "./ledger-rows.ts";

export type LedgerColumn = {
  readonly key: string;
  readonly label: string;
  /** Of the grid, in rem, or a share of what is left. */
  readonly width: string;
  /** What the API sorts by, where it can. */
  readonly sort?: "dueOn" | "number" | "unit";
  readonly text: (row: LedgerRow) => string;
};

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  { key: "number", label: "编号", width: "6.25rem", sort: "number", text: ({ motion }) => motion.numberLabel },
  { key: "title", label: "标题", width: "minmax(13rem, 1fr)", text: ({ motion }) => motion.title },
  { key: "unit", label: "承办单位", width: "8.25rem", sort: "unit", text: ({ unit }) => unit.name },
  { key: "role", label: "办理方式", width: "5.25rem", text: ({ roleLabel }) => roleLabel },
  { key: "state", label: "办理状态", width: "7rem", text: ({ stateLabel }) => stateLabel },
  {
    key: "due",
    label: "年度期限",
    width: "11rem",
    sort: "dueOn",
    text: ({ dueOn }) => (dueOn ? readDate(dueOn) : ""),
  },
  { key: "class", label: "分类", width: "3.25rem", text: ({ classCode }) => classCode ?? "" },
  { key: "mode", label: "公开属性", width: "5.25rem", text: ({ modeLabel }) => modeLabel ?? "" },
  { key: "publication", label: "公开", width: "4.75rem", text: ({ publicationLabel }) => publicationLabel },
  { key: "key", label: "重点", width: "3.5rem", text: ({ motion }) => (motion.keyItem ? "重点" : "") },
];

const KEPT = "huiyin:ledger:columns";

/** Which columns a person wants to see, kept on this machine. */
export function useColumnChoice(): Ref<string[]> {
  const kept = localStorage.getItem(KEPT)?.split(",");
  const known = LEDGER_COLUMNS.map(({ key }) => key);
  const chosen = ref(kept?.filter((key) => known.includes(key)) ?? known);
  watch(chosen, (now) => localStorage.setItem(KEPT, now.join(",")));
  return chosen;
}
