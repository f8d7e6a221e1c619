import { computed, ref, shallowRef } from "vue";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { useActing } from "../../parts/acting.ts";
import type { Choice, Field, Inspection, Kind } from "./table-form.ts";
import { mapColumn, toForm } from "./table-form.ts";

/** A table on the import desk: which year and kind it is for, the file, and how its columns are read. */
export function useTable() {
  const campaign = ref("");
  const kind = ref<Kind>("suggestion");
  const file = shallowRef<File>();
  const choice = shallowRef<Choice>({});
  const inspection = shallowRef<Inspection>();
  const { busy, problem, act } = useActing();

  async function inspect(): Promise<void> {
    const sent = { file: file.value, choice: JSON.stringify(choice.value) };
    await act(async () => {
      inspection.value = await ask(api.POST("/api/imports/allocation/inspection", toForm(sent)));
    });
  }
  async function take(next: File): Promise<void> {
    file.value = next;
    choice.value = {};
    inspection.value = undefined;
    await inspect();
  }
  async function read(next: Choice): Promise<void> {
    choice.value = next;
    await inspect();
  }
  const map = (column: number, field: Field | null) => {
    const { sheet, headerRow, columns: _, ...rest } = { ...choice.value };
    const columns = mapColumn(inspection.value?.headings ?? [], column, field);
    const row = headerRow ?? inspection.value?.headerRow ?? undefined;
    return read({
      ...rest,
      ...(sheet === undefined ? {} : { sheet }),
      ...(row === undefined ? {} : { headerRow: row }),
      ...(columns ? { columns } : {}),
    });
  };
  const sent = computed(() => ({
    file: file.value,
    campaign: campaign.value,
    kind: kind.value,
    ...(choice.value.columns || choice.value.headerRow || choice.value.sheet
      ? { choice: JSON.stringify(choice.value) }
      : {}),
  }));
  const isReadable = computed(() => inspection.value !== undefined && inspection.value.problem === null);

  return { campaign, kind, file, choice, inspection, busy, problem, take, read, map, sent, isReadable };
}
