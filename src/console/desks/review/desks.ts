import type { Desk } from "../../desk.ts";

export const reviewDesks: readonly Desk[] = [
  {
    path: "review",
    name: "review-desk",
    title: "答复审核",
    roles: ["office"],
    menu: "handling",
    screen: () => import("./review-desk.vue"),
  },
  {
    path: "review/replies/:id",
    name: "review-reply",
    title: "审核答复",
    roles: ["office", "supervisor", "admin"],
    screen: () => import("./review-reply.vue"),
  },
];
