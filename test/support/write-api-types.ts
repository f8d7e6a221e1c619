import { writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import type { OpenAPI3 } from "openapi-typescript";
import { openTestApp } from "./app.ts";

/** Writes the types of the API that the console is checked by; they are made again at every verify and not kept. */
const file = new URL("../../src/console/api/types.gen.ts", import.meta.url);
const test = await openTestApp();
const document = (await (await test.app.request("/api/openapi.json")).json()) as OpenAPI3;
await test.close();
await writeFile(file, astToString(await openapiTS(document)));
