import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const ledgerDesks: readonly Desk[] = [
  {
    path: "ledger",
    name: "ledger",
    title: "办理台账",
    roles: EVERY_ROLE,
    menu: "handling",
    screen: () => import("./ledger.vue"),
  },
];
