import { z } from "zod";

/** What a finding does: block = may not be published; review = a person must look. */
export const SEVERITIES = ["block", "review"] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** One thing that the gate saw, in words for a clerk. */
export const Finding = z.strictObject({
  /** snake_case, stable: pii_mobile, class_missing, placeholder … */
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  severity: Severity,
  /** Where: mark, title, head, body, foot, file. */
  where: z.string().min(1),
  /** The words found, as they stand. Internal: never in a public artefact or a log. */
  text: z.string(),
  /** What is wrong and what to do, in Chinese. */
  message: z.string().min(1),
});
export type Finding = z.infer<typeof Finding>;

/** refuse = the file cannot be read safely, so nothing else can be said of it. */
export const VERDICTS = ["accept", "review", "block", "refuse"] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

export function verdictOf(findings: readonly Finding[]): Exclude<Verdict, "refuse"> {
  if (findings.some((finding) => finding.severity === "block")) return "block";
  return findings.length > 0 ? "review" : "accept";
}
