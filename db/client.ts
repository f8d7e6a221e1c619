import { createClient as createLibsqlClient } from "@libsql/client";
import { keepStatements } from "./keep-statements.ts";

keepStatements();

/** The client of a machine of one's own: files and servers. `client-remote.ts` stands in its place in the Worker. */
export const createClient = createLibsqlClient;
