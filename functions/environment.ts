import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { isAddressList, toAddressList } from "./http/trusted-proxies.ts";

/** How many releases stay on disk. */
export const KEEP_RELEASES = 5;

export const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "应为 0 到 65535 的端口号")
    .transform(Number)
    .refine((port) => port <= 65_535, "应为 0 到 65535 的端口号")
    .default(4321),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "应为主机名或 IP 地址")
    .default("127.0.0.1"),
  HUIYIN_DATA: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|https?:|libsql:|wss?:)/, "应以 file:、http(s): 或 libsql: 开头")
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  SITE_URL: z
    .string()
    .regex(
      /^https?:\/\/[\w.-]+(:\d{1,5})?\/?$/,
      "应为网站的域名，如 https://www.example.gov.cn，不带路径；路径写在 BASE_PATH",
    )
    .optional(),
  BASE_PATH: z
    .string()
    .regex(/^(\/[\w~-][\w.~-]*)*\/?$/, "应以 / 开头，如 /zwgk/huiyin")
    .default("/"),
  HUIYIN_GATEWAY_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, "应为短信、邮件网关的 http(s) 网址")
    .optional(),
  HUIYIN_GATEWAY_SECRET: z.string().min(16, "应为不少于 16 位的密钥").optional(),
  HUIYIN_SECRET: z.string().optional(),
  HUIYIN_TRUSTED_PROXIES: z
    .string()
    .refine((list) => isAddressList(list), "应为逗号分隔的 IP 地址或网段，如 10.0.0.5, 10.1.0.0/16")
    .optional(),
  HUIYIN_DEMO: z.enum(["0", "1"], "应为 0 或 1").default("1"),
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
  /** Keys in place of the file in the data folder; undefined: the file. */
  readonly secret: string | undefined;
  /** Addresses and networks whose X-Forwarded-For is believed, beside the machine itself. */
  readonly trustedProxies: readonly string[];
  /** Where 催办 by SMS and e-mail go; undefined: they wait. */
  readonly gateway: { readonly url: string; readonly secret: string } | undefined;
};

/** A wrong value stops the start with one sentence (design §2). */
export class WrongEnvironment extends Error {
  override name = "WrongEnvironment";
}

export function toGateway({
  HUIYIN_GATEWAY_URL: url,
  HUIYIN_GATEWAY_SECRET: secret,
}: Pick<z.infer<typeof Variables>, "HUIYIN_GATEWAY_URL" | "HUIYIN_GATEWAY_SECRET">) {
  if (url !== undefined && secret !== undefined) return { url, secret };
  if (url === undefined && secret === undefined) return undefined;
  throw new WrongEnvironment("环境变量 HUIYIN_GATEWAY_URL 和 HUIYIN_GATEWAY_SECRET 应当同时设置。请改正后重新启动。");
}

/** Reads the settings of design §2 from the environment. Throws WrongEnvironment. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
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
    secret: data.HUIYIN_SECRET,
    trustedProxies: toAddressList(data.HUIYIN_TRUSTED_PROXIES ?? ""),
    gateway: toGateway(data),
  };
}
