import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const publishDesks: readonly Desk[] = [
  {
    path: "publish",
    name: "publish-desk",
    title: "答复公开",
    roles: EVERY_ROLE,
    menu: "publication",
    screen: () => import("./publish-desk.vue"),
  },
  {
    path: "publish/replies/:id",
    name: "publish-reply",
    title: "公开一份答复",
    roles: EVERY_ROLE,
    screen: () => import("./publish-reply.vue"),
  },
];
