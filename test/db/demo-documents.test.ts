import { describe, expect, it } from "vitest";
import { makeDemoCity } from "#db/seed/demo/demo-city.ts";
import { toPercent } from "#db/seed/demo/documents/figures.ts";
import { repliesOf } from "./demo-support.ts";

const city = makeDemoCity();
const sent = repliesOf(city);
const textOf = (slug: string): string => city.documents.find((item) => item.slug === slug)?.body.join("\n") ?? "";

describe("documents of the demo city", () => {
  it("are ten of all four kinds with unique addresses and numbers", () => {
    expect(city.documents).toHaveLength(10);
    expect(new Set(city.documents.map((item) => item.kind))).toEqual(
      new Set(["notice", "rules", "summary", "bulletin"]),
    );
    expect(new Set(city.documents.map((item) => item.slug)).size).toBe(10);
    expect(new Set(city.documents.map((item) => item.docNumber)).size).toBe(10);
    for (const document of city.documents) {
      expect(document.publishedAt.slice(0, 10) >= document.writtenOn).toBe(true);
      expect(document.body.join("").length).toBeGreaterThan(250);
    }
  });

  it("state in each notice the number that the campaign expects", () => {
    for (const { year, expected } of city.campaigns) {
      expect(textOf(`${year}-banli-tongzhi`)).toContain(
        `建议${expected.suggestion}件、提案${expected.proposal}件，合计${expected.suggestion + expected.proposal}件`,
      );
    }
  });

  it.each([2023, 2024, 2025])("count the classes of %i as the replies have them", (year) => {
    const replies = sent.filter(({ matter }) => matter.year === year).map(({ reply }) => reply);
    const text = textOf(`${year}-banli-zongjie`);
    for (const code of new Set(replies.map((reply) => reply.classCode))) {
      const count = replies.filter((reply) => reply.classCode === code).length;
      expect(text).toContain(`${code}类${count}件次，占${toPercent(count, replies.length)}`);
    }
    expect(text).toContain(`应当答复${replies.length}件次`);
  });

  it("name no matter that is not public", () => {
    const hidden = city.matters.filter((matter) => matter.stage !== "published").map((matter) => matter.title);
    const text = city.documents.flatMap((document) => document.body).join("\n");
    expect(hidden.filter((title) => text.includes(title))).toEqual([]);
  });

  it("round percentages half up", () => {
    expect(toPercent(67, 201)).toBe("33.33%");
    expect(toPercent(1, 32)).toBe("3.13%");
    expect(toPercent(0, 0)).toBe("0%");
  });
});
