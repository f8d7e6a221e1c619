import { WrongEnvironment } from "../environment.ts";
import { toArgumentSentence, toSystemSentence } from "./command-sentences.ts";
import { ServiceError } from "#services/errors.ts";
import { DatabaseBusy } from "#db/transaction.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** Used wrongly: the sentence says how it is used. */
export class Usage extends Error {
  override name = "Usage";
}

/** Could not do its job; a code, and a sentence that says why. */
export class Failed extends Error {
  override name = "Failed";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a command gives back: an object for `--json`, sentences for people, and whether it did its job. */
export type Outcome = { readonly json: unknown; readonly text: string; readonly ok: boolean };

function isExpected(error: unknown): error is Error {
  return (
    error instanceof ServiceError ||
    error instanceof UnreadableFile ||
    error instanceof WrongEnvironment ||
    error instanceof Usage ||
    error instanceof Failed ||
    error instanceof DatabaseBusy
  );
}

function explainArguments(error: unknown): Usage | undefined {
  const sentence = toArgumentSentence(error);
  return sentence === undefined ? undefined : new Usage(sentence);
}

function explainSystem(error: unknown): Failed | undefined {
  const found = toSystemSentence(error);
  return found && new Failed(found.code, found.sentence);
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
  } catch (thrown) {
    const error = explainArguments(thrown) ?? explainSystem(thrown) ?? thrown;
    if (!isExpected(error)) throw error;
    const { code, message } = toRefusal(error);
    if (wantsJson) process.stdout.write(`${JSON.stringify({ refused: { code, message } })}\n`);
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}
