import type { ShallowRef } from "vue";
import { shallowRef } from "vue";
import { ask } from "../api/ask.ts";
import { api } from "../api/client.ts";
import type { components } from "../api/types.gen.ts";

export type Campaign = components["schemas"]["Campaign"];

const campaigns = shallowRef<readonly Campaign[]>();

/** Years with their kinds, the new ones first; undefined until the answer is there. Throws ApiProblem. */
export async function loadCampaigns(): Promise<readonly Campaign[]> {
  campaigns.value = (await ask(api.GET("/api/campaigns"))).items;
  return campaigns.value;
}

/** The newest year that has begun; the newest of all where none has. */
export function findCurrentCampaign(all: readonly Campaign[] | undefined): Campaign | undefined {
  return all?.find(({ stage }) => stage !== "preparing") ?? all?.[0];
}

/** What was read last; asked for anew at every use, for a year may have been set up meanwhile. */
export function useCampaigns(): ShallowRef<readonly Campaign[] | undefined> {
  void loadCampaigns().catch(() => undefined);
  return campaigns;
}
