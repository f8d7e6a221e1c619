import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Transaction } from "./open.ts";

const ATTEMPTS = 60;
const LONGEST_WAIT_MS = 250;
/** Writers of this process stand in line: SQLite has one writer, and a second gets SQLITE_BUSY at once. */
const lines = new WeakMap<Database, Promise<unknown>>();

/** Another process held the pen for too long. Nothing was done; it may be tried again. */
export class DatabaseBusy extends Error {
  override name = "DatabaseBusy";
}

function isBusy(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && cause.code.startsWith("SQLITE_BUSY")) return true;
  }
  return false;
}

/** Does the work again while another process (an import beside the server) is writing. Throws DatabaseBusy in the end. */
export async function retryBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (tries === ATTEMPTS) throw new DatabaseBusy("Failed to write: the database stayed busy", { cause: error });
      await sleep(Math.random() * Math.min(10 * tries, LONGEST_WAIT_MS));
    }
  }
}

/** What went wrong in the work itself counts over what its rollback met: a server may have ended the transaction before. */
async function runOnce<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let fault: { readonly error: unknown } | undefined;
  try {
    return await db.transaction(async (tx) => {
      try {
        return await work(tx);
      } catch (error) {
        fault = { error };
        throw error;
      }
    });
  } catch (error) {
    throw fault ? fault.error : error;
  }
}

/** Runs `work` in one write transaction: all of it, or nothing. `work` may run again when the database was busy. */
export function writeTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const attempt = async () => await retryBusy(async () => await runOnce(db, work));
  const turn = (lines.get(db) ?? Promise.resolve()).then(attempt);
  lines.set(
    db,
    turn.catch(() => undefined),
  );
  return turn;
}
