import type { Context } from "hono";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { PersonRow } from "#db/reads/people.ts";
import { DUTY_LABELS, PERSON_DUTIES } from "#domain/assignment/motion-state.ts";
import { addPerson } from "#services/people/add-person.ts";
import { changePerson } from "#services/people/change-person.ts";
import { getPerson, listPeople } from "#services/people/list-people.ts";
import { AddPersonInput, ChangePersonInput } from "#services/people/person-input.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  CREATE_PROBLEMS,
  Flag,
  LIST_PROBLEMS,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
  problems,
} from "../http/route-parts.ts";

const UnitPerson = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    unit: z.strictObject({ code: z.string(), name: z.string() }),
    duty: z.enum(PERSON_DUTIES),
    dutyLabel: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    phone: z.string().nullable(),
    endedOn: z.string().nullable(),
  })
  .openapi("UnitPerson");

const params = idParam("人员编号");
const tags = ["基础资料"];

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/people",
  operationId: "listPeople",
  summary: "联络员、分管领导、承办人名册（内部）",
  tags,
  request: {
    query: z.strictObject({
      unit: z.string().max(40).optional().openapi({ description: "单位代码" }),
      ended: Flag.optional().openapi({ description: "true 时一并列出已离任的" }),
    }),
  },
  responses: { 200: json(pageOf(UnitPerson), "名册"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/people/{id}",
  operationId: "getPerson",
  summary: "名册中的一位同志",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(UnitPerson, "人员"), ...READ_PROBLEMS },
});

const addRoute = createRoute({
  ...access(["unit", "office"], idempotent),
  method: "post",
  path: "/api/people",
  operationId: "addPerson",
  summary: "登记联络员、分管领导、承办人",
  tags,
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(AddPersonInput) },
  responses: { 201: jsonWithEtag(UnitPerson, "已登记"), ...CREATE_PROBLEMS, ...problems(404) },
});

const changeRoute = createRoute({
  ...access(["unit", "office"]),
  method: "put",
  path: "/api/people/{id}",
  operationId: "changePerson",
  summary: "更新名册中的一位同志；离任的写明日期",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(ChangePersonInput) },
  responses: { 200: jsonWithEtag(UnitPerson, "更新后的人员"), ...CHANGE_PROBLEMS },
});

function toPerson({ person, unitName }: PersonRow): z.infer<typeof UnitPerson> {
  const { id, version, unitCode, duty, name, title, phone, endedOn } = person;
  const unit = { code: unitCode, name: unitName };
  return { id, version, unit, duty, dutyLabel: DUTY_LABELS[duty], name, title, phone, endedOn };
}

async function read(c: Context<ApiEnv>, id: string) {
  const row = await getPerson(contextOf(c), id);
  c.header("ETag", etagOf(row.person.version));
  return toPerson(row);
}

export const people = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const { unit, ended = false } = c.req.valid("query");
    const page = await listPeople(contextOf(c), { unit, ended });
    return c.json({ ...page, items: page.items.map(toPerson) }, 200);
  })
  .openapi(getRoute, async (c) => c.json(await read(c, c.req.valid("param").id), 200))
  .openapi(addRoute, async (c) => {
    const id = await addPerson(contextOf(c), c.req.valid("json"));
    return c.json(await read(c, id), 201);
  })
  .openapi(changeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await changePerson(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return c.json(await read(c, id), 200);
  });
