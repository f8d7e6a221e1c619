import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { settings } from "#db/schema/operations.ts";
import type { Role } from "#domain/handling/actor.ts";
import type { SiteSettings } from "#domain/settings/site-settings.ts";
import { DEFAULT_SITE_SETTINGS } from "#domain/settings/site-settings.ts";
import type { UnitEntry } from "#domain/unit/unit.ts";
import { importUnits } from "#services/imports/import-units.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import type { Answer, Client } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";

/** What a person sends: nothing but words through the door. */
export type Step = { readonly method?: "POST" | "PUT" | "DELETE"; readonly body?: unknown };

/** One person at the API. Every call is a request; a change first reads its thing, as a clerk does. */
export type Person = {
  readonly id: string;
  readonly ask: Client;
  /** The answer to a GET that must succeed. */
  readonly see: (path: string) => Promise<Answer["json"]>;
  /** How a GET ends for this person. */
  readonly look: (path: string) => Promise<number>;
  /** Reads `thing` for its ETag, then takes the step on it: whatever comes of it. */
  readonly attempt: (thing: string, step: string, how?: Step) => Promise<Answer>;
  /** The same, and it must succeed: the thing as it then stands. */
  readonly act: (thing: string, step: string, how?: Step) => Promise<Answer["json"]>;
  /** Sends something new, which must be taken. */
  readonly send: (path: string, body: unknown) => Promise<Answer["json"]>;
};

export type Walk = {
  readonly app: TestApp;
  readonly person: (role: Role, unit?: string) => Promise<Person>;
  /** Nobody: no key at all. */
  readonly stranger: Client;
  /** Moves the clock to this day and time in Shanghai. */
  readonly goTo: (day: string, time?: string) => void;
  readonly close: () => Promise<void>;
};

export const shanghai = (day: string, time = "09:00") => new Date(`${day}T${time}:00+08:00`).toISOString();

function toPerson(id: string, ask: Client): Person {
  const see: Person["see"] = async (path) => {
    const answer = await ask(path);
    expect(answer.status, `GET ${path}: ${answer.text}`).toBe(200);
    return answer.json;
  };
  const attempt: Person["attempt"] = async (thing, step, { method = "POST", body = {} } = {}) => {
    // Whoever may not see the thing can only guess.
    const etag = (await ask(thing)).headers.get("ETag") ?? '"v1"';
    const path = step === "" ? thing : `${thing}/${step}`;
    return await ask(path, { method, body, headers: { "If-Match": etag, "Idempotency-Key": randomUUID() } });
  };
  return {
    id,
    ask,
    see,
    look: async (path) => (await ask(path)).status,
    attempt,
    act: async (thing, step, how) => {
      const answer = await attempt(thing, step, how);
      expect(answer.status, `${step} of ${thing}: ${answer.text}`).toBe(200);
      return answer.json;
    },
    send: async (path, body) => {
      const answer = await ask(path, { method: "POST", body, headers: { "Idempotency-Key": randomUUID() } });
      expect(answer.status, `POST ${path}: ${answer.text}`).toBeLessThan(300);
      return answer.json;
    },
  };
}

/**
 * An installation with its units and nothing else, on the morning of `day`. The register of units and the identity of the
 * site are files and settings of whoever runs it; everything after them comes through HTTP.
 */
export async function startWalk(day: string, units: readonly UnitEntry[], site?: Partial<SiteSettings>): Promise<Walk> {
  const seed = async (ctx: TestApp["system"]) => {
    await importUnits(ctx, units);
    const value = JSON.stringify({ ...DEFAULT_SITE_SETTINGS, ...site });
    await ctx.db.insert(settings).values({ key: "site", value });
  };
  const app = await openTestApp({ instant: shanghai(day), seed });
  return {
    app,
    person: async (role, unit) => {
      const key = await app.keyFor(role, unit);
      return toPerson(key.actor.id, clientOf(app, key));
    },
    stranger: clientOf(app),
    goTo: (to, time) => app.clock.set(shanghai(to, time)),
    close: app.close,
  };
}

export type ChainStep = readonly [person: Person, path: string, how?: Step];

/** Steps on one and the same thing, each with the ETag that the one before answered: every one must succeed. */
export async function takeSteps(thing: string, steps: readonly ChainStep[]): Promise<Answer["json"]> {
  let last = steps[0] && (await steps[0][0].ask(thing));
  for (const [person, path, { method = "POST", body = {} } = {}] of steps) {
    const headers = { "If-Match": last?.headers.get("ETag") ?? "", "Idempotency-Key": randomUUID() };
    last = await person.ask(path, { method, body, headers });
    expect(last.status, `${path}: ${last.text}`).toBe(200);
  }
  return last?.json;
}

/** Code and reason of a refusal, as machines and clerks read it. */
export const refusalOf = ({ status, json }: Answer) => [status, json?.code];

/** One line for each clock that runs, as this person's list has it, soonest first: clock, whose, due, light. */
export async function listDue({ see }: Person, query = ""): Promise<string[]> {
  const { items } = await see(`/api/due?limit=200${query}`);
  type Item = { clock: string; id: string; dueOn: string; light: { light: string } };
  return (items as Item[]).map(({ clock, id, dueOn, light }) => [clock, id, dueOn, light.light].join(" "));
}

/** What the audit says was done to an object, first to last. */
export async function listActions({ see }: Person, object: string): Promise<string[]> {
  const { items } = await see(`/api/audit?limit=200&object=${encodeURIComponent(object)}`);
  return (items as { action: string }[]).map(({ action }) => action).toReversed();
}
