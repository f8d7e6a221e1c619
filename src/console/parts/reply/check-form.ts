import { onScopeDispose, shallowRef, watch } from "vue";
import type { Ref, ShallowRef } from "vue";
import { checkLetter } from "#domain/gate/check-letter.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { scanText } from "#domain/privacy/scan-text.ts";
import { blocksToScan } from "#domain/reply/plain-text.ts";
import type { LetterForm } from "./letter-form.ts";
import { hasPublicText, toChecked } from "./letter-form.ts";
import type { Gate } from "./reply-file.ts";

/** Long enough not to run at every stroke, short enough to be read as an answer to it. */
const PAUSE_MS = 250;

/** The gate over the form, as the API runs it over what was saved. */
export function checkForm(form: LetterForm, gate: Gate): Finding[] {
  const { scheme, motion, officeLines } = gate;
  const extra = [...(hasPublicText(form) ? blocksToScan(form.publicBody) : []), ...(form.note ? [form.note] : [])];
  return [
    ...checkLetter(toChecked(form), { scheme, motions: [motion], officeLines }),
    ...scanText(extra, { officeLines, where: "public_text" }),
  ];
}

/** What the gate says of the form as it is typed. */
export function useFindings(form: Ref<LetterForm>, gate: () => Gate): ShallowRef<readonly Finding[]> {
  const findings = shallowRef<readonly Finding[]>(checkForm(form.value, gate()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    form,
    (now) => {
      clearTimeout(timer);
      timer = setTimeout(() => (findings.value = checkForm(now, gate())), PAUSE_MS);
    },
    { deep: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return findings;
}
