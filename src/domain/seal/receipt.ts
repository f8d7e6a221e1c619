/** What became of something public, and in which releases it stood before and after. */
export type Receipt = {
  readonly kind: "correction" | "reply_withdrawal" | "withdrawal" | "document_withdrawal";
  /** Address of the page. */
  readonly path: string;
  /** Short name of the unit whose letter was corrected, or went while another stays; null for all else. */
  readonly unit: string | null;
  /** The edition that corrects; null for all else. */
  readonly edition: number | null;
  /** Day or minute, Asia/Shanghai. */
  readonly at: string;
  /** 更正说明, or the kind of reason. */
  readonly reason: string;
  /** The first release that has it so. */
  readonly release: string;
  /** Merkle roots of the release before, null where there was none, and of this one. */
  readonly rootBefore: string | null;
  readonly rootAfter: string;
};

/** /.well-known/huiyin-receipts.json: stands beside the release, since its root stands in it. */
export type ReceiptList = {
  /** The release beside which it stands, and its root: a list of an older one, from which something is missing, is no answer. */
  readonly release: string;
  readonly root: string;
  /** The newest first. */
  readonly receipts: readonly Receipt[];
  /** Ed25519, base64url, over `toReceiptStatement`; the key is the one that signs releases. */
  readonly publicKey: string;
  readonly signature: string;
};

export const RECEIPTS_PATH = ".well-known/huiyin-receipts.json";

/** What is signed: the release, then one line for each receipt. */
export function toReceiptStatement({
  release: id,
  root,
  receipts,
}: Omit<ReceiptList, "publicKey" | "signature">): string {
  const lines = receipts.map(({ kind, path, unit, edition, at, reason, release, rootBefore, rootAfter }) =>
    JSON.stringify([kind, path, unit, edition, at, reason, release, rootBefore, rootAfter]),
  );
  return ["huiyin-receipts-v2", id, root, ...lines].join("\n");
}

export type Fate = Omit<Receipt, "release" | "rootBefore" | "rootAfter">;

const sameAs = ({ kind, path, unit, edition, at }: Fate): string => JSON.stringify([kind, path, unit, edition, at]);

/** The list with a receipt for everything that has none yet. `fates` the newest first. */
export function addReceipts(
  known: readonly Receipt[],
  fates: readonly Fate[],
  release: Pick<Receipt, "release" | "rootBefore" | "rootAfter">,
): Receipt[] {
  const has = new Set(known.map(sameAs));
  return [
    ...fates.filter((fate) => !has.has(sameAs(fate))).map((fate): Receipt => ({ ...fate, ...release })),
    ...known,
  ];
}
