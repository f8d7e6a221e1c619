import type { Client, InStatement, ResultSet, Transaction, TransactionMode } from "@libsql/client";

/** What was sent to a database, in its order; `begin` and `commit` stand around what belonged to one transaction. */
export type Step =
  | { readonly does: "begin" | "commit" | "rollback" }
  | { readonly does: "execute"; readonly inside: boolean; readonly sql: string; readonly args: readonly unknown[] };

function toStep(statement: InStatement, inside: boolean): Step {
  if (typeof statement === "string") return { does: "execute", inside, sql: statement, args: [] };
  const { sql, args = [] } = statement;
  if (!Array.isArray(args)) throw new Error(`Failed to record: named values in ${sql}`);
  return { does: "execute", inside, sql, args };
}

/** Puts `replaced` over some methods of an object that keeps its state in private fields. */
function over<T extends object>(target: T, replaced: Partial<T>): T {
  return new Proxy(target, {
    get: (_, name) => {
      const own = (replaced as Record<string | symbol, unknown>)[name];
      if (own !== undefined) return own;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The client, and what it sent since the last `take`. */
export function recordClient(client: Client): { readonly client: Client; readonly take: () => Step[] } {
  let steps: Step[] = [];
  const note = (step: Step) => void steps.push(step);
  const recordTransaction = (tx: Transaction): Transaction =>
    over(tx, {
      execute: async (statement: InStatement): Promise<ResultSet> => {
        note(toStep(statement, true));
        return await tx.execute(statement);
      },
      commit: async () => {
        note({ does: "commit" });
        await tx.commit();
      },
      rollback: async () => {
        note({ does: "rollback" });
        await tx.rollback();
      },
    });
  const recorded = over(client, {
    execute: async (statement: InStatement) => {
      note(toStep(statement, false));
      return await client.execute(statement);
    },
    batch: async () => {
      throw new Error("Failed to record: a batch");
    },
    transaction: async (mode: TransactionMode = "deferred") => {
      note({ does: "begin" });
      return recordTransaction(await client.transaction(mode));
    },
  });
  const take = () => {
    const taken = steps;
    steps = [];
    return taken;
  };
  return { client: recorded, take };
}
