/** A small reader of OpenAPI 3.1, written from the specification and apart from what generates the document. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Dict = { [key: string]: Json };

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const TYPES = ["null", "boolean", "object", "array", "number", "string", "integer"];
const SCHEMES = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+*-]+$/;

const isDict = (value: Json | undefined): value is Dict =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const dict = (value: Json | undefined): Dict => (isDict(value) ? value : {});
const text = (value: Json | undefined): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

function* walk(value: Json, at = "#"): Generator<readonly [string, Dict]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, `${at}/${index}`);
  } else if (isDict(value)) {
    yield [at, value];
    for (const [key, item] of Object.entries(value))
      yield* walk(item, `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

function resolve(document: Dict, ref: string): Json | undefined {
  if (!ref.startsWith("#/")) return undefined;
  const keys = ref
    .slice(2)
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
  let at: Json | undefined = document;
  for (const key of keys) at = dict(at)[key];
  return at;
}

function* checkRefs(document: Dict): Generator<string> {
  for (const [at, node] of walk(document)) {
    const ref = node["$ref"];
    if (typeof ref === "string" && resolve(document, ref) === undefined) yield `${at}: ${ref} leads nowhere`;
  }
}

/** JSON Schema 2020-12 as far as generators go wrong, above all by writing 3.0. */
function* checkKeywords(schema: Dict, at: string): Generator<string> {
  for (const type of [schema["type"] ?? []].flat()) if (!TYPES.includes(text(type))) yield `${at}: type ${text(type)}`;
  if ("nullable" in schema) yield `${at}: nullable is 3.0`;
  for (const bound of ["exclusiveMinimum", "exclusiveMaximum"]) {
    if (bound in schema && typeof schema[bound] !== "number") yield `${at}: ${bound} is 3.0`;
  }
  const missing = list(schema["required"]).filter((name) => !(text(name) in dict(schema["properties"])));
  for (const name of missing) yield `${at}: requires ${text(name)}, which it does not describe`;
}

function innerSchemas(schema: Dict): (readonly [string, Json])[] {
  const single = ["items", "additionalProperties", "not"].filter((key) => key in schema);
  const many = ["anyOf", "oneOf", "allOf"].flatMap((key) =>
    list(schema[key]).map((inner, index) => [`${key}.${index}`, inner] as const),
  );
  return [
    ...Object.entries(dict(schema["properties"])),
    ...single.map((key) => [key, schema[key] ?? null] as const),
    ...many,
  ];
}

function* checkSchema(schema: Json | undefined, at: string): Generator<string> {
  if (typeof schema === "boolean") return;
  if (!isDict(schema)) {
    yield `${at}: no schema`;
    return;
  }
  yield* checkKeywords(schema, at);
  for (const [name, inner] of innerSchemas(schema)) yield* checkSchema(inner, `${at}.${name}`);
}

function* checkContent(content: Json | undefined, at: string): Generator<string> {
  for (const [type, media] of Object.entries(dict(content))) {
    if (!MEDIA_TYPE.test(type)) yield `${at}: media type ${type}`;
    yield* checkSchema(dict(media)["schema"], `${at} ${type}`);
  }
}

function* checkParameters(path: string, operation: Dict, at: string): Generator<string> {
  const parameters = list(operation["parameters"]).map(dict);
  const keys = parameters.map((item) => `${text(item["in"])} ${text(item["name"])}`);
  if (new Set(keys).size < keys.length) yield `${at}: a parameter twice`;
  for (const item of parameters) {
    if (!["path", "query", "header", "cookie"].includes(text(item["in"])))
      yield `${at}: parameter in ${text(item["in"])}`;
    if (item["in"] === "path" && item["required"] !== true) yield `${at}: ${text(item["name"])} must be required`;
    yield* checkSchema(item["schema"], `${at} ${text(item["name"])}`);
  }
  const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => `path ${match[1]}`);
  const declared = keys.filter((key) => key.startsWith("path "));
  if (named.toSorted().join() !== declared.toSorted().join())
    yield `${at}: path has ${named.join()}, parameters ${declared.join()}`;
}

function* checkOperation(document: Dict, path: string, operation: Dict, at: string): Generator<string> {
  yield* checkParameters(path, operation, at);
  if ("requestBody" in operation) {
    const body = dict(operation["requestBody"]);
    if (Object.keys(dict(body["content"])).length === 0) yield `${at}: a body without content`;
    yield* checkContent(body["content"], `${at} body`);
  }
  const responses = Object.entries(dict(operation["responses"]));
  if (responses.length === 0) yield `${at}: no response`;
  for (const [status, response] of responses) {
    if (!/^(?:[1-5]\d\d|[1-5]XX|default)$/.test(status)) yield `${at}: status ${status}`;
    if (typeof dict(response)["description"] !== "string") yield `${at} ${status}: no description`;
    yield* checkContent(dict(response)["content"], `${at} ${status}`);
  }
  const known = dict(dict(document["components"])["securitySchemes"]);
  for (const name of list(operation["security"]).flatMap((item) => Object.keys(dict(item)))) {
    if (!(name in known)) yield `${at}: security scheme ${name} is not declared`;
  }
}

function* checkComponents(components: Dict): Generator<string> {
  for (const [kind, group] of Object.entries(components)) {
    const wrong = Object.keys(dict(group)).filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name));
    for (const name of wrong) yield `#/components/${kind}: name ${name}`;
  }
  for (const [name, schema] of Object.entries(dict(components["schemas"]))) yield* checkSchema(schema, name);
  for (const [name, scheme] of Object.entries(dict(components["securitySchemes"]))) {
    if (!SCHEMES.includes(text(dict(scheme)["type"]))) yield `#/components/securitySchemes/${name}: type`;
  }
}

function* checkPaths(document: Dict): Generator<string> {
  const ids: string[] = [];
  for (const [path, item] of Object.entries(dict(document["paths"]))) {
    if (!path.startsWith("/")) yield `${path}: must begin with a slash`;
    for (const [method, operation] of Object.entries(dict(item))) {
      if (!METHODS.includes(method)) yield `${path}: method ${method}`;
      ids.push(text(dict(operation)["operationId"]));
      yield* checkOperation(document, path, dict(operation), `${method} ${path}`);
    }
  }
  if (new Set(ids).size < ids.length) yield "#/paths: an operationId twice";
}

function* checkDocument(document: Dict): Generator<string> {
  if (!/^3\.1\.\d+$/.test(text(document["openapi"]))) yield "#: openapi is not 3.1";
  const info = dict(document["info"]);
  if (typeof info["title"] !== "string" || typeof info["version"] !== "string") yield "#/info: title and version";
  yield* checkComponents(dict(document["components"]));
  yield* checkPaths(document);
  yield* checkRefs(document);
}

/** Everything that is wrong with the document; empty where it is valid as far as this reader knows. */
export function findOpenApiFaults(document: unknown): string[] {
  return [...checkDocument(JSON.parse(JSON.stringify(document)) as Dict)];
}
