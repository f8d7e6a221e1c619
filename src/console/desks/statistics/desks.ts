import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const statisticsDesks: readonly Desk[] = [
  {
    path: "statistics",
    name: "statistics",
    title: "统计和通报",
    roles: EVERY_ROLE,
    menu: "supervision",
    screen: () => import("./statistics.vue"),
  },
  {
    path: "statistics/:year/:code",
    name: "counted",
    title: "所数各项",
    roles: EVERY_ROLE,
    screen: () => import("./counted.vue"),
  },
];
