import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  fetchFromFolder,
  fetchFromSite,
  listFolder,
  Unreachable,
  verifyRelease,
  type Verdict,
} from "#release/seal/verify-release.ts";
import { shanghaiMinute } from "#services/clock.ts";
import { Failed, Usage, runCommand } from "./run-command.ts";

const USAGE = "用法：npm run release:verify -- 网址或文件夹 [--key 公钥]";

async function verify(target: string): Promise<Verdict> {
  if (URL.canParse(target) && /^https?:/.test(target)) return await verifyRelease(fetchFromSite(target));
  if (!(await stat(target).catch(() => undefined))?.isDirectory()) throw new Usage(USAGE);
  return await verifyRelease(fetchFromFolder(target), async () => await listFolder(target));
}

function toText(verdict: Verdict, key: string | undefined): string {
  if (!verdict.ok) return `不一致：${verdict.broken}（${verdict.why}）`;
  const { id, files, createdAt, previous, publicKey, root } = verdict;
  const compare =
    key === undefined ? "（请与办公室在别处公布的公钥核对，或用 --key 写上公钥）" : "（与给出的公钥一致）";
  return [
    `ok：${id}，${files} 个文件与清单一致，签名有效。`,
    `发布时间 ${shanghaiMinute(new Date(createdAt))}，上一次发布 ${previous ?? "没有"}；比上次核对时看到的还早，就是旧的一版`,
    `公钥 ${publicKey}${compare}`,
    `根 ${root}`,
  ].join("\n");
}

/** Whoever signs with another key can sign everything. */
function holdToKey(verdict: Verdict, key: string | undefined): Verdict {
  if (!verdict.ok || key === undefined || verdict.publicKey === key) return verdict;
  return {
    ok: false,
    broken: ".well-known/huiyin-release.json",
    why: `签名的公钥是 ${verdict.publicKey}，不是给出的那一把`,
  };
}

function toUnreachable({ url, status }: Unreachable): Failed {
  const why =
    status === undefined ? "没有应答，请检查网址和网络" : `网站答复 ${status}，可能正在更新，请过几分钟再核对`;
  return new Failed("unreachable", `“${url}”打不开：${why}。`);
}

/**
 * npm run release:verify -- URL|FOLDER [--key KEY] [--json]: needs nothing but the site; says the first broken file, or ok
 * with counts. --key is the public key as somebody noted it: one of any other is broken.
 */
await runCommand(process.argv.slice(2), async (argv) => {
  const options = { key: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [target, ...others] = positionals;
  if (target === undefined || others.length > 0) throw new Usage(USAGE);
  try {
    const verdict = holdToKey(await verify(target), values.key);
    return { ok: verdict.ok, json: verdict, text: toText(verdict, values.key) };
  } catch (error) {
    throw error instanceof Unreachable ? toUnreachable(error) : error;
  }
});
