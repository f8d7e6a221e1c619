import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import { withStepUp } from "../../session/step-up.ts";

export type Waiting = components["schemas"]["Assignment"];
export type Failure = { readonly row: Waiting; readonly message: string };

/** Answered and not public yet, by unit in the order of the list. */
export function groupByUnit(rows: readonly Waiting[]): readonly (readonly [unit: string, rows: readonly Waiting[]])[] {
  return [...Map.groupBy(rows, ({ unit }) => unit.name)];
}

/** Replies whose letter is final. What joins in answering has no page of its own. */
export async function readWaiting(signal: AbortSignal): Promise<{ rows: readonly Waiting[]; total: number }> {
  const read = (state: "replied" | "closed") =>
    ask(
      api.GET("/api/assignments", {
        params: { query: { state, publication: "unpublished", sort: "unit", limit: 200 } },
        signal,
      }),
    );
  const [replied, closed] = await Promise.all([read("replied"), read("closed")]);
  const rows = [...replied.items, ...closed.items].filter(({ role }) => role !== "joint");
  return { rows, total: rows.length };
}

/** One after the other; what is refused is handed back with the sentence of the API, the others are public. */
export async function publishAll(
  rows: readonly Waiting[],
  onDone: (done: number) => void,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const [index, row] of rows.entries()) {
    const header = { "If-Match": `"v${row.version}"`, ...newActKey() };
    try {
      await withStepUp(() =>
        ask(api.POST("/api/replies/{id}/publish", { params: { path: { id: row.id }, header }, body: {} })),
      );
    } catch (error) {
      failures.push({ row, message: error instanceof Error ? error.message : "没有公开" });
    }
    onDone(index + 1);
  }
  return failures;
}
