import type { PageLocals } from "./domain/view/page-view.ts";

declare global {
  namespace App {
    interface Locals extends PageLocals {}
  }
}
