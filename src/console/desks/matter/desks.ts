import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const matterDesks: readonly Desk[] = [
  { path: "matters/:id", name: "matter", title: "建议提案", roles: EVERY_ROLE, screen: () => import("./matter.vue") },
];
