import type { Desk } from "../../desk.ts";

export const settingsDesks: readonly Desk[] = [
  {
    path: "campaigns",
    name: "campaigns",
    title: "年度办理工作",
    roles: ["office", "admin", "supervisor"],
    menu: "office",
    screen: () => import("./campaigns.vue"),
  },
  {
    path: "campaigns/new",
    name: "campaign-new",
    title: "建立年度",
    roles: ["office", "admin"],
    screen: () => import("./campaign-new.vue"),
  },
  {
    path: "campaigns/:id",
    name: "campaign",
    title: "年度办理工作",
    roles: ["office", "admin", "supervisor"],
    screen: () => import("./campaign.vue"),
  },
  {
    path: "settings",
    name: "settings",
    title: "网站和口径",
    roles: ["office", "admin"],
    menu: "office",
    screen: () => import("./settings.vue"),
  },
];
