import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { ShownMatter, ShownYear } from "../plan/shown.ts";
import type { City } from "../views/city.ts";
import type { Cell, Column, DataTable } from "./data-table.ts";

/** What tables are made of: the whole city, or one year of it. */
export type TablePart = {
  readonly city: City;
  /** Newest first. */
  readonly matters: readonly ShownMatter[];
  /** Those that have begun, newest first. */
  readonly years: readonly ShownYear[];
  /** Which part of the register, counted from 0; null: all of it. */
  readonly registerPart: number | null;
};

/** A table before its rows are made. */
export type TablePlan = Omit<DataTable, "rows"> & {
  readonly count: (part: TablePart) => number;
  readonly rows: (part: TablePart, base: string) => Cell[][];
};

export const column = (name: string, key: string, meaning: string, type: Column["type"] = "string"): Column => {
  return { name, key, meaning, type };
};
export const ID = column("标识", "id", "建议或提案的标识，长期不变");
export const URL = column("网址", "url", "该件的永久地址；没有公开的为空");
export const YEAR = column("年度", "year", "办理年度", "integer");
export const KIND = column("类别", "kind", "建议或提案");
export const NUMBER = column("编号", "number", "届次内的编号");
export const TITLE = column("标题", "title", "建议或提案的标题；没有公开的为空");
export const UNIT = column("答复单位", "unit", "主办或分办单位");
export const UNIT_CODE = column("单位代码", "unit_code", "答复单位在本站的代码");

export const headOf = ({ id, line }: ShownMatter, base: string): Cell[] => [
  id,
  base + line.path,
  line.year,
  KIND_WORDS[line.kind].label,
  line.numberLabel,
  line.title,
];
export const MATTER = [ID, URL, YEAR, KIND, NUMBER, TITLE];
export const nameOf = ({ frame }: City, code: string): string => frame.unitsByCode.get(code)?.name ?? code;
