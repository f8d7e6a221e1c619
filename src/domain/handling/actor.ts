import { z } from "zod";
import type { Duty } from "../account/duty.ts";

/** Roles of design §5; default is no. A deputy has no account, only a one-time link. */
export const ROLES = ["admin", "office", "unit", "supervisor", "machine"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  admin: "系统管理员",
  office: "政府办公室",
  unit: "承办单位",
  supervisor: "督查监督",
  machine: "程序接口",
};

/** Who acts. One actor is one person (or one machine), however many keys or sessions they hold. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Set exactly for role unit. */
  readonly unitCode: string | null;
  /** Absent: any. */
  readonly duty?: Duty;
};
