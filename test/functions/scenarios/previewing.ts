import type { Scenario } from "#test/support/scenario.ts";
import { CANARY } from "#test/support/world.ts";
import { FRESH, PUBLISHED, WITHHELD, fresh, publicationOf } from "./prepared-replies.ts";

const preview = (id: string) => `/api/replies/${id}/preview`;
const plan = (id: string) => `/api/replies/${id}/publication-plan`;

export const previewing: readonly Scenario[] = [
  {
    name: "the page as it would be, and nothing is published by it",
    as: "office",
    path: preview(FRESH),
    before: fresh("final"),
    status: 200,
    mustContain: ["<!DOCTYPE html>", "<main"],
    mustNotContain: Object.values(CANARY),
    after: async (world) => {
      if ((await publicationOf(world, FRESH)) !== "unpublished") throw new Error("published by a preview");
    },
  },
  { name: "of what is public the page as it is", as: "supervisor", path: preview(PUBLISHED), status: 200 },
  {
    name: "what is not to be public has no page",
    as: "office",
    path: preview(WITHHELD),
    status: 409,
    code: "not_public",
    mustNotContain: [CANARY.withheld],
  },
  { name: "before there is a letter there is none", as: "office", path: preview(FRESH), status: 409 },
  { name: "another unit's page is not there", as: "gongan", path: preview(PUBLISHED), status: 404 },
  {
    name: "what would change is not known without a release to go by",
    as: "zhujian",
    path: plan(PUBLISHED),
    status: 200,
    mustContain: ['"pages":null'],
  },
  { name: "nor of what is withheld", as: "office", path: plan(WITHHELD), status: 409, code: "not_public" },
  { name: "nor for another unit", as: "gongan", path: plan(PUBLISHED), status: 404 },
];
