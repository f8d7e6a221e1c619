import { onScopeDispose, ref, toRaw, watch } from "vue";
import type { Ref } from "vue";
import { onBeforeRouteLeave } from "vue-router";
import { session } from "../session/session.ts";

/** What a form holds beyond what the server knows, and the version it was begun on. */
export type Kept<T> = { readonly value: T; readonly etag: string; readonly keptAt: string };

export type Draft<T> = {
  /** True while something differs from what was last saved. */
  readonly isChanged: Ref<boolean>;
  /** What was kept by an earlier visit, to be offered; undefined: nothing. */
  readonly findKept: () => Kept<T> | undefined;
  /** Saved or given up: nothing is kept any more. */
  readonly forget: () => void;
};

const keyOf = (record: string) => `huiyin:draft:${session.value?.id ?? "nobody"}:${record}`;

function read<T>(record: string): Kept<T> | undefined {
  const text = localStorage.getItem(keyOf(record));
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Kept<T>;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a form on this machine at every change, under the account and the record, so that a reload or a lost session
 * loses nothing; asks before the screen is left with changes.
 */
export function useDraft<T extends object>(record: string, value: Ref<T>, etag: () => string): Draft<T> {
  const isChanged = ref(false);
  const stop = watch(
    value,
    (now) => {
      isChanged.value = true;
      const kept: Kept<T> = { value: toRaw(now), etag: etag(), keptAt: new Date().toISOString() };
      localStorage.setItem(keyOf(record), JSON.stringify(kept));
    },
    { deep: true },
  );
  const warn = (event: BeforeUnloadEvent) => {
    if (isChanged.value) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn);
  onScopeDispose(() => {
    stop();
    window.removeEventListener("beforeunload", warn);
  });
  onBeforeRouteLeave(() => !isChanged.value || window.confirm("修改还没有保存，离开后可以回来接着写。要离开吗？"));
  return {
    isChanged,
    findKept: () => read<T>(record),
    forget: () => {
      isChanged.value = false;
      localStorage.removeItem(keyOf(record));
    },
  };
}
