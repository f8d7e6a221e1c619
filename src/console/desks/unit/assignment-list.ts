import { onScopeDispose, ref, shallowRef } from "vue";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components, operations } from "../../api/types.gen.ts";

export type Row = components["schemas"]["Assignment"];
type Query = NonNullable<operations["listAssignments"]["parameters"]["query"]>;
type Role = NonNullable<Query["role"]>;

const CHUNK = 100;

/** What came back stands first, then what is due first. */
function inOrder(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) => Number(b.returned) - Number(a.returned) || (a.dueOn ?? "9").localeCompare(b.dueOn ?? "9"),
  );
}

/** One heap of a unit's assignments: the first hundred of each role, and whether there are more. */
export function useAssignmentList() {
  const rows = shallowRef<readonly Row[]>();
  const total = ref(0);
  const problem = shallowRef<unknown>();
  let running: AbortController | undefined;

  async function load(query: Query, roles: readonly Role[]): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    try {
      const pages = await Promise.all(
        roles.map((role) =>
          ask(
            api.GET("/api/assignments", {
              params: { query: { ...query, role, sort: "dueOn", limit: CHUNK } },
              signal: own.signal,
            }),
          ),
        ),
      );
      rows.value = inOrder(pages.flatMap(({ items }) => items));
      total.value = pages.reduce((sum, page) => sum + page.total, 0);
      problem.value = undefined;
    } catch (error) {
      if (!own.signal.aborted) problem.value = error;
    }
  }

  onScopeDispose(() => running?.abort());
  return { rows, total, problem, load };
}
