import type { Database } from "#db/open.ts";
import type { DataSizes } from "./artefacts/data-sizes.ts";

/** Where the bytes of attachments lie, by their own ids; only read here. */
export type AttachmentSource = { readonly get: (id: string) => Promise<Uint8Array | undefined> };

export type ReleaseOrder = {
  readonly db: Database;
  readonly id: string;
  readonly dataFolder: string;
  /** Origin of the site without a slash at the end, or "". */
  readonly origin: string;
  /** Base path without a slash at the end, or "". */
  readonly base: string;
  readonly createdAt: string;
  /** Needed as soon as a public letter has an attachment. */
  readonly files?: AttachmentSource;
  /** Motions from which on a release that takes nothing over is made by several threads. */
  readonly shareFrom?: number;
  /** Usual ones where none are told. */
  readonly sizes?: DataSizes;
  /** Makes everything anew, whatever is known. */
  readonly full?: boolean;
  /** Somebody has seen that many pages go, and wants it. */
  readonly isDropConfirmed?: boolean;
  /** The key that signed before is lost for good, and somebody at the machine wants to go on with another. */
  readonly isNewKey?: boolean;
  /** Throws where another process has taken over. */
  readonly assertHeld: () => Promise<void>;
  /** Throws Cancelled where somebody wants it to stop. */
  readonly onStep: (step: string, done: number, total: number) => Promise<void>;
};
