import type { Duty } from "#domain/account/duty.ts";
import { DUTIES } from "#domain/account/duty.ts";
import { ROLE_NAMES } from "#domain/handling/actor.ts";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { ActAnswers, ActField } from "../../parts/act-fields.ts";
import type { ActUnit, RecordAct } from "../../parts/record-act.ts";
import { toUnitOptions } from "../../parts/record-act.ts";
import { withStepUp } from "../../session/step-up.ts";

export type Account = components["schemas"]["Account"];
export type NewAccount = components["schemas"]["NewAccount"];

/** In a unit and in the office, for one code stands for the like of both. */
export const DUTY_NAMES: Readonly<Record<Duty, string>> = { handler: "经办（编辑）", signer: "审签（审核）" };

/** Who may have an account; machines have keys, deputies links. */
export const ACCOUNT_ROLES = ["office", "unit", "supervisor", "admin"] as const;

const of = ({ id, version }: Account) => ({ path: { id }, header: { "If-Match": `"v${version}"` } });

/** Name, role, unit and duty of a person. */
export function personFields(units: readonly ActUnit[], account?: Account): ActField[] {
  return [
    { key: "name", label: "姓名", kind: "line", initial: account?.name ?? "" },
    {
      key: "role",
      label: "角色",
      kind: "choice",
      options: ACCOUNT_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
      initial: account?.role ?? "unit",
    },
    {
      key: "unit",
      label: "承办单位",
      kind: "choice",
      options: toUnitOptions(units),
      initial: account?.unitCode ?? "",
      onlyWith: { key: "role", value: "unit" },
    },
    {
      key: "duty",
      label: "岗位",
      kind: "choice",
      optional: true,
      options: DUTIES.map((duty) => ({ value: duty, label: DUTY_NAMES[duty] })),
      initial: account?.duty ?? "",
      help: "写明岗位的，只能办本岗位的事；不写的，不限。",
    },
  ];
}

/** The answers as the API takes them. */
export function toPerson({ name = "", role = "", unit = "", duty = "" }: ActAnswers) {
  const known = ACCOUNT_ROLES.find((one) => one === role);
  if (!known) throw new Error("请选择角色。");
  return {
    name: name.trim(),
    role: known,
    ...(known === "unit" && unit !== "" ? { unit } : {}),
    duty: DUTIES.find((one) => one === duty) ?? null,
  };
}

/** What an administrator does about an account; `onCode`: a one-time code to be shown this once. */
export function listAccountActs(onCode: (made: NewAccount) => void): readonly RecordAct<Account>[] {
  return [
    {
      key: "change",
      label: "修改",
      roles: ["admin"],
      isOpen: ({ state }) => state !== "disabled",
      lead: "改了角色或单位的，本人现有的登录随即退出。",
      fields: (one, units) => personFields(units, one),
      deed: (one, answers) => {
        const body = toPerson(answers);
        return withStepUp(() => ask(api.PUT("/api/accounts/{id}", { params: of(one), body })));
      },
    },
    {
      key: "reset",
      label: "重置",
      roles: ["admin"],
      isOpen: ({ state }) => state !== "disabled",
      lead: "密码、动态口令和现有的登录全部作废，得到一个新的一次性代码。请当面核实本人身份。",
      fields: () => [],
      deed: async (one) => {
        const call = () => ask(api.POST("/api/accounts/{id}/reset", { params: of(one), body: {} }));
        onCode(await withStepUp(call));
      },
    },
    {
      key: "disable",
      label: "停用",
      roles: ["admin"],
      isOpen: ({ state }) => state !== "disabled",
      lead: "立即生效，现有的登录随即退出；办过的事仍记在本人名下。",
      fields: () => [],
      deed: (one) => withStepUp(() => ask(api.POST("/api/accounts/{id}/disable", { params: of(one), body: {} }))),
    },
    {
      key: "enable",
      label: "启用",
      roles: ["admin"],
      isOpen: ({ state }) => state === "disabled",
      fields: () => [],
      deed: (one) => withStepUp(() => ask(api.POST("/api/accounts/{id}/enable", { params: of(one), body: {} }))),
    },
  ];
}
