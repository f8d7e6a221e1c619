import type { Component } from "vue";
import type { Role } from "./session/session.ts";

/** A screen of the console. Who may come: the API decides again; this only keeps what is of no use out of sight. */
export type Desk = {
  /** Below /console/, without a slash in front; may hold :parameters. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  /** Section of the menu, or nothing for screens that other screens lead to. */
  readonly menu?: "handling" | "publication" | "supervision" | "office";
  readonly screen: () => Promise<{ readonly default: Component }>;
};

export const EVERY_ROLE: readonly Role[] = ["office", "unit", "supervisor", "admin"];

export const MENU_SECTIONS = [
  { section: "handling", label: "办理" },
  { section: "publication", label: "公开" },
  { section: "supervision", label: "督办" },
  { section: "office", label: "设置" },
] as const;
