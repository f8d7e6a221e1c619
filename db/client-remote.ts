/** The client of the Worker (package.json, `imports`): servers alone, nothing native. */
export { createClient } from "@libsql/client/web";
