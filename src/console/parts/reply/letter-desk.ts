import { computed, nextTick, ref, shallowRef } from "vue";
import { ApiProblem, askTagged } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { Conflict } from "../conflict-dialog.vue";
import { useDraft } from "../keep-draft.ts";
import type { LetterForm } from "./letter-form.ts";
import { toDraftBody, toForm } from "./letter-form.ts";
import { applySides, changedFields, mergeForms } from "./merge-forms.ts";
import type { Aside, Reply, ReplyFile, Tagged } from "./reply-file.ts";
import { toFirstForm } from "./first-form.ts";

/** What somebody writes, and what it was when they began: both are kept, so that it can be merged after a reload too. */
type Work = { form: LetterForm; base: LetterForm };
type Meeting = {
  readonly merged: LetterForm;
  readonly theirs: LetterForm;
  readonly conflicts: readonly Conflict[];
  readonly by: string | undefined;
  /** Save once merged; not so where a kept draft is only taken up again. */
  readonly thenSave: boolean;
};

const copy = (form: LetterForm): LetterForm => JSON.parse(JSON.stringify(form)) as LetterForm;

/** The form of one letter: what is unsaved, saving it, and meeting what somebody else saved meanwhile. */
export function useLetterDesk(file: ReplyFile, reply: Reply, aside: Aside) {
  const started = toForm(reply) ?? toFirstForm(reply, aside.motion);
  const work = ref<Work>({ form: copy(started), base: copy(started) });
  const draft = useDraft<Work>(`reply:${file.id}`, work, () => file.etag.value);
  const found = draft.findKept();
  const kept = shallowRef(found && changedFields(started, found.value.form).length > 0 ? found : undefined);
  const meeting = shallowRef<Meeting>();
  const savedAt = ref<string>();

  const form = computed({
    get: () => work.value.form,
    set: (next) => (work.value.form = next),
  });

  /** Both sides stand on what the API now holds; nothing is left to save. */
  async function settle(next: LetterForm): Promise<void> {
    work.value = { form: copy(next), base: copy(next) };
    kept.value = undefined;
    await nextTick();
    draft.forget();
  }

  async function meet(mine: Work, thenSave: boolean, theirReply: Tagged<Reply>): Promise<boolean> {
    const theirs = toForm(theirReply.data) ?? copy(mine.base);
    const { merged, conflicts } = mergeForms(mine.base, mine.form, theirs);
    work.value = { form: copy(merged), base: copy(theirs) };
    if (conflicts.length === 0) return true;
    const by = theirReply.data.edition?.edited?.name ?? undefined;
    meeting.value = { merged, theirs, conflicts, by, thenSave };
    return false;
  }

  async function put(): Promise<void> {
    const params = { path: { id: file.id }, header: file.header() };
    const answer = await askTagged(api.PUT("/api/replies/{id}/draft", { params, body: toDraftBody(form.value) }));
    file.takeReply(answer);
    savedAt.value = new Date().toISOString();
    await settle(toForm(answer.data) ?? form.value);
  }

  /** Throws ApiProblem. True when it was saved; false while the person has to choose between two versions. */
  async function save(): Promise<boolean> {
    try {
      await put();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      const theirs = await file.readReply();
      file.takeReply(theirs);
      if (!(await meet(work.value, true, theirs))) return false;
      await put();
      return true;
    }
  }

  /** Takes up what an earlier visit left unsaved. */
  async function restore(): Promise<void> {
    const value = kept.value?.value;
    kept.value = undefined;
    const now = file.reply.value;
    if (value && now) await meet(value, false, { data: now, etag: file.etag.value });
  }

  function forgetKept(): void {
    kept.value = undefined;
    draft.forget();
  }

  /** Throws ApiProblem. */
  async function takeSides(sides: Readonly<Record<string, "mine" | "theirs">>): Promise<void> {
    const met = meeting.value;
    if (!met) return;
    form.value = copy(applySides(met.merged, met.theirs, sides));
    meeting.value = undefined;
    if (met.thenSave) await save();
  }

  return { form, isChanged: draft.isChanged, kept, meeting, savedAt, save, restore, forgetKept, takeSides };
}
