import { z } from "zod";
import { PublicDocument, PublicDocumentTombstone, PublicMatter, PublicTombstone } from "#domain/view/public-reply.ts";
import { PublicFigures } from "#domain/view/public-year.ts";
import { keyOf } from "../plan/key.ts";
import { listTableGroups, type TableGroup } from "./city-tables.ts";
import { csvLine, MARK, type DataTable } from "./data-table.ts";
import { listDataFields } from "./data-files.ts";
import { LETTER_HEAD } from "./letter-table.ts";
import { type ArtefactWork, isKept } from "./work.ts";
import { tableFiles } from "./write-city-data.ts";
import { yearFileOf } from "./year-lines.ts";
import { cutYear, nameOfPart } from "./year-parts.ts";

type Schema = Readonly<Record<string, unknown>>;

function toResource(path: string, { name, title, columns }: Omit<DataTable, "rows">): Schema {
  return {
    name,
    title,
    path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        title: column.key,
        type: column.type,
        description: column.meaning,
        ...(column.type === "boolean" ? { trueValues: ["1"], falseValues: ["0"] } : {}),
      })),
      missingValues: [""],
    },
  };
}

/** A Data Package (Frictionless, v1) of the tables for programs. */
function toDataPackage({ city, base }: ArtefactWork, groups: readonly TableGroup[]): string {
  const letters = city.years.flatMap((year) => cutYear(year, city.sizes));
  const { siteName, sponsor } = city.site;
  const { dataLicence } = city.frame.settings;
  return `${JSON.stringify(
    {
      profile: "tabular-data-package",
      name: "huiyin",
      title: siteName,
      homepage: `${base}/data/`,
      contributors: [{ title: sponsor, role: "publisher" }],
      ...(dataLicence ? { licenses: [{ title: dataLicence.name, path: dataLicence.url }] } : {}),
      resources: [
        ...groups.flatMap((group) =>
          group.plans.map(({ name, title, columns }) => {
            const path = tableFiles(group, { name })[1]?.file.replace("data/", "") ?? "";
            const which = group.number === null ? "" : `，第${group.number}部分`;
            const ofYear = group.year === null ? title : `${group.year}年${title}${which}`;
            return toResource(path, { name: `${name}${group.suffix}`, title: ofYear, columns });
          }),
        ),
        ...letters.map((part) =>
          toResource(yearFileOf(part, "-plain.csv").replace("data/", ""), {
            name: `replies-${nameOfPart(part)}`,
            title: part.number === null ? `${part.year}年公开答复` : `${part.year}年公开答复，第${part.number}部分`,
            columns: LETTER_HEAD,
          }),
        ),
      ],
    },
    null,
    1,
  )}\n`;
}

const PATH_PARAMETERS = {
  year: { description: "年度", schema: { type: "integer", minimum: 2000, maximum: 2100 } },
  kind: { description: "jianyi 为建议，tian 为提案", schema: { type: "string", enum: ["jianyi", "tian"] } },
  number: {
    description: "编号；闭会期间的在前面加 bihui-",
    schema: { type: "string", pattern: "^(bihui-)?[1-9][0-9]{0,4}$" },
  },
  part: { description: "第几部分，从 1 起", schema: { type: "integer", minimum: 1 } },
  slug: { description: "文件的标识", schema: { type: "string" } },
} as const;

function toGet(id: string, summary: string, schema: Schema, parameters: readonly (keyof typeof PATH_PARAMETERS)[]) {
  const ok = { description: "成功", content: { "application/json": { schema } } };
  return {
    get: {
      operationId: id,
      summary,
      parameters: parameters.map((name) => ({ name, in: "path", required: true, ...PATH_PARAMETERS[name] })),
      responses: { "200": ok, "404": { description: "没有这一件，或者没有公开" } },
    },
  };
}

const page = (name: string, properties: Schema): Schema => ({
  type: "object",
  required: ["page", ...Object.keys(properties)],
  properties: { page: { const: name }, ...properties },
});
const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const LIST: Schema = { type: "array", items: { type: "object" } };

/** OpenAPI 3.1 of the static JSON: what can be fetched without a key, and what stands in it. */
function toOpenApi({ city, base }: ArtefactWork, groups: readonly TableGroup[]): string {
  const toSchema = (schema: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "output" });
    return rest;
  };
  const matter = {
    oneOf: [page("matter", { matter: reference("Matter") }), page("tombstone", { tombstone: reference("Tombstone") })],
  };
  const gone = page("document_tombstone", { tombstone: reference("DocumentTombstone") });
  const document = { oneOf: [page("document", { document: reference("Document") }), gone] };
  const figures = page("figures", { year: { type: "integer" }, figures: { type: "object" } });
  const rows = (table: Pick<DataTable, "columns">): Schema => ({
    type: "array",
    items: {
      type: "object",
      properties: Object.fromEntries(table.columns.map(({ key, meaning }) => [key, { description: meaning }])),
    },
  });
  const paths = {
    "/{year}/{kind}/{number}/index.json": toGet("getMatter", "一件建议或提案和它的答复；撤回的只剩撤回说明", matter, [
      "year",
      "kind",
      "number",
    ]),
    "/{year}/index.json": toGet(
      "getYear",
      "一年的统计和清单",
      page("year", { year: { type: "integer" }, lists: LIST }),
      ["year"],
    ),
    "/{year}/figures/index.json": toGet("getFigures", "一年的全部指标", figures, ["year"]),
    "/register/{year}/index.json": toGet(
      "getRegister",
      "一年的登记簿",
      page("register", { year: { type: "integer" }, rows: LIST }),
      ["year"],
    ),
    "/register/{year}/{part}/index.json": toGet(
      "getRegisterPart",
      "编号很多的年度，登记簿分成几部分，这是其中一部分；年度的那一份列出各部分",
      page("register", { year: { type: "integer" }, rows: LIST }),
      ["year", "part"],
    ),
    "/documents/{slug}/index.json": toGet("getDocument", "一份文件；撤回的只剩撤回说明", document, ["slug"]),
    "/data/{year}.json": toGet("listMatters", "一年全部公开的答复", { type: "array", items: reference("Matter") }, [
      "year",
    ]),
    "/data/{year}-{part}.json": toGet(
      "listMattersOfPart",
      "公开答复很多的年度，答复按公开先后分成几部分，这是其中一部分",
      { type: "array", items: reference("Matter") },
      ["year", "part"],
    ),
    "/changes/index.json": toGet("listChanges", "全部更正和撤回", page("changes", { changes: LIST }), []),
    ...Object.fromEntries(
      // Of a large site the long ones are given by year, or in parts of a year.
      groups.flatMap(({ year, number, plans }) => {
        const parameters = [...(year === null ? [] : ["year" as const]), ...(number === null ? [] : ["part" as const])];
        const place = parameters.map((name) => `-{${name}}`).join("");
        return plans.map(({ name, title, columns }): [string, ReturnType<typeof toGet>] => {
          const id = ["list", name.replaceAll("-", "_"), ...parameters].join("_");
          return [`/data/${name}${place}.json`, toGet(id, title, rows({ columns }), parameters)];
        });
      }),
    ),
  };
  const { siteName, sponsor } = city.site;
  return `${JSON.stringify(
    {
      openapi: "3.1.0",
      info: {
        title: `${siteName}：开放数据`,
        version: "1",
        description: "全部是静态文件，读取不需要密钥。",
        contact: { name: sponsor },
      },
      servers: [{ url: base || "/" }],
      security: [],
      paths,
      components: {
        schemas: {
          Matter: toSchema(PublicMatter),
          Tombstone: toSchema(PublicTombstone),
          Document: toSchema(PublicDocument),
          DocumentTombstone: toSchema(PublicDocumentTombstone),
          Figures: toSchema(PublicFigures),
        },
      },
    },
    null,
    1,
  )}\n`;
}

/** What the data are: dictionary, data package, OpenAPI. */
export async function writeDescriptions(work: ArtefactWork): Promise<void> {
  const groups = listTableGroups(work.city);
  const fields = listDataFields();
  const head = ["表", "表名", "字段", "字段名", "类型", "含义"];
  const rows = fields.map(({ title, table, name, key, type, meaning }) =>
    csvLine([title, table, name, key, type, meaning]),
  );
  const texts: [string, string][] = [
    ["data/dictionary.csv", MARK + csvLine(head) + rows.join("")],
    ["data/dictionary.json", `${JSON.stringify(fields, null, 1)}\n`],
    ["data/datapackage.json", toDataPackage(work, groups)],
    ["data/openapi.json", toOpenApi(work, groups)],
  ];
  for (const [file, text] of texts) if (!isKept(work, file, keyOf(text))) await work.writer.put(file, text);
}
