import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const aftercareDesks: readonly Desk[] = [
  {
    path: "follow-ups",
    name: "follow-ups",
    title: "续办续复",
    roles: EVERY_ROLE,
    menu: "publication",
    screen: () => import("./follow-up-desk.vue"),
  },
  {
    path: "follow-ups/:id",
    name: "follow-up",
    title: "续办续复和承诺",
    roles: EVERY_ROLE,
    screen: () => import("./follow-up.vue"),
  },
  {
    path: "commitments",
    name: "commitments",
    title: "承诺事项",
    roles: EVERY_ROLE,
    menu: "publication",
    screen: () => import("./commitment-desk.vue"),
  },
  {
    path: "commitments/:id",
    name: "commitment",
    title: "一项承诺",
    roles: EVERY_ROLE,
    screen: () => import("./commitment.vue"),
  },
];
