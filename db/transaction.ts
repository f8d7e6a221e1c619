import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Transaction } from "./open.ts";

const ATTEMPTS = 40;
/** Writers of this process stand in line: SQLite has one writer, and a second gets SQLITE_BUSY at once. */
const lines = new WeakMap<Database, Promise<unknown>>();

export class DatabaseBusy extends Error {
  override name = "DatabaseBusy";
}

function isBusy(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && cause.code.startsWith("SQLITE_BUSY")) return true;
  }
  return false;
}

async function attempt<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction(work, { behavior: "immediate" });
    } catch (error) {
      // Another process (an import beside the server) holds the pen.
      if (!isBusy(error)) throw error;
      if (tries === ATTEMPTS) throw new DatabaseBusy("Failed to begin a write transaction", { cause: error });
      await sleep(Math.random() * Math.min(10 * tries, 250));
    }
  }
}

/** Runs `work` in one write transaction: all of it, or nothing. `work` may run again when the database was busy. */
export function writeTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const turn = (lines.get(db) ?? Promise.resolve()).then(() => attempt(db, work));
  lines.set(
    db,
    turn.catch(() => undefined),
  );
  return turn;
}
