import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { CloseInput, closeAssignment } from "#services/assignments/close.ts";
import { DecideObjectionInput, decideObjection } from "#services/assignments/decide-objection.ts";
import { ObjectInput, objectAssignment } from "#services/assignments/object.ts";
import { ReassignInput, reassignAssignment } from "#services/assignments/reassign.ts";
import { RemoveJointUnitInput, removeJointUnit } from "#services/assignments/remove-joint-unit.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { getIfMatch } from "../http/etag.ts";
import { NoQuery, PEOPLE, READ_PROBLEMS, access, jsonWithEtag } from "../http/route-parts.ts";
import { Handling } from "./handling-schema.ts";
import { assignmentId, stepRoute } from "./step-route.ts";
import { answerHandling } from "./to-handling.ts";

const getHandlingRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/assignments/{id}/handling",
  operationId: "getHandling",
  summary: "一项交办的办理情况：期限、异议、延期、沟通",
  tags: ["办理"],
  request: { params: assignmentId, query: NoQuery },
  responses: { 200: jsonWithEtag(Handling, "办理情况"), ...READ_PROBLEMS },
});

const common = { method: "post", tag: "办理", params: assignmentId } as const;

const objectRoute = stepRoute({
  ...common,
  roles: ["unit"],
  path: "/api/assignments/{id}/object",
  operationId: "objectAssignment",
  summary: "提出异议；预交办阶段为提出意见",
  schema: ObjectInput,
});

const decideRoute = stepRoute({
  ...common,
  roles: ["office"],
  path: "/api/assignments/{id}/objection-decision",
  operationId: "decideObjection",
  summary: "答复异议：采纳并改派，或者不采纳",
  schema: DecideObjectionInput,
});

const reassignRoute = stepRoute({
  ...common,
  roles: ["office"],
  path: "/api/assignments/{id}/reassign",
  operationId: "reassignAssignment",
  summary: "改派",
  schema: ReassignInput,
});

const removeRoute = stepRoute({
  ...common,
  roles: ["office"],
  path: "/api/assignments/{id}/remove",
  operationId: "removeJointUnit",
  summary: "减少会办单位",
  schema: RemoveJointUnitInput,
});

const closeRoute = stepRoute({
  ...common,
  roles: ["office"],
  path: "/api/assignments/{id}/close",
  operationId: "closeAssignment",
  summary: "办结：答复已经发出，代表、委员的意见已经收回；否则写明理由",
  schema: CloseInput,
});

export const assignmentSteps = new OpenAPIHono<ApiEnv>()
  .openapi(getHandlingRoute, async (c) => await answerHandling(c, c.req.valid("param").id))
  .openapi(objectRoute, async (c) => {
    const { id } = c.req.valid("param");
    await objectAssignment(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(decideRoute, async (c) => {
    const { id } = c.req.valid("param");
    await decideObjection(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(reassignRoute, async (c) => {
    const { id } = c.req.valid("param");
    await reassignAssignment(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(removeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await removeJointUnit(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(closeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await closeAssignment(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  });
