import { z } from "zod";

const name = z.string().min(1).max(100);

/** One line of a 办理分配表: what was asked, by whom, and who must answer. Names of units are as printed, not yet matched. */
export const AllocationRow = z.strictObject({
  /** Row number on the sheet, 1-based. */
  row: z.int().min(1),
  number: z.int().min(1).max(99_999),
  betweenSessions: z.boolean(),
  title: z.string().min(1).max(200),
  proposer: name,
  /** Null when the cell names only some (甲、乙等5人); empty when nobody joined. */
  jointNames: z.array(name).nullable(),
  jointText: z.string().max(2000).nullable(),
  /** 代表团 or 界别. */
  group: name.nullable(),
  category: name.nullable(),
  /** Two or more: each answers on its own (分办). */
  leadUnits: z.array(name).min(1),
  coUnits: z.array(name),
  leader: name.nullable(),
  supervisor: name.nullable(),
  keyItem: z.boolean(),
  dueOn: z.iso.date().nullable(),
});
export type AllocationRow = z.infer<typeof AllocationRow>;

/** Why a row was not read. `row` is the row number on the sheet. */
export type RowFinding = { readonly row: number; readonly code: string; readonly message: string };

export type NotedCount = {
  readonly total: number;
  readonly inSession?: number;
  readonly betweenSessions?: number;
};
