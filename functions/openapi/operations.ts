import { z } from "zod";
import type { OpenApiDocument } from "./document.ts";

/** One operation as the page of the documentation shows it. */
export type Operation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly roles: readonly string[];
  readonly statuses: readonly string[];
  /** Media type of the body; empty where none is taken. */
  readonly takes: string;
  readonly parameters: readonly Parameter[];
};

type Parameter = {
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly description: string;
};

const RawParameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: z.object({ description: z.string().optional(), enum: z.array(z.unknown()).optional() }).optional(),
});

const RawOperation = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  "x-roles": z.array(z.string()),
  responses: z.record(z.string(), z.unknown()),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  parameters: z.array(RawParameter).default([]),
});

function toParameter({ name, in: place, required, description, schema }: z.infer<typeof RawParameter>): Parameter {
  const values = schema?.enum?.map(String).join("、");
  const words = [description ?? schema?.description, values && `可选：${values}`].filter((item) => item !== undefined);
  return { name, place, required, description: words.join("。") };
}

/** Every operation in the order of registration. Throws where one lacks what the documentation promises. */
export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, raw]): Operation => {
      const operation = RawOperation.parse(raw);
      return {
        id: operation.operationId,
        method,
        path,
        tag: operation.tags[0] ?? "",
        summary: operation.summary,
        roles: operation["x-roles"],
        statuses: Object.keys(operation.responses),
        takes: Object.keys(operation.requestBody?.content ?? {}).join("、"),
        parameters: operation.parameters.map(toParameter),
      };
    }),
  );
}
