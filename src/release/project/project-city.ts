import type { Reader } from "#db/open.ts";
import { listPublicDocuments, listPublicTopics, listPublicUnits, listYears } from "#db/reads/public.ts";
import { listSchemes } from "#db/reads/schemes.ts";
import { readSettings } from "#db/reads/settings.ts";
import type { PublicCity, PublicYear } from "#domain/view/public-city.ts";
import type { SiteFrame } from "#domain/view/page-view.ts";
import type { PublicDocument } from "#domain/view/public-reply.ts";
import { projectYear } from "./project-year.ts";
import { require } from "./project-reply.ts";

async function readFrame(reader: Reader, origin: string, years: readonly PublicYear[]): Promise<SiteFrame> {
  const { siteName, city, sponsor, operator, contactPhone, siteCode, icp, policeRecord } = await readSettings(reader);
  const begun = years.find((year) => year.tallies.some((tally) => tally.motions > 0));
  return {
    siteName,
    city,
    sponsor,
    operator,
    contactPhone,
    siteCode,
    icp,
    policeRecord,
    origin,
    latestYear: begun?.year ?? null,
  };
}

async function readDocuments(reader: Reader): Promise<PublicDocument[]> {
  return (await listPublicDocuments(reader)).map((row) => ({
    ...row,
    path: `/documents/${row.slug}/`,
    indexNumber: require(row.indexNumber, `index number of document ${row.slug}`),
    publishedAt: require(row.publishedAt, `time of publication of document ${row.slug}`),
  }));
}

/**
 * rows → public objects. The only place where stored things become public ones (design §1.1).
 * `origin` is the site's address without a slash at the end, or "".
 */
export async function projectCity(reader: Reader, origin: string): Promise<PublicCity> {
  const schemes = await listSchemes(reader);
  const units = await listPublicUnits(reader);
  const known = {
    schemes: new Map(schemes.map((scheme) => [scheme.id, scheme])),
    units: new Map(units.map(({ code, name, fullName }) => [code, { code, name, fullName }])),
  };
  const years: PublicYear[] = [];
  for (const year of await listYears(reader)) years.push(await projectYear(reader, year, known));
  return {
    site: await readFrame(reader, origin, years),
    schemes,
    units,
    topics: await listPublicTopics(reader),
    documents: await readDocuments(reader),
    years,
  };
}
