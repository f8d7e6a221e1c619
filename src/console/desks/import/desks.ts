import type { Desk } from "../../desk.ts";

export const importDesks: readonly Desk[] = [
  {
    path: "import",
    name: "import",
    title: "导入",
    roles: ["office", "admin"],
    menu: "handling",
    screen: () => import("./import-desk.vue"),
  },
  {
    path: "import/archives/:id",
    name: "archive",
    title: "往年档案",
    roles: ["office", "admin", "supervisor"],
    screen: () => import("./archive.vue"),
  },
];
