import { z } from "zod";
import { Variables, WrongEnvironment, toGateway } from "../environment.ts";
import type { Environment } from "../environment.ts";

const { DATABASE_URL, DATABASE_AUTH_TOKEN, BASE_PATH, HUIYIN_GATEWAY_URL, HUIYIN_GATEWAY_SECRET } = Variables.shape;

const EdgeVariables = z.object({
  DATABASE_URL: DATABASE_URL.unwrap().refine((url) => !url.startsWith("file:"), "应为 libSQL 服务器的网址"),
  DATABASE_AUTH_TOKEN,
  BASE_PATH,
  HUIYIN_GATEWAY_URL,
  HUIYIN_GATEWAY_SECRET,
  SITE_URL: Variables.shape.SITE_URL.unwrap(),
  HUIYIN_SECRET: z.string(),
  DEPLOY_HOOK_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, "应为部署触发地址")
    .optional(),
  DEPLOY_HOOK_TOKEN: z.string().optional(),
});

export type EdgeEnvironment = Pick<Environment, "databaseUrl" | "authToken" | "origin" | "base" | "gateway"> & {
  readonly secret: string;
  /** What starts a release elsewhere; undefined: somebody starts it by hand. */
  readonly deployHook: { readonly url: string; readonly token: string | undefined } | undefined;
};

/** Reads vars and secrets of the Worker. Throws WrongEnvironment, which never repeats a value: some are secrets. */
export function readEdgeEnvironment(bindings: Readonly<Record<string, unknown>>): EdgeEnvironment {
  const set = Object.fromEntries(
    Object.entries(bindings).filter(([, value]) => typeof value === "string" && value.trim() !== ""),
  );
  const parsed = EdgeVariables.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? "");
    throw new WrongEnvironment(
      `变量 ${name} ${name in set ? (issue?.message ?? "不对") : "没有设置"}。请改正后重新部署。`,
    );
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    authToken: data.DATABASE_AUTH_TOKEN,
    origin: data.SITE_URL.replace(/\/+$/, ""),
    base: data.BASE_PATH.replace(/\/+$/, ""),
    secret: data.HUIYIN_SECRET,
    gateway: toGateway(data),
    deployHook: data.DEPLOY_HOOK_URL ? { url: data.DEPLOY_HOOK_URL, token: data.DEPLOY_HOOK_TOKEN } : undefined,
  };
}
