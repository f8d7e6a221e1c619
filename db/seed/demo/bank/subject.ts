/**
 * One concrete matter of public life, with enough material for four letters in four years.
 * problems[i], measures[i] and plans[i] belong to titles[i]; measures[4] suits every title.
 *
 * Slots in the texts: {12-30} a figure that grows with the years, {Y} {Y-1} {Y+1} years,
 * {P} the township of the letter, {Q} another one, {R} a road, {C} a neighbourhood or village.
 */
export type Subject = {
  /** Noun phrase: 感谢您对……工作的关心. */
  readonly about: string;
  /** Unit codes. */
  readonly lead: string;
  readonly joints: readonly string[];
  /** Without 关于 and 的建议. */
  readonly titles: readonly [string, string, string, string];
  /** Noun phrases: ……的问题. */
  readonly problems: readonly [string, string, string, string];
  /** 短标题。句子。句子。 */
  readonly measures: readonly [string, string, string, string, string];
  /** Verb phrases without a subject. */
  readonly plans: readonly [string, string, string, string];
  /** A whole sentence: why it cannot be done quickly or at all. */
  readonly obstacle: string;
  /** Clauses with a figure: 截至……，全市……. */
  readonly results: readonly [string, string];
};

export type TopicBank = {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly npcCategory: string;
  readonly cppccCategory: string;
  readonly subjects: readonly Subject[];
};
