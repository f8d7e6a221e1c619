import { computed } from "vue";
import type { WritableComputedRef } from "vue";
import type { RouteLocationNormalizedLoaded, Router } from "vue-router";

const TABS = ["parts", "replies", "opinions", "feedback", "aftercare", "history"];

/** The open tab stands in the address, so that it can be linked to and survives a reload. */
export function useTab(route: RouteLocationNormalizedLoaded, router: Router): WritableComputedRef<string> {
  return computed({
    get: () => {
      const asked = String(route.query["tab"] ?? "");
      return TABS.includes(asked) ? asked : "parts";
    },
    set: (tab) => void router.replace({ query: tab === "parts" ? {} : { tab } }),
  });
}
