import type { Database } from "#db/open.ts";

/** Tables that stay small whatever the city does: years, units, settings, and the cells that count. All others grow. */
const SMALL: ReadonlySet<string> = new Set(
  `campaigns campaign_kinds campaign_rules campaign_events sittings schemes scheme_classes units unit_aliases unit_people
  unit_staff topics settings return_reasons column_mappings actors accounts api_keys sessions passkeys emergencies documents
  summaries archives ledger_cells clock_cells motion_cells text_places json_each`.split(/\s+/),
);

export type Statement = { readonly sql: string; readonly args: unknown };

/** Every statement that is sent while `work` runs. */
export async function recordStatements(db: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const { $client: client } = db;
  const execute = client.execute.bind(client);
  const found: Statement[] = [];
  client.execute = (async (statement: Statement) => {
    found.push(statement);
    return await execute(statement as never);
  }) as typeof client.execute;
  try {
    await work();
  } finally {
    client.execute = execute;
  }
  return found.filter((statement) => /^\s*(\/\*.*?\*\/\s*)?(select|with)/i.test(statement.sql));
}

const SORT = "USE TEMP B-TREE FOR";
/** A whole table counted: SQLite counts the entries of its smallest index and reads no row. */
const isPlainCount = (text: string) => /^\s*select count\(\*\) from "\w+"\s*$/i.test(text);
/** A page of a list that nothing filters, walked in its order. */
const isOrderedWalk = (text: string) =>
  / order by /i.test(text) &&
  / limit /i.test(text) &&
  !/ where /i.test(text.replaceAll(/\(select[^()]*(\([^()]*\))*[^()]*\)/gi, ""));
/** What is few is picked out, then sorted: by the statement's own remark, or because it belongs to one matter. */
const isGathered = (text: string, plan: readonly string[]) =>
  text.includes("/* gathered */") ||
  /"motions"\."id" in \(select/.test(text) ||
  plan.some((line) => /^SEARCH .*\((id|motion_id|assignment_id|object)[=>]/.test(line));

const tableOf = (line: string) => /^(?:SEARCH|SCAN) (\S+)/.exec(line)?.[1];

function isSubquery(name: string, text: string): boolean {
  return name.startsWith("(") || name === "CONSTANT" || new RegExp(`\\) as ${name}\\b`, "i").test(text);
}

async function readPlan(db: Database, { sql: text, args }: Statement): Promise<string[]> {
  const answer = await db.$client.execute({ sql: `explain query plan ${text}`, args: args as never });
  return answer.rows.map((row) => row["detail"] as string);
}

function listFaults(text: string, plan: readonly string[]): string[] {
  const grows = (line: string) => {
    const table = tableOf(line);
    return table !== undefined && !SMALL.has(table) && !isSubquery(table, text);
  };
  const scans = plan.filter((line) => line.startsWith("SCAN ") && grows(line));
  const sorts = plan.filter((line) => line.startsWith(SORT) && line.includes("ORDER BY"));
  // The first table leads; what hangs on a row of it does not make it more.
  const leads = plan.find((line) => tableOf(line) !== undefined);
  const sorted = leads !== undefined && grows(leads) && !isGathered(text, [leads]) ? sorts : [];
  const isFree = isPlainCount(text) || (isOrderedWalk(text) && sorts.length === 0);
  return [...(isFree ? [] : scans), ...sorted];
}

/** Lines of the plans that would cost more with every row that is stored: whole tables read, or sorted. */
export async function listPlanFaults(db: Database, statements: readonly Statement[]): Promise<string[]> {
  const faults: string[] = [];
  for (const statement of new Map(statements.map((item) => [item.sql, item])).values()) {
    const bad = listFaults(statement.sql, await readPlan(db, statement));
    if (bad.length > 0) faults.push(`${bad.join("; ")} — ${statement.sql.replaceAll(/\s+/g, " ").slice(0, 600)}`);
  }
  return faults;
}
