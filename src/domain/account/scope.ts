/** What an API key may do: one resource of /api, read or change. */
export type KeyScope = { readonly resource: string; readonly mode: "read" | "write" };

export const SCOPE_PATTERN = /^[a-z][a-z-]{0,39}:(?:read|write)$/;

/** Null: all that the role may. Writing does not include reading: each is named. */
export function isInScope(scopes: readonly string[] | null, { resource, mode }: KeyScope): boolean {
  return scopes === null || scopes.includes(`${resource}:${mode}`);
}
