import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { motionId } from "#domain/motion/number.ts";
import { kindOfLabel } from "#domain/motion/kind.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { textBlocks } from "#domain/reply/plain-text.ts";
import { importReplies } from "#services/imports/import-replies.ts";
import type { Office, Person } from "./office.ts";
import { fixture, openOffice } from "./office.ts";
import { filesWith, readAllText } from "./site-text.ts";

type ManifestEntry = {
  file: string;
  kind: string;
  session: string;
  number: number;
  motion_title: string;
  lead_unit: string;
  class_mark: string | null;
  disclosure_mark: string;
  expected_findings: { code: string }[];
};

let office: Office;
let editor: Person;
let publisher: Person;
let manifest: ManifestEntry[];
const handlers = new Map<string, Person>();

const isClean = (entry: ManifestEntry) => entry.expected_findings.length === 0;
const isPublic = (entry: ManifestEntry) => isClean(entry) && entry.disclosure_mark === "可公开";

async function handlerOf(unit: string): Promise<Person> {
  const known = handlers.get(unit) ?? (await office.person("unit", unit));
  handlers.set(unit, known);
  return known;
}

async function sentencesOf(entry: ManifestEntry): Promise<string[]> {
  const { letter } = await readReply(await readFile(fixture(`replies/${encodeURIComponent(entry.file)}`)));
  return textBlocks(letter.body)
    .flatMap((block) => block.split(/[。；]/))
    .filter((sentence) => sentence.length >= 12);
}

async function replyPath(entry: ManifestEntry): Promise<string> {
  const kind = kindOfLabel(entry.kind) ?? "suggestion";
  const id = motionId(2026, kind, { number: entry.number, betweenSessions: entry.session === "闭会期间" });
  const { json } = await editor.get(
    `/api/assignments?campaign=2026&limit=200&q=${encodeURIComponent(entry.motion_title)}`,
  );
  const items = (json as unknown as { items: { id: string; unit: { name: string } }[] }).items;
  const found = items.find((item) => item.id.startsWith(`${id}.`) && item.unit.name === entry.lead_unit);
  if (!found) throw new Error(`no assignment for ${entry.file}`);
  return `/api/replies/${found.id}`;
}

/** The draft as the API takes it, read from what is there. */
async function draftBody(person: Person, path: string, ground: string) {
  const { json } = await person.get(path);
  const { edition, disclosure } = json as unknown as { edition: { letter: object }; disclosure: { mode: string } };
  const decision = disclosure.mode === "none" ? { mode: "none", ground } : { mode: disclosure.mode };
  return { letter: edition.letter, disclosure: decision };
}

async function importTable(file: string, kind: string): Promise<number> {
  const form = new FormData();
  form.set("file", new File([await readFile(fixture(`allocation/${file}`))], file));
  form.set("campaign", "2026");
  form.set("kind", kind);
  const { json } = await editor.upload("/api/imports/allocation", form);
  return (json as unknown as { accepted: number }).accepted;
}

beforeAll(async () => {
  office = await openOffice();
  editor = await office.person("office");
  publisher = await office.person("office");
  manifest = (JSON.parse(await readFile(fixture("replies/manifest.json"), "utf8")) as { replies: ManifestEntry[] })
    .replies;
});

afterAll(async () => await office.close());

describe("from the office's files to the public site", { timeout: 120_000 }, () => {
  it("takes both allocation tables in, once", async () => {
    expect(await importTable("人大代表建议办理分配表.xlsx", "suggestion")).toBe(126);
    expect(await importTable("政协提案办理分配表.xlsx", "proposal")).toBe(148);
    expect(await importTable("人大代表建议办理分配表.csv", "suggestion")).toBe(0);
    const { json } = await editor.get("/api/statistics/2026");
    expect(json).toMatchObject({ total: { motions: 274, owed: 283, answered: 0 } });
  });

  it("takes the 18 clean replies in as drafts and refuses the 6 others with their reasons", async () => {
    const folder = fixture("replies/");
    const names = (await readdir(folder)).filter((name) => name.endsWith(".docx"));
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(new URL(encodeURIComponent(name), folder)) })),
    );
    const reports = await importReplies(office.system, { files, campaignId: "2026", dryRun: false });
    for (const report of reports) {
      const entry = manifest.find((item) => item.file === report.file);
      const codes = new Set(entry?.expected_findings.map((finding) => finding.code));
      expect(report.state, report.file).toBe(codes.size === 0 ? "stored" : "refused");
      for (const code of codes) expect(report.findings.map((finding) => finding.code)).toContain(code);
    }
    const again = await importReplies(office.system, { files, campaignId: "2026", dryRun: false });
    expect(again.filter((report) => report.state === "stored")).toEqual([]);
  });

  it("stops a unit that submits a defective reply by hand", async () => {
    for (const entry of manifest.filter((item) => !isClean(item))) {
      const path = await replyPath(entry);
      const handler = await handlerOf(entry.lead_unit);
      const assignment = path.replace("/replies/", "/assignments/");
      expect((await handler.act(assignment, "sign")).status).toBe(200);
      const { letter } = await readReply(await readFile(fixture(`replies/${encodeURIComponent(entry.file)}`)));
      const { disclosureMark: _, ...words } = letter;
      expect(
        (await handler.act(path, "draft", { letter: words, disclosure: { mode: "full" } })).status,
        entry.file,
      ).toBe(200);
      const refused = await handler.act(path, "submit");
      expect(refused.status, entry.file).toBe(409);
      expect(["gate_blocked", "class_missing"]).toContain((refused.json as unknown as { code: string }).code);
    }
  });

  it("needs the ground of 不公开 before a unit may submit", async () => {
    const [withheld] = manifest.filter((entry) => isClean(entry) && !isPublic(entry));
    const path = await replyPath(withheld as ManifestEntry);
    const handler = await handlerOf((withheld as ManifestEntry).lead_unit);
    expect((await handler.act(path, "submit")).json).toMatchObject({ code: "ground_missing" });
  });

  it("is submitted by units, returned once, approved, finalised and published by the office", async () => {
    const clean = manifest.filter(isClean);
    for (const [index, entry] of clean.entries()) {
      const path = await replyPath(entry);
      const handler = await handlerOf(entry.lead_unit);
      const body = await draftBody(handler, path, "article_15");
      expect((await handler.act(path, "draft", body)).status, entry.file).toBe(200);
      expect((await handler.act(path, "submit")).status, entry.file).toBe(200);
      if (index === 0) {
        expect((await editor.act(path, "return", { reason: "请补充完成时限。" })).status).toBe(200);
        expect((await handler.act(path, "submit")).status).toBe(200);
      }
      expect((await handler.act(path, "approve")).status).toBe(403);
      expect((await editor.act(path, "approve")).status, entry.file).toBe(200);
      expect((await editor.act(path, "finalise")).status, entry.file).toBe(200);
      const published = await publisher.act(path, "publish");
      expect(published.status, entry.file).toBe(isPublic(entry) ? 200 : 409);
    }
  });

  it("puts exactly the clean public ones on the site, in search and in the figures", async () => {
    const result = await office.release();
    const site = join(office.dataFolder, "releases", "current", "site");
    const texts = await readAllText(site);
    const pages = [...texts.keys()].filter((path) => /^2026\/(jianyi|tian)\/[^/]+\/index\.html$/.test(path));
    expect(pages).toHaveLength(manifest.filter(isPublic).length);
    for (const entry of manifest.filter(isPublic)) {
      const found = filesWith(texts, entry.motion_title);
      expect(
        found.some((path) => path.endsWith("index.html")),
        entry.file,
      ).toBe(true);
      expect(
        found.some((path) => path.startsWith("search-index/")),
        entry.file,
      ).toBe(true);
    }
    const year = JSON.parse(await readFile(join(site, "2026/index.json"), "utf8")) as {
      total: {
        answered: number;
        published: number;
        withheld: number;
        classes: { class: { code: string }; count: number }[];
      };
    };
    const count = (code: string) => manifest.filter((entry) => isClean(entry) && entry.class_mark === code).length;
    expect(year.total).toMatchObject({ answered: 18, published: 15, withheld: 3 });
    expect(year.total.classes.map((item) => item.count)).toEqual([count("A"), count("B"), count("C")]);
    expect(result?.manifest).toMatchObject({ previous: null, gone: [] });
  });

  it("has no word of the withheld and the defective ones anywhere in the release", async () => {
    const texts = await readAllText(join(office.dataFolder, "releases", "current", "site"));
    expect(texts.size).toBeGreaterThan(50);
    // Set phrases stand in many letters; what is a letter's own stands in none that is public.
    const open = (await Promise.all(manifest.filter(isPublic).map(sentencesOf))).flat().join("\n");
    for (const entry of manifest.filter((item) => !isPublic(item))) {
      expect(filesWith(texts, entry.motion_title), entry.file).toEqual([]);
      const own = (await sentencesOf(entry)).filter((sentence) => !open.includes(sentence));
      expect(own.length, entry.file).toBeGreaterThan(3);
      for (const sentence of own) expect(filesWith(texts, sentence), entry.file).toEqual([]);
    }
  });

  it("lets a withdrawn one disappear with the next release, and with it the older release", async () => {
    const [entry] = manifest.filter(isPublic) as [ManifestEntry];
    const path = await replyPath(entry);
    const before = await office.person("supervisor");
    expect((await before.act(path, "withdraw", { kind: "withdrawn", reason: "数据需要重新核实" })).status).toBe(403);
    const withdrawn = await editor.act(path, "withdraw", { kind: "withdrawn", reason: "数据需要重新核实" });
    expect(withdrawn.status).toBe(200);
    const result = await office.release();
    expect(result?.removed).toEqual(["r000001"]);
    const texts = await readAllText(join(office.dataFolder, "releases"));
    const shown = new Map([...texts].filter(([name]) => name.includes("/site/")));
    expect(filesWith(shown, entry.motion_title)).toEqual([]);
    expect(filesWith(shown, "数据需要重新核实")).toEqual([]);
    expect([...shown.values()].some((text) => text.includes("答复单位撤回"))).toBe(true);
  });
});
