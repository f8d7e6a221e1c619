import { ref, shallowRef } from "vue";
import type { Ref, ShallowRef } from "vue";

export type Acting = {
  readonly busy: Ref<boolean>;
  readonly problem: ShallowRef<unknown>;
  /** True when it was done; a second press while the first is under way does nothing. */
  readonly act: (deed: () => Promise<unknown>) => Promise<boolean>;
};

/** One thing a person does: busy while it is under way, and what the API refused beside it. */
export function useActing(): Acting {
  const busy = ref(false);
  const problem = shallowRef<unknown>();

  async function act(deed: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = undefined;
    try {
      await deed();
      return true;
    } catch (error) {
      problem.value = error;
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, act };
}
