import { askTagged } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { Reply, ReplyFile } from "./reply-file.ts";

export type AllowedVerb = Reply["verbs"][number];
/** Verbs that take no words with them. */
export type PlainVerb = "propose" | "submit" | "approve" | "finalise";

export function findVerb(reply: Reply, verb: AllowedVerb["verb"]): AllowedVerb | undefined {
  return reply.verbs.find((one) => one.verb === verb);
}

/** Does it, and takes what the reply then is. Throws ApiProblem. */
export async function actOnReply(file: ReplyFile, verb: PlainVerb): Promise<void> {
  const of = { params: { path: { id: file.id }, header: file.header() }, body: {} };
  const calls = {
    propose: () => api.POST("/api/replies/{id}/propose", of),
    submit: () => api.POST("/api/replies/{id}/submit", of),
    approve: () => api.POST("/api/replies/{id}/approve", of),
    finalise: () => api.POST("/api/replies/{id}/finalise", of),
  };
  file.takeReply(await askTagged(calls[verb]()));
}

/** 退回. Throws ApiProblem. */
export async function returnReply(file: ReplyFile, reasons: readonly string[], reason: string): Promise<void> {
  const body = { ...(reasons.length > 0 ? { reasons: [...reasons] } : {}), reason };
  const params = { path: { id: file.id }, header: file.header() };
  file.takeReply(await askTagged(api.POST("/api/replies/{id}/return", { params, body })));
}
