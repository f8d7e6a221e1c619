import type { DemoCity, DemoMatter, DemoPara, DemoReply } from "#db/seed/demo/demo-city.ts";

export type Sent = { readonly matter: DemoMatter; readonly reply: DemoReply };

export function textsOf(paras: readonly DemoPara[]): string[] {
  return paras.flatMap((para) => ("table" in para ? para.table.flat() : [para.text]));
}

export function repliesOf(city: DemoCity): Sent[] {
  return city.matters.flatMap((matter) => matter.replies.map((reply) => ({ matter, reply })));
}

/** Everything that anyone could read in a reply, internal parts included. */
export function allTextsOf({ matter, reply }: Sent): string[] {
  return [
    matter.title,
    reply.title,
    reply.addressee,
    reply.copyTo,
    reply.disclosure.groundText ?? "",
    reply.withdrawn?.reason ?? "",
    reply.correction?.note ?? "",
    ...textsOf(reply.body),
    ...textsOf(reply.publicBody ?? []),
    ...textsOf(reply.correction?.body ?? []),
    ...reply.followUps.flatMap((item) => textsOf(item.body)),
  ];
}

/** Sentences with every figure made equal: a sentence with another number is no other sentence. */
export function sentencesOf(body: readonly DemoPara[]): Set<string> {
  const parts = textsOf(body).flatMap((text) => text.split(/[。；：！？]/));
  return new Set(parts.map((part) => part.replace(/\d+(?:\.\d+)?/g, "#").trim()).filter((part) => part.length >= 6));
}

/** Share of the shorter one's sentences that stand in the other, 0 to 1. */
export function overlapOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((sentence) => other.has(sentence)).length / Math.min(one.size, other.size);
}
