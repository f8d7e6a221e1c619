import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** How many releases stay on disk. */
export const KEEP_RELEASES = 5;

const onOff = z.enum(["0", "1"]);

const Variables = z.object({
  PORT: z.coerce.number("PORT 应为端口号").int().min(0).max(65_535, "PORT 应在 0 到 65535 之间").default(4321),
  HOST: z.string().min(1).default("127.0.0.1"),
  HUIYIN_DATA: z.string().min(1, "HUIYIN_DATA 应为文件夹路径").default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|https?:|libsql:|wss?:)/, "DATABASE_URL 应以 file:、http(s): 或 libsql: 开头")
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  SITE_URL: z.url({ protocol: /^https?$/, error: "SITE_URL 应为 http(s) 网址" }).optional(),
  BASE_PATH: z
    .string()
    .regex(/^\/([\w.~-]+\/)*([\w.~-]+)?$/, "BASE_PATH 应以 / 开头，如 /zwgk/huiyin")
    .default("/"),
  HUIYIN_DEMO: onOff.default("1"),
});

export type Environment = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly authToken: string | undefined;
  /** Without a slash at the end; "" where unknown. */
  readonly origin: string;
  /** Without a slash at the end; "" at the root. */
  readonly base: string;
  readonly demo: boolean;
};

/** A wrong value stops the start with one sentence (design §2). */
export class WrongEnvironment extends Error {
  override name = "WrongEnvironment";
}

/** Reads the settings of design §2 from the environment. Throws WrongEnvironment. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Variables.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? "");
    throw new WrongEnvironment(
      `环境变量 ${name} 的值“${set[name] ?? ""}”不对：${issue?.message ?? ""}。请改正后重新启动。`,
    );
  }
  const { data } = parsed;
  const dataFolder = resolve(data.HUIYIN_DATA);
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder,
    databaseUrl: data.DATABASE_URL ?? pathToFileURL(resolve(dataFolder, "huiyin.db")).href,
    authToken: data.DATABASE_AUTH_TOKEN,
    origin: data.SITE_URL?.replace(/\/+$/, "") ?? "",
    base: data.BASE_PATH.replace(/\/+$/, ""),
    demo: data.HUIYIN_DEMO === "1",
  };
}
