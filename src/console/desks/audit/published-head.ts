import { BASE } from "../../api/client.ts";

/** The head of the audit that the live release published; undefined where there is no release to ask. */
export async function findPublishedHead(): Promise<string | undefined> {
  try {
    const response = await fetch(`${BASE}/.well-known/huiyin-release.json`, { cache: "no-store" });
    if (!response.ok) return undefined;
    const { auditHead } = (await response.json()) as { auditHead?: unknown };
    return typeof auditHead === "string" ? auditHead : undefined;
  } catch {
    return undefined;
  }
}
