/** Addresses of the things that a walk acts on. */
export const assignment = (id: string) => `/api/assignments/${id}`;
export const reply = (id: string) => `/api/replies/${id}`;
export const opinion = (id: string) => `/api/opinions/${id}`;
export const PUT = "PUT" as const;
