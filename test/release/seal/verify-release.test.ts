import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RECEIPTS_PATH, toReceiptStatement } from "#domain/seal/receipt.ts";
import { SEAL_PATH } from "#domain/seal/release-seal.ts";
import { openSigningKey } from "#release/seal/signing-key.ts";
import {
  fetchFromFolder,
  fetchFromSite,
  listFolder,
  Unreachable,
  verifyRelease,
} from "#release/seal/verify-release.ts";
import { checkPage, toFilePath } from "#site/verify/check-page.ts";
import { makeSmallCity, release, siteOf, type SmallCity } from "../support/small-city.ts";

const PAGE = "2026/jianyi/1/index.html";
let city: SmallCity;
let site: string;
let copy: string;

beforeAll(async () => {
  city = await makeSmallCity(6, 2);
  await release(city);
  site = await siteOf(city.dataFolder);
  copy = await mkdtemp(join(tmpdir(), "huiyin-verify-"));
});
afterAll(async () => {
  await city.remove();
  await rm(copy, { recursive: true, force: true });
});
const verify = async () => await verifyRelease(fetchFromFolder(copy), async () => await listFolder(copy));
const change = async (path: string, edit: (text: string) => string) =>
  await writeFile(join(copy, path), edit(await readFile(join(copy, path), "utf8")));

describe("a sealed release", { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await rm(copy, { recursive: true, force: true });
    await cp(site, copy, { recursive: true, dereference: true });
  });

  it("is as it says, as a copy of plain files too", async () => {
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verifyRelease(fetchFromFolder(site))).toMatchObject({ ok: true });
  });

  it("keeps its key to its owner", async () => {
    const key = await stat(join(city.dataFolder, "keys/release-ed25519.json"));
    expect(key.mode & 0o777).toBe(0o600);
  });

  it("names the first broken file", async () => {
    await change(PAGE, (text) => text.replace("</p>", " </p>"));
    expect(await verify()).toMatchObject({ ok: false, broken: PAGE });
    await rm(join(copy, PAGE));
    expect(await verify()).toMatchObject({ ok: false, broken: PAGE });
  });

  it.each([
    [
      "a list that was made to fit",
      ".well-known/huiyin-files/2026-jianyi.json",
      /"sha256":"[0-9a-f]{4}/,
      '"sha256":"0000',
    ],
    ["another root of a part", SEAL_PATH, /("name": "2026\/jianyi",\s+"root": ")[0-9a-f]{4}/, "$10000"],
    ["another time", SEAL_PATH, /"createdAt": "2026/, '"createdAt": "2025'],
    ["another release before", SEAL_PATH, /"previous": null/, '"previous": "r000000"'],
    ["receipts that say something else", RECEIPTS_PATH, /"release": "r/, '"release": "s'],
    ["a list that is none", ".well-known/huiyin-files/site.json", /^[^]*$/, "[null]"],
    ["parts that are none", SEAL_PATH, /"parts": \[[^\]]*\]/, '"parts": 1'],
    ["another number of files", SEAL_PATH, /("name": "2026\/jianyi",[^}]*"files": )\d+/, "$11"],
    ["another root", SEAL_PATH, /"root": "[0-9a-f]{4}/, '"root": "0000'],
  ])("does not pass with %s", async (_, path, from, to) => {
    await change(path, (text) => text.replace(from, to));
    expect(await verify()).toMatchObject({ ok: false, broken: path });
  });

  it("does not pass with a file that no list names", async () => {
    await writeFile(join(copy, "2026/extra.html"), "");
    expect(await verify()).toMatchObject({ ok: false, broken: "2026/extra.html" });
    await expect(verifyRelease(fetchFromFolder(site), async () => await listFolder(site))).resolves.toMatchObject({
      ok: true,
    });
  });

  it("does not pass without its receipts, or with those of another release though its key signed them", async () => {
    const { publicKey, sign } = await openSigningKey(city.dataFolder);
    const facts = { release: "r000000", root: "0".repeat(64), receipts: [] };
    const older = { ...facts, publicKey, signature: await sign(toReceiptStatement(facts)) };
    await writeFile(join(copy, RECEIPTS_PATH), JSON.stringify(older));
    expect(await verify()).toMatchObject({ ok: false, broken: RECEIPTS_PATH });
    await rm(join(copy, RECEIPTS_PATH));
    expect(await verify()).toMatchObject({ ok: false, broken: RECEIPTS_PATH });
  });

  it("is not called broken where nobody answers", async () => {
    await expect(verifyRelease(fetchFromSite("http://127.0.0.1:1/"))).rejects.toThrow(Unreachable);
  });

  it("lets a reader check one page in the browser", async () => {
    const check = async () => await checkPage(PAGE, fetchFromFolder(copy), crypto.subtle);
    expect((await check()).map((line) => line.ok)).toEqual([true, true, true, true]);
    await change(PAGE, (text) => `${text} `);
    expect((await check()).map((line) => line.ok)).toEqual([false, true, true, true]);
  });

  it("says the release before it and the end of the audit", async () => {
    const first = JSON.parse(await readFile(join(site, SEAL_PATH), "utf8")) as { id: string; root: string };
    const { manifest } = await release(city);
    expect(manifest).toMatchObject({ previous: first.id, previousRoot: first.root });
    expect(manifest.auditHead).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("an address as somebody types it", () => {
  it.each([
    ["/2026/jianyi/1/", "", PAGE],
    ["2026/jianyi/1/", "", PAGE],
    ["https://huiyin.example/zwgk/2026/jianyi/1/?a#b", "/zwgk", PAGE],
    ["/", "", "index.html"],
    ["/data/2026.csv", "", "data/2026.csv"],
  ])("%s below %s is %s", (typed, base, path) => {
    expect(toFilePath(typed, base)).toBe(path);
  });
});
