import { mkdir, open, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import { withSnapshot } from "#db/snapshot.ts";
import { formatCsvLine } from "#exchange/csv/format-csv.ts";
import { ifThere } from "#release/if-there.ts";
import type { Context } from "../context.ts";
import { copyMissing, listFolder, type ListedFile } from "./list-folder.ts";
import { BackupRefused, LIST } from "./make-backup.ts";

/** Ways in, which are nothing to take along, and what is only made of the other tables. */
const LEFT_OUT =
  /^(?:activation_codes|api_keys|feedback_links|idempotency_keys|passkeys|recovery_codes|sessions|sign_in_attempts|spent_challenges|leases|hidden_paths|motion_changes|motion_grams|text_places|ledger|ledger_cells|motion_cells|clocks|clock_cells|owed_replies|__drizzle.*|sqlite_.*)$/;
const SECRET_COLUMNS = new Set(["password_hash", "totp_secret"]);
const ROWS = 1000;

type Cell = string | number | null;
type Table = { readonly name: string; readonly columns: readonly string[] };

async function listTables(reader: Reader): Promise<Table[]> {
  const rows = await reader.all<{ name: string; column: string }>(
    sql`select t.name as name, c.name as column from pragma_table_list t join pragma_table_info(t.name) c
        where t.type = 'table' and t.schema = 'main' order by t.name, c.cid`,
  );
  return [...Map.groupBy(rows, ({ name }) => name)]
    .filter(([name]) => !LEFT_OUT.test(name))
    .map(([name, own]) => ({
      name,
      columns: own.map(({ column }) => column).filter((column) => !SECRET_COLUMNS.has(column)),
    }));
}

async function writeTable(reader: Reader, { name, columns }: Table, folder: string): Promise<number> {
  const lines = await open(join(folder, `${name}.jsonl`), "wx");
  const table = await open(join(folder, `${name}.csv`), "wx");
  const selected = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await table.write(`\uFEFF${formatCsvLine(columns)}`);
  let count = 0;
  try {
    for (;;) {
      const rows = await reader.all<Record<string, Cell>>(
        sql`select ${selected} from ${sql.identifier(name)} limit ${ROWS} offset ${count}`,
      );
      if (rows.length > 0) {
        await lines.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
        const text = (row: Record<string, Cell>) => formatCsvLine(columns.map((column) => String(row[column] ?? "")));
        await table.write(rows.map(text).join(""));
      }
      count += rows.length;
      if (rows.length < ROWS) return count;
    }
  } finally {
    await lines.close();
    await table.close();
  }
}

function readme(rows: ReadonlyMap<string, number>): string {
  const tables = [...rows].map(([name, count]) => `- ${name}：${count} 行`);
  return [
    "回音：全部数据",
    "",
    "tables 文件夹中每张表有两份：.jsonl 每行一条记录（JSON），.csv 可以用表格软件打开；内容相同。",
    "schema.sql 是各表的结构。files 文件夹是上传的原件和附件，文件名是表中登记的编号。",
    "登录口令、密钥、会话等只用于进入系统的内容没有列入。",
    "其中有不公开的内容和个人信息，请按保密要求保管。",
    "",
    ...tables,
    "",
  ].join("\n");
}

/** 全部带走: every fact as JSON and CSV, the files, and the shape of the tables, readable without this program. Throws BackupRefused. */
export async function leaveBundle(
  ctx: Context,
  { dataFolder, out }: { readonly dataFolder: string; readonly out: string },
): Promise<{ tables: number; rows: number; files: readonly ListedFile[] }> {
  // In a folder with other things it would write over a backup's own list.
  if (((await ifThere(readdir(out))) ?? []).length > 0)
    throw new BackupRefused(`“${out}”不是空的文件夹，请换一个文件夹`);
  const tables = join(out, "tables");
  await mkdir(tables, { recursive: true, mode: 0o700 });
  const rows = new Map<string, number>();
  await withSnapshot(ctx.db, async (reader) => {
    for (const table of await listTables(reader)) rows.set(table.name, await writeTable(reader, table, tables));
    const shapes = await reader.all<{ sql: string }>(
      sql`select sql from sqlite_master where type = 'table' and sql is not null order by name`,
    );
    await writeFile(join(out, "schema.sql"), shapes.map((row) => `${row.sql};\n`).join("\n"));
  });
  await copyMissing(join(dataFolder, "files"), join(out, "files"));
  await writeFile(join(out, "说明.txt"), readme(rows));
  const files = await listFolder(out);
  await writeFile(join(out, LIST), JSON.stringify({ version: 1, at: ctx.now().toISOString(), files }, null, 2));
  return { tables: rows.size, rows: [...rows.values()].reduce((sum, count) => sum + count, 0), files };
}
