import type { Reader } from "#db/open.ts";
import {
  listCampaignFrames,
  listPublicDocuments,
  listPublicTopics,
  listPublicUnits,
  listYears,
} from "#db/reads/public.ts";
import { listRules } from "#db/reads/campaign-rules.ts";
import { listSchemes } from "#db/reads/schemes.ts";
import { listWithdrawnDocuments } from "#db/reads/public-withdrawals.ts";
import { readSettings } from "#db/reads/settings.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { DOCUMENT_WITHDRAWAL_LABELS } from "#domain/handling/withdrawal.ts";
import type { SiteSettings } from "#domain/settings/site-settings.ts";
import type { UnitKind } from "#domain/unit/unit.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { PublicDocument, PublicDocumentTombstone, PublicTopic, PublicUnit } from "#domain/view/public-reply.ts";
import { keyOf } from "../plan/key.ts";
import { require } from "./require.ts";

/** What stands in many matters, and what stands in none. Small: read anew for each release. */
export type Frame = {
  readonly settings: SiteSettings;
  readonly schemes: readonly Scheme[];
  readonly schemesById: ReadonlyMap<string, Scheme>;
  readonly units: readonly (PublicUnit & { readonly kind: UnitKind; readonly phone: string | null })[];
  readonly unitsByCode: ReadonlyMap<string, PublicUnit>;
  readonly topics: readonly (PublicTopic & { readonly description: string })[];
  readonly topicsBySlug: ReadonlyMap<string, PublicTopic>;
  readonly documents: readonly PublicDocument[];
  /** Documents that were public, the last to go first. */
  readonly goneDocuments: readonly PublicDocumentTombstone[];
  /** By campaign; one without rules of its own is not there. */
  readonly rules: ReadonlyMap<string, CampaignRules>;
  /** Whose campaign has begun, newest first. */
  readonly years: readonly number[];
  /** Changes with whatever may stand in a matter without being part of it. */
  readonly key: string;
};

async function readDocuments(reader: Reader): Promise<PublicDocument[]> {
  return (await listPublicDocuments(reader)).map((row) => ({
    ...row,
    path: `/documents/${row.slug}/`,
    indexNumber: require(row.indexNumber, `index number of document ${row.slug}`),
    publishedAt: require(row.publishedAt, `time of publication of document ${row.slug}`),
  }));
}

async function readGoneDocuments(reader: Reader): Promise<PublicDocumentTombstone[]> {
  return (await listWithdrawnDocuments(reader)).map(({ slug, at, kind }) => ({
    path: `/documents/${slug}/`,
    withdrawnAt: at,
    reason: DOCUMENT_WITHDRAWAL_LABELS[kind],
  }));
}

export async function projectFrame(reader: Reader): Promise<Frame> {
  const schemes = await listSchemes(reader);
  const units = await listPublicUnits(reader);
  const topics = await listPublicTopics(reader);
  const years = await listYears(reader);
  const rules = await listRules(reader);
  // Forms, words and terms of a year stand in its matters and its figures.
  const rulesByYear = [...rules].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    settings: await readSettings(reader),
    schemes,
    schemesById: new Map(schemes.map((scheme) => [scheme.id, scheme])),
    units,
    unitsByCode: new Map(units.map(({ code, name, fullName }) => [code, { code, name, fullName }])),
    topics,
    topicsBySlug: new Map(topics.map(({ slug, name }) => [slug, { slug, name }])),
    documents: await readDocuments(reader),
    goneDocuments: await readGoneDocuments(reader),
    rules,
    years,
    key: keyOf(schemes, units, topics, years, rulesByYear, await listCampaignFrames(reader)),
  };
}
