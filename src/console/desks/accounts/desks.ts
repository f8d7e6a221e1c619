import type { Desk } from "../../desk.ts";

export const accountsDesks: readonly Desk[] = [
  {
    path: "accounts",
    name: "accounts",
    title: "账号和密钥",
    roles: ["admin"],
    menu: "office",
    screen: () => import("./accounts.vue"),
  },
];
