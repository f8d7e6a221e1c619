import { shallowRef } from "vue";
import type { ShallowRef } from "vue";
import { ask } from "../api/ask.ts";
import { api } from "../api/client.ts";
import type { ActUnit } from "./record-act.ts";

const units = shallowRef<readonly ActUnit[]>([]);
let asked: Promise<void> | undefined;

async function readUnits(): Promise<void> {
  try {
    units.value = (await ask(api.GET("/api/units"))).items;
  } catch {
    // Forms then have no units to choose from; the next screen asks again.
    asked = undefined;
  }
}

/** Every unit there is, asked for once; empty until the answer is there. */
export function useUnits(): ShallowRef<readonly ActUnit[]> {
  asked ??= readUnits();
  return units;
}

/** After a change of the register: the next screen asks anew. */
export function forgetUnits(): void {
  asked = undefined;
}
