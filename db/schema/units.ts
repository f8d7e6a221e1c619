import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { UNIT_KINDS } from "#domain/unit/unit.ts";
import { oneOf, version } from "./columns.ts";

/** 承办单位. A unit may itself be a lower government. */
export const units = sqliteTable(
  "units",
  {
    code: text("code").primaryKey(),
    shortName: text("short_name").notNull().unique(),
    fullName: text("full_name").notNull().unique(),
    kind: text("kind", { enum: UNIT_KINDS }).notNull(),
    /** Office line, printed under letters; null where none is published. */
    phone: text("phone"),
    position: integer("position").notNull(),
    /** 设立 and 撤销 (first and last day), where the register knows them. */
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    version: version(),
  },
  (t) => [check("units_kind", oneOf(t.kind, UNIT_KINDS))],
);

/** Other spellings met in tables, and former names with the last day of their use. One spelling means one unit. */
export const unitAliases = sqliteTable("unit_aliases", {
  alias: text("alias").primaryKey(),
  unitCode: text("unit_code")
    .notNull()
    .references(() => units.code),
  usedUntil: text("used_until"),
});
