import { onScopeDispose, ref, shallowRef } from "vue";
import { ask } from "../../api/ask.ts";
import { BASE, api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";

export type Release = components["schemas"]["Release"];

const EVERY_MS = 1500;
const isUnderWay = ({ state }: Release) => state === "queued" || state === "running";

export const PROOF_ADDRESS = `${BASE}/.well-known/huiyin-release.json`;

/** The id that the public site itself gives; undefined where it gives none. */
async function readSiteRelease(): Promise<string | undefined> {
  const answer = await fetch(PROOF_ADDRESS, { cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const found: unknown = await answer.json().catch(() => undefined);
  if (typeof found !== "object" || found === null || !("id" in found)) return undefined;
  return typeof found.id === "string" ? found.id : undefined;
}

/** How far done, in the words of the step; empty while it only waits. */
export function toStepWords({ step, done, total }: Pick<Release, "step" | "done" | "total">): string {
  if (step === null) return "";
  return total > 0 ? `${step}：${done} / ${total}` : step;
}

/** The newest release, looked at again for as long as it is under way; then what the public site says of itself. */
export function useReleaseWatch() {
  const release = shallowRef<Release | null>();
  const onSite = ref<string>();
  const problem = shallowRef<unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function look(): Promise<void> {
    try {
      const { items } = await ask(api.GET("/api/releases", { params: { query: { limit: 1 } } }));
      release.value = items[0] ?? null;
      problem.value = undefined;
    } catch (error) {
      problem.value = error;
    }
    if (isOver) return;
    if (release.value && isUnderWay(release.value)) timer = setTimeout(() => void look(), EVERY_MS);
    else onSite.value = await readSiteRelease();
  }
  onScopeDispose(() => {
    isOver = true;
    clearTimeout(timer);
  });
  void look();
  return { release, onSite, problem, look };
}
