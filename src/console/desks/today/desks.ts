import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const todayDesks: readonly Desk[] = [
  { path: "", name: "today", title: "首页", roles: EVERY_ROLE, menu: "handling", screen: () => import("./today.vue") },
];
