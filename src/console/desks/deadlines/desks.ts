import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const deadlineDesks: readonly Desk[] = [
  {
    path: "deadlines",
    name: "deadlines",
    title: "期限督办",
    roles: EVERY_ROLE,
    menu: "supervision",
    screen: () => import("./deadline-desk.vue"),
  },
];
