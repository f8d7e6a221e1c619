import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findPlaceholders } from "#domain/gate/placeholder.ts";
import { textBlocks } from "#domain/reply/plain-text.ts";
import type { Inline, RichText } from "#domain/reply/rich-text.ts";
import type { Figure } from "#domain/statistics/figure.ts";
import { findFigure } from "#domain/summary/figure-link.ts";
import { Forbidden, NotFound, Refused, Stale } from "#services/errors.ts";
import { exportDocument } from "#services/exports/document.ts";
import { draftSummary } from "#services/summaries/draft.ts";
import type { SummaryInput } from "#services/summaries/draft.ts";
import { listSummaries, readSummary } from "#services/summaries/read-summary.ts";
import { refreshSummary } from "#services/summaries/refresh.ts";
import { saveSummary } from "#services/summaries/save.ts";
import { readIndicators } from "#services/statistics/read-indicators.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { cleanDraft } from "#test/support/letter.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";
import type { Person, World } from "#test/support/world.ts";
import { bytesOf } from "../exports/tables.ts";

let city: World;
let world: World;
beforeAll(async () => {
  city = await makeWorld();
});
afterAll(async () => await city.close());
beforeEach(async () => {
  world = await copyWorld(city);
});
afterEach(async () => await world.close());

const SITE = "https://www.example.gov.cn";
const as = (person: Person) => world.contextOf(world.people[person].actor);
const GOVERNMENT: SummaryInput = { campaign: "2026", outline: "government", unit: null, kind: "suggestion" };
const UNIT: SummaryInput = { campaign: "2026", outline: "unit", unit: "zhujian", kind: null };

const inlines = (body: RichText): Inline[] =>
  body.content.flatMap((block) => (block.type === "paragraph" ? (block.content ?? []) : []));
const numbersOf = (body: RichText) =>
  inlines(body).flatMap((node) => {
    const figure = findFigure(node);
    return figure && node.type === "text" ? [[figure.code, node.text] as const] : [];
  });
const linksOf = (body: RichText) =>
  inlines(body).flatMap((node) => {
    const href = node.type === "text" ? node.marks?.find((mark) => mark.type === "link")?.attrs.href : undefined;
    return href === undefined || findFigure(node) ? [] : [href];
  });

/** As the code asks for it: a rate without empty decimals, a base, or the count. */
function printFigure(figure: Figure | undefined, code: string): string {
  if (code.endsWith("%")) return `${figure?.percent?.replace(/\.00$/, "")}%`;
  return String(code.endsWith("/") ? figure?.base : figure?.numerator);
}

describe("a 总结", () => {
  it("says nothing that is not counted: every number is the figure of its code", async () => {
    for (const input of [GOVERNMENT, UNIT, { ...UNIT, outline: "district", unit: "jiaoti" } as const]) {
      const slug = await draftSummary(as("office"), input, SITE);
      const { body } = (await readSummary(as("office"), slug)).document;
      const { slices } = await readIndicators(as("office"), {
        year: 2026,
        unit: input.unit ?? undefined,
        kind: input.kind ?? undefined,
      });
      const figures = new Map((slices[0]?.figures ?? []).map((figure) => [`all.${figure.code}`, figure]));
      const numbers = numbersOf(body);
      expect(numbers.length).toBeGreaterThan(2);
      for (const [code, text] of numbers) {
        const printed = printFigure(figures.get(code.replace(/[%/]$/, "")), code);
        expect(text, code).toBe(printed);
      }
      // And no digit stands outside of them but the year, numbers of matters and sittings.
      const prose = inlines(body).flatMap((node) => (node.type === "text" && !node.marks ? [node.text] : []));
      expect(prose.join("").replace(/2026年/g, "")).not.toMatch(/\d/);
      expect(findPlaceholders(textBlocks(body).join("\n"))).toEqual([]);
    }
  });

  it("names only matters whose reply is public, each by its permanent address", async () => {
    const slug = await draftSummary(as("office"), { ...UNIT, unit: "zhujian" }, SITE);
    const { body } = (await readSummary(as("office"), slug)).document;
    expect(new Set(linksOf(body))).toEqual(new Set([`${SITE}/2026/jianyi/39/`]));
    const text = textBlocks(body).join("\n");
    expect(text).not.toContain("关于开放学校运动场地的提案");
    // The year of the test city does not make names public.
    expect(text).not.toMatch(/卢子|冉云芳/);
  });

  it("keeps what people wrote when its numbers are set anew", async () => {
    const office = as("office");
    const slug = await draftSummary(office, { ...GOVERNMENT }, SITE);
    const first = (await readSummary(office, slug)).document;
    const written: RichText = {
      ...first.body,
      content: [...first.body.content, { type: "paragraph", content: [{ type: "text", text: "群众反映良好。" }] }],
    };
    await saveSummary(office, { slug, version: first.version }, { title: "我们的报告", body: written });
    world.clock.set("2026-12-31T02:00:00Z");
    const { gone } = await refreshSummary(office, { slug, version: first.version + 1 }, SITE);
    const { summary, document } = await readSummary(office, slug);
    expect(document.title).toBe("我们的报告");
    expect(textBlocks(document.body).at(-1)).toBe("群众反映良好。");
    expect(gone).toEqual([]);
    expect(summary.asOf).toBe("2026-12-31");
    expect(numbersOf(document.body)).toEqual(numbersOf(first.body));
  });

  it("sets a number anew when the fact behind it changed", async () => {
    const unit = as("jiaoti");
    const slug = await draftSummary(unit, { ...UNIT, unit: null }, SITE);
    const { document } = await readSummary(unit, slug);
    const before = new Map(numbersOf(document.body));
    const hands = { unit, office: as("office") };
    await advanceReply("2026-tian-7.jiaoti", "published", hands, cleanDraft("2026-tian-7.jiaoti"));
    const { changed, offered } = await refreshSummary(unit, { slug, version: document.version }, SITE);
    expect(changed).toContainEqual({ code: "all.signed_rate", before: before.get("all.signed_rate"), after: "2" });
    // Nothing was answered before: the sentence was left out, and is offered now.
    expect(before.has("all.answered_rate")).toBe(false);
    expect(JSON.stringify(offered)).toContain("all.answered_rate");
  });

  it("is its unit's and the office's, never another unit's; a reader changes nothing", async () => {
    const slug = await draftSummary(as("zhujian"), { ...UNIT, unit: null }, SITE);
    await expect(readSummary(as("jiaoti"), slug)).rejects.toBeInstanceOf(NotFound);
    await expect(exportDocument(as("jiaoti"), { slug, format: "html" })).rejects.toBeInstanceOf(NotFound);
    expect(await listSummaries(as("jiaoti"), "2026")).toEqual([]);
    expect((await listSummaries(as("supervisor"), "2026")).map(({ summary }) => summary.slug)).toEqual([slug]);
    await expect(draftSummary(as("zhujian"), { ...UNIT, unit: "jiaoti" }, SITE)).rejects.toBeInstanceOf(Forbidden);
    await expect(draftSummary(as("supervisor"), UNIT, SITE)).rejects.toBeInstanceOf(Forbidden);
    await expect(draftSummary(as("office"), UNIT, SITE)).rejects.toBeInstanceOf(Refused);
    const words = { title: "总结", body: { type: "doc" as const, content: [] } };
    await expect(saveSummary(as("supervisor"), { slug, version: 1 }, words)).rejects.toBeInstanceOf(Forbidden);
    await expect(saveSummary(as("jiaoti"), { slug, version: 1 }, words)).rejects.toBeInstanceOf(NotFound);
    await expect(saveSummary(as("zhujian"), { slug, version: 2 }, words)).rejects.toBeInstanceOf(Stale);
  });

  it("that is public is no longer changed", async () => {
    const slug = await draftSummary(as("office"), GOVERNMENT, SITE);
    await world.db.run(
      `update documents set state = 'published', published_at = '2026-12-01 09:00' where slug = '${slug}'`,
    );
    await expect(refreshSummary(as("office"), { slug, version: 1 }, SITE)).rejects.toMatchObject({
      code: "wrong_state",
    });
  });

  it("says what the check finds in it", async () => {
    const slug = await draftSummary(as("office"), GOVERNMENT, SITE);
    const body: RichText = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "代表电话为13800138000。" }] }],
    };
    await saveSummary(as("office"), { slug, version: 1 }, { title: "办理情况报告", body });
    const { findings } = (await readSummary(as("office"), slug)).document;
    expect(findings.map(({ code }) => code)).toContain("pii_mobile");
  });

  it("is printed without a number's link, without a blank, and with the address of what it cites", async () => {
    const slug = await draftSummary(as("office"), GOVERNMENT, SITE);
    const html = new TextDecoder().decode(await bytesOf(await exportDocument(as("office"), { slug, format: "html" })));
    expect(html).not.toContain("#figure=");
    expect(html).not.toContain("<p></p>");
    expect(html).toContain(`<a href="${SITE}/2026/jianyi/39/">`);
    expect(html).toMatch(/<h2>一、/);
  });
});
