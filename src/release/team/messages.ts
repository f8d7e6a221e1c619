import type { ReadBatch } from "../plan/read-batch.ts";
import type { Facts } from "../plan/same-facts.ts";
import type { SharedNeedles } from "../scan/needles.ts";
import type { Striking } from "../scan/strike-needles.ts";
import type { Done, Kit, Task } from "./tasks.ts";

/** Each thread collects when the process has grown by so much: the heaps of a large release are several (README). */
export const GROWTH_MB = 128;

/** What a thread is started with. */
export type Start = {
  /** Folder of the compiled pages. */
  readonly renderer: string;
  readonly base: string;
};

/** What a thread is asked for: each is answered or fails. */
export type Wish =
  /** A snapshot of the same facts as the release has; false where something was written meanwhile. */
  | { readonly kind: "open"; readonly facts: Facts }
  /** Motions of that snapshot. */
  | { readonly kind: "read"; readonly ids: readonly string[] }
  /** What a release is searched for. */
  | { readonly kind: "strike"; readonly striking: Striking }
  /** Ends the reading. */
  | { readonly kind: "equip"; readonly kit: Kit }
  | { readonly kind: "make"; readonly task: Task };

export type Fulfilled = {
  readonly open: boolean;
  readonly read: ReadBatch;
  readonly strike: SharedNeedles;
  readonly equip: undefined;
  readonly make: Done;
};

export type Order = { readonly number: number; readonly wish: Wish };

/** An error as far as it can be told to another thread; `code` as the system gives it. */
export type Fault = { readonly name: string; readonly message: string; readonly code: string | undefined };

export type Answer =
  | { readonly kind: "done"; readonly number: number; readonly done: Fulfilled[Wish["kind"]] }
  | { readonly kind: "failed"; readonly number: number; readonly fault: Fault }
  /** Pages rendered since the last answer of this kind. */
  | { readonly kind: "pages"; readonly pages: number };
