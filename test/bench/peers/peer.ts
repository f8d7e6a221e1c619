import type { PeerPage } from "./corpus.ts";

/** A site generator as its own documentation starts it: a page for each reply, a page for each year, a home page. */
export type Peer = {
  readonly name: string;
  /** Writes the project into an empty folder, text included; not measured. False where the generator is not to be had. */
  readonly prepare: (folder: string, pages: readonly PeerPage[]) => Promise<boolean>;
  /** What is measured: the generator's own command, run in the folder. */
  readonly build: { readonly program?: string; readonly args: readonly string[] };
  /** Where the pages then lie, below the folder. */
  readonly output: string;
};

export const YEAR_STYLE = "body{max-width:44rem;margin:auto;font:1.1rem/1.8 serif}table{border-collapse:collapse}";
