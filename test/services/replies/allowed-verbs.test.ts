import { afterAll, beforeAll, expect, it } from "vitest";
import type { Verb } from "#domain/handling/transitions.ts";
import { VERBS } from "#domain/handling/transitions.ts";
import type { Context } from "#services/context.ts";
import { ServiceError } from "#services/errors.ts";
import { listAllowedVerbs } from "#services/replies/allowed-verbs.ts";
import { approveReply } from "#services/replies/approve.ts";
import { correctReply } from "#services/replies/correct.ts";
import { draftReply } from "#services/replies/draft.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { proposeReply } from "#services/replies/propose.ts";
import { publishReply } from "#services/replies/publish.ts";
import { returnReply } from "#services/replies/return.ts";
import { submitReply } from "#services/replies/submit.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { STAGES, advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { cleanDraft, withheldDraft } from "#test/support/letter.ts";

const ID = "2026-jianyi-40.jiaoti";

let base: TestApp;
let people: Record<"author" | "colleague" | "office" | "office2" | "supervisor" | "admin", TestKey>;
beforeAll(async () => {
  base = await openTestApp();
  people = {
    author: await base.keyFor("unit", "jiaoti"),
    colleague: await base.keyFor("unit", "jiaoti"),
    office: await base.keyFor("office"),
    office2: await base.keyFor("office"),
    supervisor: await base.keyFor("supervisor"),
    admin: await base.keyFor("admin"),
  };
});
afterAll(async () => await base.close());

async function attempt(ctx: Context, verb: Verb): Promise<string | null> {
  const { assignment } = await getReply(ctx.db, ctx.actor, ID);
  const ref = { id: ID, version: assignment.version };
  const acts: Readonly<Record<Verb, () => Promise<unknown>>> = {
    draft: async () => await draftReply(ctx, ref, { ...cleanDraft(ID), note: "更正" }),
    propose: async () => await proposeReply(ctx, ref),
    submit: async () => await submitReply(ctx, ref),
    return: async () => await returnReply(ctx, ref, { reason: "请补充时限" }),
    approve: async () => await approveReply(ctx, ref),
    finalise: async () => await finaliseReply(ctx, ref),
    publish: async () => await publishReply(ctx, ref),
    correct: async () => await correctReply(ctx, ref, { note: "更正电话" }),
    withdraw: async () => await withdrawReply(ctx, ref, { kind: "legal", reason: "依法撤回" }),
  };
  try {
    await acts[verb]();
    return null;
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
}

const hands = (app: TestApp) => ({
  unit: app.contextOf(people.author.actor),
  office: app.contextOf(people.office.actor),
});

const SITUATIONS: Readonly<Record<string, (app: TestApp) => Promise<unknown>>> = {
  assigned: async () => undefined,
  ...Object.fromEntries(
    STAGES.map((stage) => [stage, async (app: TestApp) => await advanceReply(ID, stage, hands(app))]),
  ),
  "proposed within the unit": async (app) => {
    await advanceReply(ID, "drafted", hands(app));
    await attempt(app.contextOf(people.author.actor), "propose");
  },
  "mended by the office": async (app) => {
    await advanceReply(ID, "submitted", hands(app));
    await attempt(app.contextOf(people.office2.actor), "draft");
  },
  "final and withheld": async (app) => await advanceReply(ID, "final", hands(app), withheldDraft(ID)),
  "published, a correction begun": async (app) => {
    await advanceReply(ID, "published", hands(app));
    await attempt(app.contextOf(people.author.actor), "correct");
  },
  withdrawn: async (app) => {
    await advanceReply(ID, "published", hands(app));
    await attempt(app.contextOf(people.office.actor), "withdraw");
  },
};

it.each(Object.entries(SITUATIONS))(
  "%s: every person is offered what they may do, and told what they may not",
  async (_, prepare) => {
    const app = await openTestApp({ from: base });
    await prepare(app);
    for (const [name, { actor }] of Object.entries(people)) {
      const offered = listAllowedVerbs(actor, await getReply(app.db, actor, ID));
      for (const verb of VERBS) {
        const copy = await openTestApp({ from: app });
        const code = await attempt(copy.contextOf(actor), verb);
        const offer = offered.find((item) => item.verb === verb);
        const said = offer === undefined ? "not offered" : (offer.refusal?.code ?? null);
        const ways = offer === undefined ? ["forbidden", "wrong_state", "letter_incomplete"] : [said];
        expect(ways, `${name} ${verb}: ${code}, said ${said}`).toContain(code);
        await copy.close();
      }
    }
    await app.close();
  },
);
