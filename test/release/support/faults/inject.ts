import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Database } from "#db/open.ts";

/** Counts calls to the outside, and lets the n-th fail, or all from it on; 0: none. */
export class Fault {
  readonly #at: number;
  readonly #lasts: boolean;
  #calls = 0;

  constructor(at: number, { lasts = false } = {}) {
    this.#at = at;
    this.#lasts = lasts;
  }

  get calls(): number {
    return this.#calls;
  }

  /** Throws where this is the call. */
  count(message: string, code: string): void {
    this.#calls++;
    const fails = this.#calls === this.#at || (this.#lasts && this.#at > 0 && this.#calls > this.#at);
    if (fails) throw Object.assign(new Error(`${code}: ${message}`), { code });
  }
}

/** Puts what it replaced back. */
type Undo = () => void;
type AnyCall = (...args: readonly unknown[]) => unknown;

function replace(object: object, names: readonly string[], wrap: (real: AnyCall, name: string) => AnyCall): Undo {
  const calls = object as Record<string, AnyCall>;
  const real = names.map((name) => [name, calls[name] as AnyCall] as const);
  for (const [name, call] of real) calls[name] = wrap(call.bind(object), name);
  return () => {
    for (const [name, call] of real) calls[name] = call;
  };
}

const READS = ["readFile", "readdir", "readlink"];
const WRITES = ["writeFile", "mkdir", "rename", "symlink", "link", "open", "rm", "copyFile", "chmod"];
const SYNC_WRITES = ["linkSync", "mkdirSync", "writeFileSync"];
const SYNC_READS = ["readFileSync", "openSync"];

type FileFault = { readonly code?: string; readonly onlyWrites?: boolean };

/** Every file call that names the folder; fails as on a full disk unless told. */
export function failFiles(folder: string, fault: Fault, { code = "ENOSPC", onlyWrites = false }: FileFault = {}): Undo {
  const isOurs = (args: readonly unknown[]) => args.some((item) => typeof item === "string" && item.startsWith(folder));
  const check = (args: readonly unknown[]) => {
    if (isOurs(args)) fault.count("the file call failed", code);
  };
  const undo = [
    replace(fs.promises, onlyWrites ? WRITES : [...WRITES, ...READS], (real) => async (...args) => {
      check(args);
      return await real(...args);
    }),
    replace(fs, onlyWrites ? SYNC_WRITES : [...SYNC_WRITES, ...SYNC_READS], (real) => (...args) => {
      check(args);
      return real(...args);
    }),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const back of undo) back();
    syncBuiltinESMExports();
  };
}

/** Every statement, in transactions or not, and every commit; a rollback is not a call that can be refused. */
export function failDatabase(db: Database, fault: Fault): Undo {
  const counted =
    (real: AnyCall): AnyCall =>
    async (...args) => {
      fault.count("disk I/O error", "SQLITE_IOERR");
      return await real(...args);
    };
  const undo = replace(db.$client, ["execute", "batch", "transaction"], (real, name) => async (...args) => {
    fault.count("disk I/O error", "SQLITE_IOERR");
    const answer = await real(...args);
    if (name === "transaction") replace(answer as object, ["execute", "batch", "commit"], counted);
    return answer;
  });
  return undo;
}
