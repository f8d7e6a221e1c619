import { defineMiddleware } from "astro:middleware";
import { SEARCH_LOCALS } from "./locals.ts";

export const onRequest = defineMiddleware((context, next) => {
  Object.assign(context.locals, SEARCH_LOCALS);
  return next();
});
