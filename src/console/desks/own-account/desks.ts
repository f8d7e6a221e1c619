import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const accountDesks: readonly Desk[] = [
  {
    path: "account",
    name: "own-account",
    title: "我的账号",
    roles: EVERY_ROLE,
    screen: () => import("./own-account.vue"),
  },
];
