import type { createApi } from "#functions/app.ts";
import { z } from "zod";

type Api = ReturnType<typeof createApi>;

/** A registered operation, as a test needs it to find and judge answers. */
export type RegisteredOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly roles: readonly string[];
  /** The schema of the JSON of a success; undefined where it is no JSON. */
  readonly schema: z.ZodType | undefined;
};

const Success = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() });

function findSchema(responses: Readonly<Record<string, unknown>>): z.ZodType | undefined {
  const status = Object.keys(responses).find((key) => key.startsWith("2")) ?? "200";
  const schema = Success.parse(responses[status]).content?.["application/json"]?.schema;
  return schema instanceof z.ZodType ? schema : undefined;
}

export function listRegistered(api: Api): RegisteredOperation[] {
  return api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== "route") return [];
    const { route } = definition;
    const roles = z.array(z.string()).parse("x-roles" in route ? route["x-roles"] : []);
    const { operationId: id = "", method, path, responses } = route;
    return [{ id, method: method.toUpperCase(), path, roles, schema: findSchema(responses) }];
  });
}

/** The operation behind a concrete request; undefined where none is registered for it. */
export function findRegistered(
  operations: readonly RegisteredOperation[],
  method: string,
  address: string,
): RegisteredOperation | undefined {
  const [path = ""] = address.split("?");
  return operations.find((operation) => {
    const pattern = operation.path.replaceAll(/\{[^}]+\}/g, "[^/]+").replaceAll(".", "\\.");
    return operation.method === method && new RegExp(`^${pattern}$`).test(path);
  });
}
