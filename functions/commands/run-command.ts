import { WrongEnvironment } from "../environment.ts";
import { ServiceError } from "#services/errors.ts";
import { DatabaseBusy } from "#db/transaction.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** Used wrongly: the sentence says how it is used. */
export class Usage extends Error {
  override name = "Usage";
}

/** What a command gives back: an object for `--json`, sentences for people, and whether it did its job. */
export type Outcome = { readonly json: unknown; readonly text: string; readonly ok: boolean };

function isExpected(error: unknown): error is Error {
  return (
    error instanceof ServiceError ||
    error instanceof UnreadableFile ||
    error instanceof WrongEnvironment ||
    error instanceof Usage ||
    error instanceof DatabaseBusy ||
    (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
  );
}

function toRefusal(error: Error): { code: string; message: string } {
  if (error instanceof DatabaseBusy)
    return { code: "database_busy", message: "数据库正被其他操作占用，本次没有改动任何数据，请稍后再试。" };
  return { code: "code" in error ? String(error.code) : "usage", message: error.message };
}

/**
 * Runs a command as design §12 has it: with `--json` one JSON object on standard output and nothing else;
 * exit code 0 = did its job. What is expected to go wrong is a sentence; anything else is a fault and shows its trace.
 */
export async function runCommand(
  argv: readonly string[],
  command: (argv: string[]) => Promise<Outcome>,
): Promise<void> {
  const wantsJson = argv.includes("--json");
  const rest = argv.filter((item) => item !== "--json");
  try {
    const { json, text, ok } = await command(rest);
    process.stdout.write(wantsJson ? `${JSON.stringify(json)}\n` : `${text}\n`);
    process.exitCode = ok ? 0 : 1;
  } catch (error) {
    if (!isExpected(error)) throw error;
    const { code, message } = toRefusal(error);
    if (wantsJson) process.stdout.write(`${JSON.stringify({ refused: { code, message } })}\n`);
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}
