import { shallowRef } from "vue";
import { api } from "../api/client.ts";
import { ApiProblem, ask, sessionLost } from "../api/ask.ts";
import type { components } from "../api/types.gen.ts";

export type Session = NonNullable<components["schemas"]["Session"]>;
export type Role = Session["role"];

/** Undefined until it was asked for; null when nobody is signed in. */
export const session = shallowRef<Session | null>();

/** Who is signed in, asked once; a cookie that opens nothing any more is nobody too. Throws any other ApiProblem. */
export async function loadSession(): Promise<Session | null> {
  if (session.value !== undefined) return session.value;
  try {
    session.value = await ask(api.GET("/api/session"));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    session.value = null;
    sessionLost.value = false;
  }
  return session.value;
}

export function enterSession(entered: Session): void {
  session.value = entered;
  sessionLost.value = false;
}

/** Forgets who was signed in, after telling the API. Throws ApiProblem. */
export async function leaveSession(): Promise<void> {
  await ask(api.DELETE("/api/session"));
  session.value = null;
}
