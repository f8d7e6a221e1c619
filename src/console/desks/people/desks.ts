import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const peopleDesks: readonly Desk[] = [
  {
    path: "people",
    name: "people",
    title: "单位和人员",
    roles: EVERY_ROLE,
    menu: "office",
    screen: () => import("./people.vue"),
  },
];
