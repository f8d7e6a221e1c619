import { stat } from "node:fs/promises";
import { fetchFromFolder, fetchFromSite, verifyRelease } from "#release/seal/verify-release.ts";
import { Usage, runCommand } from "./run-command.ts";

const USAGE = "用法：npm run release:verify -- 网址或文件夹";

/** npm run release:verify -- URL|FOLDER [--json]: needs nothing but the site; says the first broken file, or ok with counts. */
await runCommand(process.argv.slice(2), async ([target, ...others]) => {
  if (target === undefined || others.length > 0) throw new Usage(USAGE);
  const isSite = /^https?:\/\//.test(target);
  if (!isSite && !(await stat(target).catch(() => undefined))?.isDirectory()) throw new Usage(USAGE);
  const verdict = await verifyRelease(isSite ? fetchFromSite(target) : fetchFromFolder(target));
  const text = verdict.ok
    ? `ok：${verdict.id}，${verdict.files} 个文件与清单一致，签名有效。\n公钥 ${verdict.publicKey}\n根 ${verdict.root}`
    : `不一致：${verdict.broken}（${verdict.why}）`;
  return { ok: verdict.ok, json: verdict, text };
});
