import type { HomeView } from "#domain/view/page-view.ts";
import { keyOf } from "../plan/key.ts";
import { listAllAftercare } from "./aftercare-pages.ts";
import type { City } from "./city.ts";
import { topicLinks, yearLinks } from "./city.ts";
import { toDocumentLine } from "./document-line.ts";
import type { PlannedPage } from "./item.ts";
import { yearTotal } from "./year-pages.ts";

const LATEST = 8;
const DOCUMENTS = 5;
const FEW = 4;

/** What is new, what was promised, what became of it, what is owed. */
export function homePage(city: City): PlannedPage {
  const [current] = city.begun;
  const latest = city.all.slice(0, LATEST);
  const { commitments, followUps } = listAllAftercare(city);
  const { open, kept } = commitments;
  const { owed, done } = followUps;
  const turned = done.filter(({ from, to }) => to !== null && to.code !== from.code);
  const view: HomeView = {
    page: "home",
    statistics: current ? yearTotal(current, city.frame.schemes) : null,
    latest: latest.map(({ line }) => line),
    promises: { open: open.slice(0, FEW), openTotal: open.length, kept: kept.slice(0, FEW), keptTotal: kept.length },
    followUps: {
      owed: owed.slice(0, FEW),
      owedTotal: owed.length,
      turned: turned.slice(0, FEW),
      turnedTotal: turned.length,
    },
    topics: topicLinks(city).map(({ name, path, count }) => ({ name, path, count })),
    years: yearLinks(city),
    documents: city.frame.documents.slice(0, DOCUMENTS).map(toDocumentLine),
  };
  const shown = new Set(
    [...view.promises.open, ...view.promises.kept, ...view.followUps.owed, ...view.followUps.turned].map(
      ({ line }) => line,
    ),
  );
  const beside = city.all.filter(({ line }) => shown.has(line)).map(({ id }) => id);
  return { path: "/", key: keyOf(view), shows: [...latest.map(({ id }) => id), ...beside], view: () => view };
}
