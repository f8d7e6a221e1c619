import { onScopeDispose, ref, shallowRef } from "vue";
import type { Ref, ShallowRef } from "vue";

type Page<T> = { readonly items: readonly T[]; readonly total: number; readonly nextCursor: string | null };
export type Pages<T> = {
  readonly items: ShallowRef<readonly T[]>;
  readonly total: Ref<number | undefined>;
  readonly problem: ShallowRef<unknown>;
  readonly busy: Ref<boolean>;
  readonly hasMore: Ref<boolean>;
  /** From the first page on. */
  readonly load: () => Promise<void>;
  readonly readOn: () => Promise<void>;
};

/** A list read page by page: at once, again at load(), further at readOn(). A page that was overtaken is dropped. */
export function usePages<T>(
  question: (cursor: { cursor?: string }, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const items = shallowRef<readonly T[]>([]);
  const total = ref<number>();
  const problem = shallowRef<unknown>();
  const busy = ref(false);
  const hasMore = ref(false);
  let cursor: string | null = null;
  let running: AbortController | undefined;

  async function read(isFirst: boolean): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    busy.value = true;
    try {
      const page = await question(isFirst || cursor === null ? {} : { cursor }, own.signal);
      items.value = isFirst ? page.items : [...items.value, ...page.items];
      total.value = page.total;
      cursor = page.nextCursor;
      hasMore.value = cursor !== null;
      problem.value = undefined;
    } catch (error) {
      if (!own.signal.aborted) problem.value = error;
    } finally {
      if (running === own) busy.value = false;
    }
  }

  onScopeDispose(() => running?.abort());
  void read(true);
  return { items, total, problem, busy, hasMore, load: () => read(true), readOn: () => read(false) };
}
