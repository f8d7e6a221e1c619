import Libsql from "libsql";

type Statement = ReturnType<Libsql.Database["prepare"]>;
type Kept = { readonly age: number; readonly statements: Map<string, Statement> };

/** Statements a connection keeps; the console asks some 400 different ones in a day, most of the time the same fifty. */
const MOST = 256;
/** Longer ones name hundreds of rows by hand and do not come again. */
const LONGEST = 8_000;
/** A pragma may act while it is compiled, so it is compiled anew each time, and what else is not named here too. */
const COMES_AGAIN = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback)\b/i;

const connections = new WeakMap<object, Kept>();
let age = 0;

function keptBy(connection: object): Map<string, Statement> {
  const kept = connections.get(connection);
  if (kept?.age === age) return kept.statements;
  const statements = new Map<string, Statement>();
  connections.set(connection, { age, statements });
  return statements;
}

/** Names of columns do not change while the schema does not. */
function rememberColumns(statement: Statement): Statement {
  const read = statement.columns.bind(statement);
  let columns: ReturnType<Statement["columns"]> | undefined;
  statement.columns = () => (columns ??= read());
  return statement;
}

function keep(statements: Map<string, Statement>, sql: string, statement: Statement): void {
  statements.delete(sql);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > MOST && oldest !== undefined) statements.delete(oldest);
}

/**
 * The client compiles every statement anew, which is more than half of what a short one costs, and the driver frees it only when
 * its object is collected (libsql-js #230). So each connection of this process keeps the statements that come again, the last
 * used longest; whatever may change the schema clears them all. Call it once.
 */
export function keepStatements(): void {
  const { prototype } = Libsql;
  const compile = prototype.prepare;
  const prepare = function (this: Libsql.Database, sql: string) {
    if (!COMES_AGAIN.test(sql)) age++;
    if (!COMES_AGAIN.test(sql) || sql.length > LONGEST) return compile.call(this, sql);
    const statements = keptBy(this);
    const statement = statements.get(sql) ?? rememberColumns(compile.call(this, sql));
    keep(statements, sql, statement);
    return statement;
  };
  prototype.prepare = prepare as typeof compile;
}
