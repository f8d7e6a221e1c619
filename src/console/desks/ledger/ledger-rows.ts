import { onScopeDispose, ref, shallowRef } from "vue";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { LedgerQuery } from "./ledger-query.ts";

export type LedgerRow = components["schemas"]["Assignment"];
const CHUNK = 100;

/** The rows of one question, read a hundred at a time as they are scrolled to. */
export function useLedgerRows() {
  const rows = shallowRef<readonly LedgerRow[]>([]);
  const total = ref<number>();
  const totalIsExact = ref(true);
  const problem = shallowRef<unknown>();
  const busy = ref(false);
  let cursor: string | null | undefined;
  let asked: LedgerQuery = {};
  let running: AbortController | undefined;

  async function read(): Promise<void> {
    const own = new AbortController();
    running = own;
    busy.value = true;
    try {
      const query = { ...asked, limit: CHUNK, ...(cursor ? { cursor } : {}) };
      const page = await ask(api.GET("/api/assignments", { params: { query }, signal: own.signal }));
      rows.value = cursor ? [...rows.value, ...page.items] : page.items;
      total.value = page.total;
      totalIsExact.value = page.totalIsExact;
      cursor = page.nextCursor;
      problem.value = undefined;
    } catch (error) {
      if (!own.signal.aborted) problem.value = error;
    } finally {
      if (running === own) busy.value = false;
    }
  }

  /** Begins anew with another question; what was shown stays until the first answer. */
  async function start(query: LedgerQuery): Promise<void> {
    running?.abort();
    asked = query;
    cursor = undefined;
    await read();
  }

  /** The next hundred, where there are more. */
  async function readOn(): Promise<void> {
    if (!busy.value && cursor) await read();
  }

  onScopeDispose(() => running?.abort());
  return { rows, total, totalIsExact, problem, busy, start, readOn };
}
