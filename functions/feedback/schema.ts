import { z } from "@hono/zod-openapi";
import type { FeedbackAxis as Axis } from "#domain/campaign/feedback-presets.ts";
import { ATTITUDES, CONSENTS, FEEDBACK_SOURCES } from "#domain/feedback/feedback-kinds.ts";
import type { FeedbackForm as Form } from "#services/feedback/form.ts";
import type { FeedbackFile } from "#services/feedback/read-feedback.ts";

const FeedbackAxis = z
  .strictObject({
    code: z.string(),
    label: z.string(),
    required: z.boolean(),
    ordersRedo: z.boolean().openapi({ description: "这一项不满意的，须重新办理" }),
    values: z.array(z.strictObject({ code: z.string(), label: z.string(), attitude: z.enum(ATTITUDES).nullable() })),
  })
  .openapi("FeedbackAxis");

const FeedbackRound = z.strictObject({
  round: z.int(),
  askedAt: z.string(),
  dueOn: z.string().nullable(),
  source: z.enum(FEEDBACK_SOURCES).nullable(),
  answers: z.record(z.string(), z.string()).nullable(),
  comment: z.string().nullable(),
  consent: z.enum(CONSENTS).openapi({ description: "是否同意公开答复" }),
  filedAt: z.string().nullable(),
  redoDueOn: z.string().nullable(),
});

export const Feedback = z
  .strictObject({
    assignmentId: z.string(),
    version: z.int(),
    axes: z.array(FeedbackAxis),
    rounds: z.array(FeedbackRound),
    links: z.array(
      z.strictObject({
        round: z.int(),
        createdAt: z.string(),
        expiresAt: z.string(),
        usedAt: z.string().nullable(),
        revokedAt: z.string().nullable(),
      }),
    ),
    dissatisfiedAgain: z.boolean().openapi({ description: "重新办理后再次不满意" }),
  })
  .openapi("Feedback");

export const NewFeedbackLink = z
  .strictObject({
    token: z.string().openapi({ description: "只显示一次，请及时送交代表、委员" }),
    expiresAt: z.string(),
  })
  .openapi("NewFeedbackLink");

export const FeedbackForm = z
  .strictObject({
    numberLabel: z.string(),
    title: z.string(),
    unitName: z.string(),
    round: z.int(),
    dueOn: z.string().nullable(),
    expiresAt: z.string(),
    replyText: z.array(z.string()),
    axes: z.array(FeedbackAxis),
  })
  .openapi("FeedbackForm");

function toAxis({ code, label, required, ordersRedo, values }: Axis): z.infer<typeof FeedbackAxis> {
  return { code, label, required, ordersRedo, values: values.map((value) => ({ ...value })) };
}

export function toFeedback(file: FeedbackFile): z.infer<typeof Feedback> {
  return {
    assignmentId: file.id,
    version: file.version,
    axes: file.axes.map(toAxis),
    rounds: file.rounds.map(({ round, askedAt, dueOn, source, answers, comment, consent, filedAt, redoDueOn }) => ({
      round,
      askedAt,
      dueOn,
      source,
      answers,
      comment,
      consent,
      filedAt,
      redoDueOn,
    })),
    links: file.links.map(({ round, createdAt, expiresAt, usedAt, revokedAt }) => ({
      round,
      createdAt,
      expiresAt,
      usedAt,
      revokedAt,
    })),
    dissatisfiedAgain: file.dissatisfiedAgain,
  };
}

export function toForm(form: Form): z.infer<typeof FeedbackForm> {
  const { numberLabel, title, unitName, round, dueOn, expiresAt, replyText, axes } = form;
  return { numberLabel, title, unitName, round, dueOn, expiresAt, replyText: [...replyText], axes: axes.map(toAxis) };
}
