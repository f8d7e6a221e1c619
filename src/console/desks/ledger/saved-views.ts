import { ref, watch } from "vue";
import type { Ref } from "vue";
import { session } from "../../session/session.ts";
import type { LedgerQuery } from "./ledger-query.ts";

export type SavedView = { readonly name: string; readonly query: LedgerQuery; readonly columns: readonly string[] };

const MOST = 30;

/** What was kept, or nothing where it cannot be read. */
export function readViews(text: string | null): SavedView[] {
  if (text === null) return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? (found as SavedView[]).filter((one) => typeof one?.name === "string") : [];
  } catch {
    return [];
  }
}

/** With this view under its name; one of that name is replaced, the oldest make room. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-MOST);
}

/** A person's own views of the ledger, on this machine. */
export function useSavedViews(): Ref<SavedView[]> {
  const key = `huiyin:ledger:views:${session.value?.id ?? "nobody"}`;
  const views = ref<SavedView[]>(readViews(localStorage.getItem(key)));
  watch(views, (now) => localStorage.setItem(key, JSON.stringify(now)), { deep: true });
  return views;
}
