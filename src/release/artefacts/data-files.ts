import type { DataFile, DataField } from "#domain/view/page-view.ts";
import type { City } from "../views/city.ts";
import { listTableGroups, listTablePlans, type TableGroup } from "./city-tables.ts";
import { LETTER_HEAD } from "./letter-table.ts";
import { tableFiles, wholeFiles } from "./write-city-data.ts";
import { YEAR_FORMS } from "./write-year-data.ts";
import { yearFileOf } from "./year-lines.ts";
import { cutYear } from "./year-parts.ts";

const partWords = ({ number }: Pick<TableGroup, "number">): string => (number === null ? "" : `第${number}部分`);

/** Of one year under one heading, of the whole site each table under its own. */
function listTableFiles(group: TableGroup): DataFile[] {
  const { year } = group;
  return group.plans.flatMap((plan) => {
    const rows = plan.count(group.part);
    return tableFiles(group, plan).map(({ file, label }) => ({
      group: year === null ? plan.title : `${year}年目录`,
      path: `/${file}`,
      name: year === null ? label : `${plan.title}${partWords(group)}，${label}`,
      rows,
    }));
  });
}

/** Every download, in groups as the page lists them. */
export function listDataFiles(city: City): DataFile[] {
  const groups = listTableGroups(city);
  const tables = groups.flatMap((group) => {
    const heading = group.year === null ? "全部目录和统计" : `${group.year}年目录`;
    const which = group.number === null ? "" : `${group.plans.length === 1 ? "登记簿" : "目录"}${partWords(group)}，`;
    const whole = wholeFiles(group).map(({ file, label }) => {
      return { group: heading, path: `/${file}`, name: which + label, rows: null };
    });
    return [...whole, ...listTableFiles(group)];
  });
  const years = city.years
    .flatMap((year) => cutYear(year, city.sizes))
    .flatMap((part) => {
      const { year, number, matters } = part;
      const replies = matters.reduce((sum, { line }) => sum + line.units.length, 0);
      return YEAR_FORMS.map(({ ending, label }) => ({
        group: `${year}年答复全文`,
        path: `/${yearFileOf(part, ending)}`,
        name: number === null ? label : `第${number}部分（按公开先后），${label}`,
        rows: ending === ".json" ? matters.length : replies,
      }));
    });
  return [...tables, ...years];
}

/** The data dictionary, table by table. */
export function listDataFields(): DataField[] {
  const tables = [{ name: "replies", title: "答复全文（各年）", columns: LETTER_HEAD }, ...listTablePlans()];
  return tables.flatMap(({ name, title, columns }) =>
    columns.map((column) => ({
      table: name,
      title,
      name: column.name,
      key: column.key,
      type: column.type,
      meaning: column.meaning,
    })),
  );
}
