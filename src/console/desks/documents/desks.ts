import { EVERY_ROLE } from "../../desk.ts";
import type { Desk } from "../../desk.ts";

export const documentDesks: readonly Desk[] = [
  {
    path: "documents",
    name: "documents",
    title: "文件和总结",
    roles: EVERY_ROLE,
    menu: "publication",
    screen: () => import("./documents.vue"),
  },
  {
    path: "documents/:slug",
    name: "document",
    title: "文件",
    roles: EVERY_ROLE,
    screen: () => import("./document.vue"),
  },
  {
    path: "summaries/:slug",
    name: "summary",
    title: "总结",
    roles: EVERY_ROLE,
    screen: () => import("./summary.vue"),
  },
];
