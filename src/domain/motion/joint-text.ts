/** Who filed a motion, as it is kept: the printed words where there are any, the names that are known, how many they are. */
export type Filers = {
  readonly jointText: string | null;
  /** The lead filer first. */
  readonly proposers: readonly string[];
  readonly proposerCount: number;
};

/** 联名人 as a table prints it: the words it came with, or the names; 甲、乙等5人 where not all are known. Null: nobody joined. */
export function toJointText({ jointText, proposers, proposerCount }: Filers): string | null {
  if (jointText !== null) return jointText;
  const others = proposers.slice(1);
  const joined = proposerCount - 1;
  if (joined > others.length) return `${others.join("、")}等${joined}人`;
  return others.length > 0 ? others.join("、") : null;
}
