/** Statements without their values: what a log holds, its readers hold. */
function describe(error: unknown): string {
  const parts: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const [message = ""] = cause.message.split("\nparams:");
    parts.push(`${cause.name}: ${message}`);
  }
  const stack =
    error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")) : [];
  return parts.length === 0 ? String(error) : [parts.join(" <- "), ...stack.slice(0, 6)].join("\n");
}

/** A Worker's log is its console. */
export function logError(where: string, error: unknown): void {
  // oxlint-disable-next-line no-console
  console.error(`${where} ${describe(error)}`);
}
