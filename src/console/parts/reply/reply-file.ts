import { onScopeDispose, ref, shallowRef } from "vue";
import { ask, askTagged } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import { session } from "../../session/session.ts";

type Schemas = components["schemas"];
export type Reply = Schemas["Reply"];
export type Handling = Schemas["Handling"];
export type Opinion = Schemas["JointOpinion"];
export type Motion = Schemas["Motion"];
export type Gate = Schemas["ReplyGate"];
export type Feedback = Schemas["Feedback"];
export type Rules = Schemas["CampaignDetail"]["rules"];

export type Tagged<T> = { readonly data: T; readonly etag: string };

/** What stands beside a letter: how the matter is handled and what the year asks for. */
export type Aside = {
  readonly handling: Handling;
  readonly motion: Motion;
  readonly gate: Gate;
  readonly rules: Rules;
  readonly opinions: readonly Opinion[];
  readonly feedback: Feedback;
};

async function readAside(reply: Reply, signal: AbortSignal): Promise<Aside> {
  const own = { params: { path: { id: reply.id } }, signal };
  const ofMotion = { params: { path: { id: reply.motion.id } }, signal };
  const [handling, motion, gate, campaign, opinions, feedback] = await Promise.all([
    ask(api.GET("/api/assignments/{id}/handling", own)),
    ask(api.GET("/api/motions/{id}", ofMotion)),
    ask(api.GET("/api/replies/{id}/gate", own)),
    ask(api.GET("/api/campaigns/{id}", { params: { path: { id: reply.campaignId } }, signal })),
    // Process information (条例 Art. 16), and none of the administrator's business.
    session.value?.role === "admin" ? { items: [] } : ask(api.GET("/api/motions/{id}/opinions", ofMotion)),
    ask(api.GET("/api/assignments/{id}/feedback", own)),
  ]);
  return { handling, motion, gate, rules: campaign.rules, opinions: opinions.items, feedback };
}

/** One reply with everything beside it, and the version that the next change must name. */
export function useReplyFile(id: string) {
  const reply = shallowRef<Reply>();
  const aside = shallowRef<Aside>();
  const etag = ref("");
  const problem = shallowRef<unknown>();
  const running = new AbortController();
  onScopeDispose(() => running.abort());

  function readReply(): Promise<Tagged<Reply>> {
    return askTagged(api.GET("/api/replies/{id}", { params: { path: { id } }, signal: running.signal }));
  }

  function takeReply(answer: Tagged<Reply>): void {
    reply.value = answer.data;
    etag.value = answer.etag;
  }

  /** Contacts and the like change the version of the assignment, and so of the letter: the next save must know it. */
  function takeHandling({ data, etag: next }: Tagged<Handling>): void {
    if (aside.value) aside.value = { ...aside.value, handling: data };
    etag.value = next;
  }

  function takeFeedback({ data, etag: next }: Tagged<Feedback>): void {
    if (aside.value) aside.value = { ...aside.value, feedback: data };
    etag.value = next;
  }

  /** The opinions have versions of their own. Throws ApiProblem. */
  async function reloadOpinions(): Promise<void> {
    if (!aside.value) return;
    const params = { path: { id: aside.value.motion.id } };
    const { items } = await ask(api.GET("/api/motions/{id}/opinions", { params, signal: running.signal }));
    aside.value = { ...aside.value, opinions: items };
  }

  async function load(): Promise<void> {
    try {
      const answer = await readReply();
      aside.value = await readAside(answer.data, running.signal);
      takeReply(answer);
      problem.value = undefined;
    } catch (error) {
      if (!running.signal.aborted) problem.value = error;
    }
  }

  const header = () => ({ "If-Match": etag.value });
  void load();
  return {
    id,
    reply,
    aside,
    etag,
    problem,
    load,
    readReply,
    takeReply,
    takeHandling,
    takeFeedback,
    reloadOpinions,
    header,
  };
}

export type ReplyFile = ReturnType<typeof useReplyFile>;
