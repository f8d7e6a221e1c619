import { shallowRef } from "vue";
import { ApiProblem } from "../api/ask.ts";

type Waiting = { readonly settle: (confirmed: boolean) => void };

/** Set while the dialog asks for a code. */
export const stepUpWaiting = shallowRef<Waiting>();

function askForCode(): Promise<boolean> {
  return new Promise((resolve) => {
    stepUpWaiting.value = {
      settle: (confirmed) => {
        stepUpWaiting.value = undefined;
        resolve(confirmed);
      },
    };
  });
}

/**
 * Does what may need a fresh code (publish, withdraw, accounts): where the API asks for one, the dialog does, and the
 * act is tried once more. Throws ApiProblem, also `step_up_needed` where no code was given.
 */
export async function withStepUp<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== "step_up_needed" || !(await askForCode())) throw error;
    return await act();
  }
}
