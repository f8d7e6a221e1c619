import { onScopeDispose, ref, shallowRef } from "vue";
import type { Ref, ShallowRef } from "vue";

export type Loaded<T> = {
  readonly data: ShallowRef<T | undefined>;
  /** What the API refused, for parts/problem-notice.vue. */
  readonly problem: ShallowRef<unknown>;
  readonly busy: Ref<boolean>;
  /** Asks again; what was shown stays until the answer is there. */
  readonly load: () => Promise<void>;
};

/** Asks at once, and again at every load(). An answer that was overtaken by a later question is dropped. */
export function useLoading<T>(question: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const data = shallowRef<T>();
  const problem = shallowRef<unknown>();
  const busy = ref(false);
  let running: AbortController | undefined;

  async function load(): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    busy.value = true;
    try {
      data.value = await question(own.signal);
      problem.value = undefined;
    } catch (error) {
      if (!own.signal.aborted) problem.value = error;
    } finally {
      if (running === own) busy.value = false;
    }
  }

  onScopeDispose(() => running?.abort());
  void load();
  return { data, problem, busy, load };
}
