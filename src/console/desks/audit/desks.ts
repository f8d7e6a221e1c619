import type { Desk } from "../../desk.ts";

export const auditDesks: readonly Desk[] = [
  {
    path: "audit",
    name: "audit",
    title: "操作记录",
    roles: ["office", "admin", "supervisor"],
    menu: "office",
    screen: () => import("./audit.vue"),
  },
];
