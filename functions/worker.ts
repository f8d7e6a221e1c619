import { render } from "huiyin:renderer";
import { createWorker } from "./edge/create-worker.ts";

// oxlint-disable-next-line import/no-default-export -- the form that Workers ask for
export default createWorker(render);
