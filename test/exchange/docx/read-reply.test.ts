import { describe, expect, test } from "vitest";
import { textBlocks } from "#domain/reply/plain-text.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { readFixture, readJsonFixture } from "../fixtures.ts";

type Expected = {
  file: string;
  kind: "建议" | "提案";
  session: string;
  printed_number: number;
  motion_title: string;
  addressee: string;
  lead_unit_full: string;
  doc_no: string;
  title: string;
  class_mark: string | null;
  disclosure_mark: string;
  date: string;
  contact: string;
  phone: string;
  copy_to: string;
  body_chars: number;
  has_table: boolean;
  first_body_line: string;
  last_body_line: string;
};

const { replies } = await readJsonFixture<{ replies: Expected[] }>("replies/manifest.json");

test("there are 24 letters", () => {
  expect(replies).toHaveLength(24);
});

describe.each(replies)("$file", (expected) => {
  test("every part of the letter is read as printed, and nothing else is found in the file", async () => {
    const reply = await readReply(await readFixture(`replies/${expected.file}`));
    expect(reply.letter).toMatchObject({
      classCode: expected.class_mark,
      disclosureMark: expected.disclosure_mark,
      docNumber: expected.doc_no,
      title: expected.title,
      addressee: expected.addressee,
      signatory: expected.lead_unit_full,
      signedOn: expected.date,
      contactName: expected.contact,
      contactPhone: expected.phone,
      copyTo: expected.copy_to,
    });
    expect(reply.issuer).toBe(expected.lead_unit_full);
    expect(reply.quotedTitle).toBe(expected.motion_title);
    expect(reply.motion).toMatchObject({
      kind: expected.kind === "建议" ? "suggestion" : "proposal",
      number: expected.printed_number,
      betweenSessions: expected.session === "闭会期间",
    });
    expect(reply.hidden).toEqual([]);
  });

  test("the body is whole: first line, last line, every character, its table", async () => {
    const { body } = (await readReply(await readFixture(`replies/${expected.file}`))).letter;
    const blocks = textBlocks(body);
    expect(blocks[0]).toBe(expected.first_body_line);
    expect(blocks.at(-1)).toBe(expected.last_body_line);
    expect(body.content.some(({ type }) => type === "table")).toBe(expected.has_table);
    // The numbers of a list (1. … 10.) are set by the list and no longer typed.
    const numbers = body.content.flatMap((block) =>
      block.type === "ordered_list" ? block.content.map((_, index) => `${index + 1}.`) : [],
    );
    expect(blocks.join("").length + numbers.join("").length).toBe(expected.body_chars);
  });
});
