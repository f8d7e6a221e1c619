import { createClient } from "@libsql/client";
import { createBareApp } from "./bare-app.ts";

// A connection for each request, as ours: workerd keeps their input and output apart.
const app = createBareApp((env) => createClient({ url: (env as { readonly DATABASE_URL: string }).DATABASE_URL }));

// oxlint-disable-next-line import/no-default-export -- the form that Workers ask for
export default app;
