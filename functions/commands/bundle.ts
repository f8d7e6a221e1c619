import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isOfferable, offerBundle } from "#release/bundle/offer.ts";
import { writeBundle } from "#release/bundle/write-bundle.ts";
import { findCurrent, readManifest } from "#release/folders.ts";
import { shanghaiDate } from "#services/clock.ts";
import { openContext } from "./open-context.ts";
import { Usage, runCommand, type Outcome } from "./run-command.ts";

const USAGE = "用法：npm run bundle -- --out 文件夹 [--offer]";
const OFFERED = "下次发布时放到“开放数据”页上；要马上放上去，请运行 npm run release。";
const TOO_LARGE = "文件太大，不放到网站上，请另行提供。";

/**
 * npm run bundle -- --out FOLDER [--offer] [--json]: the site that readers see now as a ZIP that opens without a server;
 * --offer has the next release put it on the data page.
 */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const options = { out: { type: "string" }, offer: { type: "boolean", default: false } } as const;
  const { out, offer } = parseArgs({ args: argv, options }).values;
  if (out === undefined) throw new Usage(USAGE);
  const { dataFolder } = (await openContext()).environment;
  const id = await findCurrent(dataFolder);
  const manifest = id === undefined ? undefined : await readManifest(dataFolder, id);
  if (id === undefined || !manifest) throw new Usage("还没有生成过网站。请先运行 npm run release。");
  const day = shanghaiDate(new Date(manifest.createdAt));
  const file = join(resolve(out), `huiyin-${day}-${id}.zip`);
  const bundle = await writeBundle(dataFolder, id, day, file);
  const isOffered = offer && isOfferable(bundle);
  if (isOffered) await offerBundle(dataFolder, file, bundle);
  const { files, bytes, sha256 } = bundle;
  const made = `已生成离线副本：${file}，${files} 个文件，${(bytes / 1e6).toFixed(1)} MB，SHA-256 ${sha256}。`;
  const next = offer ? (isOffered ? OFFERED : TOO_LARGE) : "";
  return { ok: !offer || isOffered, json: { file, ...bundle, offered: isOffered }, text: `${made}${next}` };
});
