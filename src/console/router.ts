import { createRouter, createWebHistory } from "vue-router";
import { DESKS } from "./desks.ts";
import { loadSession } from "./session/session.ts";

const OPEN = new Set(["sign-in", "activate", "unreachable", "deputy-form"]);

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: [
    { path: "/sign-in", name: "sign-in", component: () => import("./session/sign-in.vue") },
    { path: "/activate", name: "activate", component: () => import("./session/activate.vue") },
    { path: "/unreachable", name: "unreachable", component: () => import("./shell/unreachable.vue") },
    // The one-time link is the whole right: nobody signs in there.
    { path: "/form/:token", name: "deputy-form", component: () => import("./desks/deputy/deputy-form.vue") },
    {
      path: "/",
      component: () => import("./shell/console-shell.vue"),
      children: [
        ...DESKS.map(({ path, name, title, roles, screen }) => ({
          path,
          name,
          meta: { title, roles },
          component: screen,
        })),
        {
          path: ":rest(.*)*",
          name: "nowhere",
          meta: { title: "没有这一页" },
          component: () => import("./shell/nowhere.vue"),
        },
      ],
    },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async (to) => {
  if (OPEN.has(String(to.name))) return true;
  const found = await loadSession().catch(() => undefined);
  if (found === undefined) return { name: "unreachable", query: { next: to.fullPath } };
  if (found === null) return { name: "sign-in", query: to.fullPath === "/" ? {} : { next: to.fullPath } };
  const roles = to.meta["roles"];
  if (Array.isArray(roles) && !roles.includes(found.role))
    return { name: "nowhere", params: { rest: to.path.slice(1).split("/") } };
  return true;
});

router.afterEach((to) => {
  if (to.name === "deputy-form") return;
  const title = to.meta["title"];
  document.title = typeof title === "string" ? `${title} · 办理工作台` : "办理工作台";
});
