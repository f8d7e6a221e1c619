import { runLimited } from "./limits.mjs";
import worker from "./huiyin.mjs";

/** The built Worker within the limits of production; says in each answer what it used. */
// oxlint-disable-next-line import/no-default-export -- the form that Workers ask for
export default {
  async fetch(request, env, execution) {
    const { result, subrequests, busyMs } = await runLimited(env, (limited) =>
      worker.fetch(request, limited, execution),
    );
    const answer = new Response(result.body, result);
    answer.headers.set("X-Subrequests", String(subrequests));
    answer.headers.set("X-Busy-Ms", busyMs.toFixed(1));
    return answer;
  },
  async scheduled(event, env, execution) {
    await runLimited(env, (limited) => worker.scheduled(event, limited, execution));
  },
};
