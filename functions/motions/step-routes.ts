import type { Context } from "hono";
import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { clearKeyItem } from "#services/key-items/clear-key-item.ts";
import { KeyItemInput, setKeyItem } from "#services/key-items/set-key-item.ts";
import { AddJointUnitInput, addJointUnit } from "#services/motions/add-joint-unit.ts";
import { AssignInput, assignMotion } from "#services/motions/assign.ts";
import { MergeInput, mergeMotion } from "#services/motions/merge.ts";
import { PreAssignInput, preAssignMotion } from "#services/motions/pre-assign.ts";
import { readMotionFile } from "#services/motions/read-motion-file.ts";
import { RegisterInput, registerMotion } from "#services/motions/register.ts";
import { TransferInput, transferMotion } from "#services/motions/transfer.ts";
import { WithdrawMotionInput, withdrawMotion } from "#services/motions/withdraw.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CREATE_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  input,
  jsonWithEtag,
} from "../http/route-parts.ts";
import { MotionFile, toMotionFile } from "./file-schema.ts";
import { motionParams, motionStep } from "./step-route.ts";

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/motions/{id}/file",
  operationId: "getMotionFile",
  summary: "一件的交办情况：预交办意见、异议、改派、并案、重点督办",
  tags: ["交办"],
  request: { params: motionParams, query: NoQuery },
  responses: { 200: jsonWithEtag(MotionFile, "交办情况"), ...READ_PROBLEMS },
});

const registerRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/motions",
  operationId: "registerMotion",
  summary: "登记一件建议或提案",
  tags: ["交办"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(RegisterInput) },
  responses: { 201: jsonWithEtag(MotionFile, "已登记"), ...CREATE_PROBLEMS },
});

const at = <const P extends string>(name: P) => `/api/motions/{id}/${name}` as const;
const post = "post";

const preAssignRoute = motionStep({
  method: post,
  path: at("pre-assign"),
  operationId: "preAssignMotion",
  summary: "预交办",
  schema: PreAssignInput,
});
const assignRoute = motionStep({
  method: post,
  path: at("assign"),
  operationId: "assignMotion",
  summary: "正式交办",
  schema: AssignInput,
});
const mergeRoute = motionStep({
  method: post,
  path: at("merge"),
  operationId: "mergeMotion",
  summary: "并案",
  schema: MergeInput,
});
const transferRoute = motionStep({
  method: post,
  path: at("transfer"),
  operationId: "transferMotion",
  summary: "转办",
  schema: TransferInput,
});
const withdrawRoute = motionStep({
  method: post,
  path: at("withdraw"),
  operationId: "withdrawMotion",
  summary: "撤回：代表、委员撤回建议、提案，办理即行终止",
  schema: WithdrawMotionInput,
  once: true,
});
const addJointRoute = motionStep({
  method: post,
  path: at("joint-units"),
  operationId: "addJointUnit",
  summary: "增加会办单位",
  schema: AddJointUnitInput,
  once: true,
});
const setKeyRoute = motionStep({
  method: "put",
  path: at("key-item"),
  operationId: "setKeyItem",
  summary: "列为重点督办件，登记领衔领导和专题面商会",
  schema: KeyItemInput,
});
const clearKeyRoute = motionStep({
  method: "delete",
  path: at("key-item"),
  operationId: "clearKeyItem",
  summary: "不再列为重点督办件",
  schema: NoInput,
});

async function readFile(c: Context<ApiEnv>, id: string) {
  const file = await readMotionFile(contextOf(c), id);
  c.header("ETag", etagOf(file.motion.version));
  return toMotionFile(file);
}

const refOf = (c: Context<ApiEnv>, id: string) => ({ id, version: getIfMatch(c) });

export const motionSteps = new OpenAPIHono<ApiEnv>()
  .openapi(getRoute, async (c) => c.json(await readFile(c, c.req.valid("param").id), 200))
  .openapi(registerRoute, async (c) => {
    const id = await registerMotion(contextOf(c), c.req.valid("json"));
    return c.json(await readFile(c, id), 201);
  })
  .openapi(preAssignRoute, async (c) => {
    const { id } = c.req.valid("param");
    await preAssignMotion(contextOf(c), refOf(c, id), c.req.valid("json"));
    return c.json(await readFile(c, id), 200);
  })
  .openapi(assignRoute, async (c) => {
    const { id } = c.req.valid("param");
    await assignMotion(contextOf(c), refOf(c, id), c.req.valid("json"));
    return c.json(await readFile(c, id), 200);
  })
  .openapi(mergeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await mergeMotion(contextOf(c), refOf(c, id), c.req.valid("json"));
    return c.json(await readFile(c, id), 200);
  })
  .openapi(transferRoute, async (c) => {
    const { id } = c.req.valid("param");
    await transferMotion(contextOf(c), refOf(c, id), c.req.valid("json"));
    return c.json(await readFile(c, id), 200);
  })
  .openapi(withdrawRoute, async (c) => {
    const { id } = c.req.valid("param");
    await withdrawMotion(contextOf(c), refOf(c, id), c.req.valid("json"));
    return c.json(await readFile(c, id), 200);
  })
  .openapi(addJointRoute, async (c) => {
    const { id } = c.req.valid("param");
    await addJointUnit(contextOf(c), refOf(c, id), c.req.valid("json"));
    return c.json(await readFile(c, id), 200);
  })
  .openapi(setKeyRoute, async (c) => {
    const { id } = c.req.valid("param");
    await setKeyItem(contextOf(c), refOf(c, id), c.req.valid("json"));
    return c.json(await readFile(c, id), 200);
  })
  .openapi(clearKeyRoute, async (c) => {
    const { id } = c.req.valid("param");
    await clearKeyItem(contextOf(c), refOf(c, id));
    return c.json(await readFile(c, id), 200);
  });
