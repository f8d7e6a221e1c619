import type { DataFile, DataField } from "#domain/view/page-view.ts";
import type { City } from "../views/city.ts";
import { cityTables } from "./city-tables.ts";
import { LETTER_HEAD } from "./letter-table.ts";
import { TABLE_FORMS, WHOLE_FILES } from "./write-city-data.ts";
import { YEAR_FORMS } from "./write-year-data.ts";
import { yearFileOf } from "./year-lines.ts";

/** Every download, in groups as the page lists them. */
export function listDataFiles(city: City): DataFile[] {
  const whole = WHOLE_FILES.map(({ file, label }) => ({
    group: "全部目录和统计",
    path: `/${file}`,
    name: label,
    rows: null,
  }));
  const tables = cityTables(city, "").flatMap(({ name, title, rows }) =>
    TABLE_FORMS.map(({ ending, label }) => ({
      group: title,
      path: `/data/${name}${ending}`,
      name: label,
      rows: rows.length,
    })),
  );
  const years = city.years
    .filter(({ matters }) => matters.length > 0)
    .flatMap(({ year, matters }) => {
      const replies = matters.reduce((sum, { line }) => sum + line.units.length, 0);
      return YEAR_FORMS.map(({ ending, label }) => ({
        group: `${year}年答复全文`,
        path: `/${yearFileOf(year, ending)}`,
        name: label,
        rows: ending === ".json" ? matters.length : replies,
      }));
    });
  return [...whole, ...tables, ...years];
}

/** The data dictionary, table by table. */
export function listDataFields(city: City): DataField[] {
  const tables = [{ name: "replies", title: "答复全文（各年）", columns: LETTER_HEAD }, ...cityTables(city, "")];
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
