import type { Answer, Visit } from "./read-site.ts";

/** Path → SHA-256 of every file of a release. */
export type Truth = ReadonlyMap<string, Readonly<Record<string, string>>>;

export type Judged = {
  readonly visits: number;
  readonly answers: number;
  /** Visits in which the release changed between the first answer and the last. */
  readonly crossed: number;
  /** 503 with the sentence that a page is being taken down: asked for by a withdrawal. */
  readonly hidden: number;
  readonly errors: readonly string[];
  readonly mixed: readonly string[];
};

function isOf(truth: Truth, id: string, { path, status, sha256 }: Answer): boolean {
  const file = truth.get(id)?.[path];
  return file === undefined ? status === 404 : status === 200 && file === sha256;
}

/**
 * A visit is mixed where its answers cannot be told as readings of whole releases one after another, none older than the
 * one before: begun and ended in the same release, every byte is of that release; begun in one and ended in a later,
 * each answer is a whole file of a release between them and no answer is older than the one before it. A style or script that a
 * page names and that is not there is mixed too.
 */
export function findMixed(truth: Truth, { from, to, answers }: Visit): string | undefined {
  const ids = [...truth.keys()].toSorted();
  let at = ids.indexOf(from);
  const last = ids.indexOf(to);
  if (at < 0 || last < at) return `${to} after ${from}`;
  for (const answer of answers) {
    while (at <= last && !isOf(truth, ids[at] ?? "", answer)) at++;
    if (at > last) return `${answer.status} ${answer.path} between ${from} and ${to}`;
    if (answer.path.startsWith("_astro/") && answer.status !== 200) return `${answer.path} is not there`;
  }
  return undefined;
}

/** @param mayHide whether something is being taken down, so that a page may ask its readers to wait (503) */
export function judgeVisits(
  truth: Truth,
  { visits, failures }: { readonly visits: readonly Visit[]; readonly failures: readonly string[] },
  mayHide: boolean,
): Judged {
  const usual = mayHide ? [200, 404, 503] : [200, 404];
  const isHidden = ({ status }: Answer): boolean => mayHide && status === 503;
  const all = visits.flatMap(({ answers }) => answers);
  const other = all.filter(({ status }) => !usual.includes(status)).map(({ status, path }) => `${status} ${path}`);
  const mixed = visits.flatMap((visit) => {
    const answers = visit.answers.filter((answer) => !isHidden(answer));
    return findMixed(truth, { ...visit, answers }) ?? [];
  });
  return {
    visits: visits.length,
    answers: all.length + 2 * visits.length,
    crossed: visits.filter(({ from, to }) => from !== to).length,
    hidden: all.filter(isHidden).length,
    errors: [...failures, ...other],
    mixed,
  };
}
