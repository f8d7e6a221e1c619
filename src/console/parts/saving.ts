import type { Ref, ShallowRef } from "vue";
import { computed, nextTick, ref, shallowRef } from "vue";
import { ApiProblem } from "../api/ask.ts";
import { useActing } from "./acting.ts";
import type { Conflict } from "./conflict-dialog.vue";
import type { FieldName } from "./merge-fields.ts";
import { mergeFields, takeSides } from "./merge-fields.ts";
import { useDraft } from "./keep-draft.ts";

/** A form as the API has it, with the version that the next save must name. */
export type Tagged<T> = { readonly data: T; readonly etag: string };

export type FormDesk<T> = {
  readonly form: Ref<T | undefined>;
  readonly busy: Ref<boolean>;
  readonly problem: ShallowRef<unknown>;
  readonly isChanged: Ref<boolean>;
  readonly said: Ref<string>;
  /** Fields that another person changed too; not empty: the dialog is open. */
  readonly conflicts: ShallowRef<readonly Conflict[]>;
  /** Reads it anew; what an earlier visit kept on this machine is taken up again. */
  readonly load: () => Promise<void>;
  readonly save: () => Promise<boolean>;
  readonly settle: (sides: Readonly<Record<string, "mine" | "theirs">>) => Promise<void>;
  readonly giveUp: () => void;
  /** Back to what the server has. */
  readonly reset: () => void;
};

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * A form that is edited for a while: kept on this machine under account and record, saved under the version it was read
 * at, and merged where somebody else saved first (412). `names`: every field that may differ.
 */
export function useForm<T extends object>({
  record,
  names,
  read,
  write,
}: {
  readonly record: string;
  readonly names: readonly FieldName<T>[];
  readonly read: () => Promise<Tagged<T>>;
  readonly write: (form: T, etag: string) => Promise<Tagged<T>>;
}): FormDesk<T> {
  const form: Ref<T | undefined> = ref<T>();
  const base = shallowRef<Tagged<T>>();
  const said = ref("");
  const conflicts = shallowRef<readonly Conflict[]>([]);
  const { busy, problem, act } = useActing();
  // The draft watches a form that is there; before, it holds nothing.
  const kept = computed(() => (form.value ?? {}) as T);
  const draft = useDraft<T>(record, kept, () => base.value?.etag ?? "");

  async function stand(next: Tagged<T>, shown = next.data): Promise<void> {
    base.value = next;
    form.value = copy(shown);
    // The watcher of the draft sees this too; it is no change of a person.
    await nextTick();
    draft.forget();
  }
  async function load(): Promise<void> {
    const found = draft.findKept();
    await act(async () => {
      const now = await read();
      await stand(now);
      if (!found || JSON.stringify(found.value) === JSON.stringify(now.data)) return;
      form.value = copy(found.value);
      said.value =
        found.etag === now.etag
          ? "已取回上次没有保存的修改。"
          : "已取回上次没有保存的修改；此后别人保存过，保存时请核对。";
      base.value = { data: now.data, etag: found.etag };
    });
  }
  async function send(next: T, etag: string): Promise<void> {
    await stand(await write(next, etag));
    said.value = "已保存。";
  }
  async function meet(mine: T): Promise<void> {
    const theirs = await read();
    const merge = mergeFields(names, { base: base.value?.data ?? theirs.data, mine, theirs: theirs.data });
    base.value = theirs;
    form.value = copy(merge.merged);
    conflicts.value = merge.conflicts;
    if (merge.conflicts.length === 0) await send(merge.merged, theirs.etag);
  }
  async function save(): Promise<boolean> {
    said.value = "";
    return await act(async () => {
      if (!form.value || !base.value) return;
      const mine = copy(form.value);
      try {
        await send(mine, base.value.etag);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
        await meet(mine);
      }
    });
  }
  async function settle(sides: Readonly<Record<string, "mine" | "theirs">>): Promise<void> {
    if (!form.value || !base.value) return;
    form.value = takeSides(form.value, base.value.data, sides);
    conflicts.value = [];
    await save();
  }
  const reset = () => {
    if (base.value) void stand(base.value);
    said.value = "";
  };
  return {
    form,
    busy,
    problem,
    isChanged: draft.isChanged,
    said,
    conflicts,
    load,
    save,
    settle,
    giveUp: () => (conflicts.value = []),
    reset,
  };
}
