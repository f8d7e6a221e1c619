import type { Desk } from "../../desk.ts";

export const unitDesks: readonly Desk[] = [
  {
    path: "unit",
    name: "unit-desk",
    title: "本单位办理",
    roles: ["unit"],
    menu: "handling",
    screen: () => import("./unit-desk.vue"),
  },
  {
    path: "unit/joint",
    name: "joint-desk",
    title: "会办意见",
    roles: ["unit"],
    menu: "handling",
    screen: () => import("./joint-desk.vue"),
  },
  {
    path: "unit/replies/:id",
    name: "unit-reply",
    title: "办理答复",
    roles: ["unit"],
    screen: () => import("./unit-reply.vue"),
  },
];
