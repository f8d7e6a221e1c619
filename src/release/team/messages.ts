import type { Done, Kit, Task } from "./tasks.ts";

/** Each thread collects when the process has grown by so much: the heaps of a large release are several (README). */
export const GROWTH_MB = 128;

/** What a thread is started with. */
export type Start = {
  /** Folder of the compiled pages. */
  readonly renderer: string;
  readonly base: string;
};

export type Order =
  | { readonly kind: "kit"; readonly kit: Kit }
  | { readonly kind: "task"; readonly number: number; readonly task: Task };

/** An error as far as it can be told to another thread; `code` as the system gives it. */
export type Fault = { readonly name: string; readonly message: string; readonly code: string | undefined };

export type Answer =
  | { readonly kind: "done"; readonly number: number; readonly done: Done }
  | { readonly kind: "failed"; readonly number: number; readonly fault: Fault }
  /** Pages rendered since the last answer of this kind. */
  | { readonly kind: "pages"; readonly pages: number };
