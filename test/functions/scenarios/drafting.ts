import { readFileSync } from "node:fs";
import type { Scenario } from "#test/support/scenario.ts";
import { CANARY } from "#test/support/world.ts";
import { FRESH, PUBLISHED, RETURNED, fresh } from "./prepared-replies.ts";

function letter(reply: string, file = "18_建议_24号.docx"): FormData {
  const form = new FormData();
  form.set("file", new File([readFileSync(new URL(`../../fixtures/replies/${file}`, import.meta.url))], file));
  form.set("reply", reply);
  return form;
}

const upload = (body: FormData) => ({ method: "POST", path: "/api/imports/letter", body });

/** What the desk of whoever drafts or reviews asks for beside the reply itself. */
export const drafting: readonly Scenario[] = [
  {
    name: "the gate's own facts come to the desk: the classes and the one motion, no other",
    as: "jiaoti",
    path: `/api/replies/${RETURNED}/gate`,
    status: 200,
    mustContain: ['"number":40', "关于增加公办幼儿园学位的建议", "0890-6221001", '"code":"A"'],
    mustNotContain: ["加装电梯", "运动场地"],
  },
  { name: "not another unit's", as: "zhujian", path: `/api/replies/${RETURNED}/gate`, status: 404 },
  {
    name: "an edition is read with its words",
    as: "zhujian",
    path: `/api/replies/${PUBLISHED}/editions/1`,
    status: 200,
    mustContain: ['"number":1', '"state":"final"', "所提问题已经解决"],
  },
  { name: "not one that is not there", as: "zhujian", path: `/api/replies/${PUBLISHED}/editions/2`, status: 404 },
  {
    name: "not another unit's draft",
    as: "gongan",
    path: `/api/replies/${RETURNED}/editions/1`,
    status: 404,
    mustNotContain: Object.values(CANARY),
  },
  {
    name: "a return keeps the letter as it was sent back",
    as: "office",
    path: `/api/replies/${RETURNED}`,
    status: 200,
    mustContain: ['"returns":[{"edition":1', `"letter":{"classCode":"B"`, CANARY.draft],
  },
  {
    name: "the ledger says what came back",
    as: "jiaoti",
    path: "/api/assignments?state=handling",
    status: 200,
    mustContain: [`"id":"${RETURNED}"`, '"returned":true'],
  },
  {
    name: "and no longer, once it was sent on again",
    as: "jiaoti",
    path: "/api/assignments?state=submitted",
    before: fresh("submitted"),
    status: 200,
    mustContain: [`"id":"${FRESH}"`, '"returned":false'],
    mustNotContain: ['"returned":true'],
  },
  {
    name: "a Word file is read for the draft, and a letter for another matter is told from the right one",
    as: "jiaoti",
    ...upload(letter(RETURNED)),
    status: 200,
    mustContain: ['"verdict":"block"', '"code":"motion_number_mismatch"', '"body":{"type":"doc"'],
  },
  { name: "for its own reply only", as: "zhujian", ...upload(letter(RETURNED)), status: 404 },
  {
    name: "not for a joint unit, which sends no letter",
    as: "jiaoti",
    ...upload(letter("2026-jianyi-39.jiaoti")),
    status: 409,
    code: "not_lead",
  },
];
