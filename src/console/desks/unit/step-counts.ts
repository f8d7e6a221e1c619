import { computed, ref, shallowRef } from "vue";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { operations } from "../../api/types.gen.ts";
import type { NextStep } from "./next-steps.ts";

type Role = NonNullable<NonNullable<operations["listAssignments"]["parameters"]["query"]>["role"]>;

async function countStep({ query }: NextStep, roles: readonly Role[]): Promise<number> {
  const totals = await Promise.all(
    roles.map((role) =>
      ask(api.GET("/api/assignments", { params: { query: { ...query, role, limit: 1 } } })).then(({ total }) => total),
    ),
  );
  return totals.reduce((sum, total) => sum + total, 0);
}

/** How many lie in each heap; `first` is the first heap in which something lies, once that is known. */
export function useStepCounts(steps: readonly NextStep[], roles: readonly Role[]) {
  const counts = ref<Readonly<Record<string, number>>>({});
  const problem = shallowRef<unknown>();
  const isKnown = ref(false);

  async function count(): Promise<void> {
    try {
      const found = await Promise.all(steps.map(async (step) => [step.key, await countStep(step, roles)] as const));
      counts.value = Object.fromEntries(found);
    } catch (error) {
      problem.value = error;
    } finally {
      isKnown.value = true;
    }
  }

  const first = computed(() =>
    isKnown.value ? (steps.find(({ key }) => (counts.value[key] ?? 0) > 0) ?? steps[0]) : undefined,
  );
  void count();
  return { counts, first, problem, count };
}
