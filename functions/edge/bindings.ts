/** What the Worker asks of the platform, and no more of it: so that no types of the whole platform are needed. */
export type Assets = { readonly fetch: (request: Request) => Promise<Response> };

/** Another Worker. */
export type Service = { readonly fetch: (request: Request) => Promise<Response> };

/** R2. */
export type Bucket = {
  readonly put: (key: string, value: Uint8Array | string) => Promise<unknown>;
  readonly get: (key: string) => Promise<{ readonly arrayBuffer: () => Promise<ArrayBuffer> } | null>;
  readonly delete: (key: string) => Promise<void>;
};

export type Execution = { readonly waitUntil: (work: Promise<unknown>) => void };

/** wrangler.toml names them; test/contract checks that it names all. */
export type Bindings = {
  readonly ASSETS: Assets;
  readonly FILES: Bucket;
  readonly PDF_READER: Service;
} & Readonly<Record<string, unknown>>;
