import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientOf } from "#test/support/client.ts";
import { listRegistered } from "#test/support/operations.ts";
import type { Person, World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";

/**
 * Who gets what, whole: one row for each operation, one column for each caller (T-A01). 住建局 leads the reply asked for,
 * 公安局 has nothing to do with it. The number is the status; a refusal by the rules of handling (409) or for want of a
 * body (422) or version (428) means: was let through to them.
 */
const COLUMNS = ["stranger", "admin", "office", "zhujian", "gongan", "supervisor", "machine"] as const;
type Row = readonly [admin: number, office: number, own: number, other: number, supervisor: number, machine: number];

const ID = "2026-jianyi-39.zhujian";
const EVERYONE: Row = [200, 200, 200, 200, 200, 200];
const PEOPLE: Row = [200, 200, 200, 200, 200, 403];
const OWN: Row = [200, 200, 200, 404, 200, 403];

const MATRIX: Readonly<Record<string, readonly [request: string, row: Row]>> = {
  stepUp: ["POST /api/session/step-up", [422, 422, 422, 422, 422, 403]],
  changePassword: ["POST /api/session/password", [422, 422, 422, 422, 422, 403]],
  startPasskeyStepUp: ["POST /api/session/step-up/passkey-options", [409, 409, 409, 409, 409, 403]],
  stepUpWithPasskey: ["POST /api/session/step-up/passkey", [422, 422, 422, 422, 422, 403]],
  listPasskeys: ["GET /api/session/passkeys", [409, 409, 409, 409, 409, 403]],
  startPasskeyRegistration: ["POST /api/session/passkey-registration", [409, 409, 409, 409, 409, 403]],
  registerPasskey: ["POST /api/session/passkeys", [422, 422, 422, 422, 422, 403]],
  renamePasskey: ["PUT /api/session/passkeys/none", [422, 422, 422, 422, 422, 403]],
  removePasskey: ["DELETE /api/session/passkeys/none", [409, 409, 409, 409, 409, 403]],
  renewRecoveryCodes: ["POST /api/session/recovery-codes", [409, 409, 409, 409, 409, 403]],
  listOwnEvents: ["GET /api/session/events", PEOPLE],
  listOwnSessions: ["GET /api/sessions", [409, 409, 409, 409, 409, 403]],
  endOwnSession: ["DELETE /api/sessions/none", [409, 409, 409, 409, 409, 403]],
  listSecurityEvents: ["GET /api/security-events", [200, 403, 403, 403, 200, 403]],
  signOutEverywhere: ["DELETE /api/sessions", [409, 409, 409, 409, 409, 403]],
  listAccounts: ["GET /api/accounts", [200, 403, 403, 403, 403, 403]],
  getAccount: ["GET /api/accounts/none", [404, 403, 403, 403, 403, 403]],
  createAccount: ["POST /api/accounts", [422, 403, 403, 403, 403, 403]],
  changeAccount: ["PUT /api/accounts/none", [422, 403, 403, 403, 403, 403]],
  disableAccount: ["POST /api/accounts/none/disable", [404, 403, 403, 403, 403, 403]],
  enableAccount: ["POST /api/accounts/none/enable", [404, 403, 403, 403, 403, 403]],
  resetAccount: ["POST /api/accounts/none/reset", [404, 403, 403, 403, 403, 403]],
  listKeys: ["GET /api/keys", [200, 403, 403, 403, 403, 403]],
  createKey: ["POST /api/keys", [422, 403, 403, 403, 403, 403]],
  revokeKey: ["POST /api/keys/none/revoke", [404, 403, 403, 403, 403, 403]],
  getMe: ["GET /api/me", EVERYONE],
  getMetrics: ["GET /api/metrics", [200, 403, 403, 403, 403, 200]],
  listAudit: ["GET /api/audit", [200, 200, 403, 403, 200, 403]],
  verifyAudit: ["GET /api/audit/verification", [200, 200, 403, 403, 200, 403]],
  listUnits: ["GET /api/units", PEOPLE],
  getUnit: ["GET /api/units/zhujian", PEOPLE],
  addUnit: ["POST /api/units", [422, 422, 403, 403, 403, 403]],
  changeUnit: ["PUT /api/units/zhujian", [422, 422, 403, 403, 403, 403]],
  getSiteSettings: ["GET /api/settings/site", [200, 200, 403, 403, 200, 403]],
  changeSiteSettings: ["PUT /api/settings/site", [422, 422, 403, 403, 403, 403]],
  listSchemes: ["GET /api/schemes", PEOPLE],
  listCampaigns: ["GET /api/campaigns", PEOPLE],
  getCampaign: ["GET /api/campaigns/2026", PEOPLE],
  createCampaign: ["POST /api/campaigns", [422, 422, 403, 403, 403, 403]],
  getCampaignRules: ["GET /api/campaigns/2026/rules", PEOPLE],
  updateCampaignRules: ["PUT /api/campaigns/2026/rules", [422, 422, 403, 403, 403, 403]],
  startCampaign: ["POST /api/campaigns/2026/start", [412, 412, 403, 403, 403, 403]],
  closeCampaign: ["POST /api/campaigns/2026/close", [412, 412, 403, 403, 403, 403]],
  reopenCampaign: ["POST /api/campaigns/2026/reopen", [422, 422, 403, 403, 403, 403]],
  archiveCampaign: ["POST /api/campaigns/2026/archive", [412, 412, 403, 403, 403, 403]],
  recountCampaign: ["PUT /api/campaigns/2026/counts", [422, 422, 403, 403, 403, 403]],
  setCampaignNames: ["PUT /api/campaigns/2026/names", [422, 422, 403, 403, 403, 403]],
  setCampaignScheme: ["PUT /api/campaigns/2026/scheme", [422, 422, 403, 403, 403, 403]],
  getCampaignHistory: ["GET /api/campaigns/2026/history", [200, 200, 403, 403, 200, 403]],
  listReturnReasons: ["GET /api/return-reasons", PEOPLE],
  addReturnReason: ["POST /api/return-reasons", [403, 422, 403, 403, 403, 403]],
  changeReturnReason: ["PUT /api/return-reasons/off_the_point", [403, 422, 403, 403, 403, 403]],
  getReturnReasonUse: ["GET /api/supervision/return-reasons?campaign=2026", PEOPLE],
  getMotionHistory: ["GET /api/motions/2026-jianyi-39/history", OWN],
  getMotionHistoryCsv: ["GET /api/motions/2026-jianyi-39/history.csv", OWN],
  listDeadlinePresets: ["GET /api/deadline-presets", PEOPLE],
  listFeedbackPresets: ["GET /api/feedback-presets", PEOPLE],
  getCalendar: ["GET /api/calendar?from=2026-01-01&to=2026-01-31", PEOPLE],
  getStatistics: ["GET /api/statistics/2026", [200, 200, 403, 403, 200, 403]],
  getIndicators: ["GET /api/statistics/2026/indicators", PEOPLE],
  checkFigures: ["POST /api/figure-checks", [422, 422, 422, 422, 422, 403]],
  listIndicatorRows: ["GET /api/statistics/2026/indicators/signed_rate/rows", PEOPLE],
  listMotions: ["GET /api/motions", PEOPLE],
  getMotion: ["GET /api/motions/2026-jianyi-39", OWN],
  setAsks: ["PUT /api/motions/2026-jianyi-39/asks", [403, 422, 403, 403, 403, 403]],
  getMotionFile: ["GET /api/motions/2026-jianyi-39/file", OWN],
  registerMotion: ["POST /api/motions", [403, 422, 403, 403, 403, 403]],
  preAssignMotion: ["POST /api/motions/2026-jianyi-39/pre-assign", [403, 422, 403, 403, 403, 403]],
  assignMotion: ["POST /api/motions/2026-jianyi-39/assign", [403, 412, 403, 403, 403, 403]],
  mergeMotion: ["POST /api/motions/2026-jianyi-39/merge", [403, 422, 403, 403, 403, 403]],
  transferMotion: ["POST /api/motions/2026-jianyi-39/transfer", [403, 422, 403, 403, 403, 403]],
  withdrawMotion: ["POST /api/motions/2026-jianyi-39/withdraw", [403, 422, 403, 403, 403, 403]],
  addJointUnit: ["POST /api/motions/2026-jianyi-39/joint-units", [403, 422, 403, 403, 403, 403]],
  setKeyItem: ["PUT /api/motions/2026-jianyi-39/key-item", [403, 412, 403, 403, 403, 403]],
  clearKeyItem: ["DELETE /api/motions/2026-jianyi-39/key-item", [403, 412, 403, 403, 403, 403]],
  getHandling: [`GET /api/assignments/${ID}/handling`, OWN],
  objectAssignment: [`POST /api/assignments/${ID}/object`, [403, 403, 422, 422, 403, 403]],
  decideObjection: [`POST /api/assignments/${ID}/objection-decision`, [403, 422, 403, 403, 403, 403]],
  reassignAssignment: [`POST /api/assignments/${ID}/reassign`, [403, 422, 403, 403, 403, 403]],
  removeJointUnit: [`POST /api/assignments/${ID}/remove`, [403, 422, 403, 403, 403, 403]],
  recordContact: [`POST /api/assignments/${ID}/contacts`, [403, 422, 422, 422, 403, 403]],
  correctContact: [`PUT /api/assignments/${ID}/contacts/1`, [403, 422, 422, 422, 403, 403]],
  deleteContact: [`DELETE /api/assignments/${ID}/contacts/1`, [403, 404, 404, 404, 403, 403]],
  waiveMeeting: [`PUT /api/assignments/${ID}/meeting-waiver`, [403, 422, 422, 422, 403, 403]],
  requestExtension: [`POST /api/assignments/${ID}/extensions`, [403, 403, 422, 422, 403, 403]],
  decideExtension: [`POST /api/assignments/${ID}/extension-decision`, [403, 422, 403, 403, 403, 403]],
  tellExtension: [`POST /api/assignments/${ID}/extensions/1/told`, [403, 422, 422, 422, 403, 403]],
  // Of another assignment of the same unit, so that nothing here is changed.
  closeAssignment: ["POST /api/assignments/2026-tian-7.zhujian/close", [403, 412, 403, 403, 403, 403]],
  listOpinions: ["GET /api/motions/2026-jianyi-39/opinions", [403, 200, 200, 404, 200, 403]],
  getOpinion: ["GET /api/opinions/2026-jianyi-39.jiaoti", [403, 200, 200, 404, 200, 403]],
  askOpinion: ["POST /api/opinions/2026-jianyi-39.jiaoti/ask", [403, 412, 412, 404, 403, 403]],
  giveOpinion: ["PUT /api/opinions/2026-jianyi-39.jiaoti", [403, 403, 422, 422, 403, 403]],
  waiveOpinion: ["POST /api/opinions/2026-jianyi-39.jiaoti/waive", [403, 422, 422, 422, 403, 403]],
  listPeople: ["GET /api/people", PEOPLE],
  getPerson: ["GET /api/people/p1", [404, 404, 404, 404, 404, 403]],
  addPerson: ["POST /api/people", [403, 422, 422, 422, 403, 403]],
  changePerson: ["PUT /api/people/p1", [403, 422, 422, 422, 403, 403]],
  listAssignments: ["GET /api/assignments", PEOPLE],
  getAssignment: [`GET /api/assignments/${ID}`, OWN],
  signAssignment: [`POST /api/assignments/${ID}/sign`, [403, 403, 409, 404, 403, 403]],
  getReply: [`GET /api/replies/${ID}`, OWN],
  getReplyGate: [`GET /api/replies/${ID}/gate`, OWN],
  previewReply: [`GET /api/replies/${ID}/preview`, OWN],
  planPublication: [`GET /api/replies/${ID}/publication-plan`, OWN],
  getReplyEdition: [`GET /api/replies/${ID}/editions/1`, OWN],
  draftReply: [`PUT /api/replies/${ID}/draft`, [403, 422, 422, 422, 403, 403]],
  proposeReply: [`POST /api/replies/${ID}/propose`, [403, 403, 409, 404, 403, 403]],
  submitReply: [`POST /api/replies/${ID}/submit`, [403, 403, 409, 404, 403, 403]],
  returnReply: [`POST /api/replies/${ID}/return`, [403, 422, 422, 422, 403, 403]],
  approveReply: [`POST /api/replies/${ID}/approve`, [403, 409, 403, 403, 403, 403]],
  finaliseReply: [`POST /api/replies/${ID}/finalise`, [403, 409, 403, 403, 403, 403]],
  publishReply: [`POST /api/replies/${ID}/publish`, [403, 409, 409, 404, 403, 403]],
  correctReply: [`POST /api/replies/${ID}/correct`, [403, 422, 422, 422, 403, 403]],
  withdrawReply: [`POST /api/replies/${ID}/withdraw`, [403, 422, 403, 403, 403, 403]],
  getFeedback: [`GET /api/assignments/${ID}/feedback`, OWN],
  // Of another assignment of the same unit, so that nothing here is changed.
  askFeedback: ["POST /api/assignments/2026-tian-7.zhujian/feedback/ask", [403, 412, 412, 404, 403, 403]],
  recordFeedback: [`POST /api/assignments/${ID}/feedback/record`, [403, 422, 403, 403, 403, 403]],
  createFeedbackLink: [`POST /api/assignments/${ID}/feedback/links`, [403, 409, 403, 403, 403, 403]],
  revokeFeedbackLinks: [
    "POST /api/assignments/2026-tian-7.zhujian/feedback/links/revoke",
    [403, 412, 403, 403, 403, 403],
  ],
  getVotes: ["GET /api/motions/2026-jianyi-39/votes", OWN],
  recordVote: ["POST /api/motions/2026-jianyi-39/votes", [403, 422, 403, 403, 403, 403]],
  getFollowUps: [`GET /api/assignments/${ID}/follow-ups`, OWN],
  // Of another assignment of the same unit, so that nothing here is changed.
  openSupplement: ["POST /api/assignments/2026-tian-7.zhujian/follow-ups", [403, 412, 412, 404, 403, 403]],
  returnFollowUp: [`POST /api/assignments/${ID}/follow-ups/return`, [403, 422, 403, 403, 403, 403]],
  draftFollowUp: [`PUT /api/assignments/${ID}/follow-ups/draft`, [403, 403, 422, 422, 403, 403]],
  submitFollowUp: [`POST /api/assignments/${ID}/follow-ups/submit`, [403, 403, 409, 404, 403, 403]],
  approveFollowUp: [`POST /api/assignments/${ID}/follow-ups/approve`, [403, 409, 403, 403, 403, 403]],
  publishFollowUp: [`POST /api/assignments/${ID}/follow-ups/publish`, [403, 409, 409, 404, 403, 403]],
  listCommitments: ["GET /api/commitments", PEOPLE],
  getCommitment: ["GET /api/commitments/none", [404, 404, 404, 404, 404, 403]],
  suggestCommitments: [`GET /api/assignments/${ID}/commitment-suggestions`, OWN],
  takeCommitment: [`POST /api/assignments/${ID}/commitments`, [403, 422, 422, 422, 403, 403]],
  reportCommitment: ["POST /api/commitments/none/report", [403, 422, 422, 422, 403, 403]],
  approveCommitmentReport: ["POST /api/commitments/none/approve", [403, 404, 403, 403, 403, 403]],
  declineCommitmentReport: ["POST /api/commitments/none/decline", [403, 422, 403, 403, 403, 403]],
  listReminders: ["GET /api/reminders", PEOPLE],
  sendReminder: ["POST /api/reminders", [403, 422, 403, 403, 403, 403]],
  markRemindersRead: ["POST /api/reminders/read", [403, 403, 422, 422, 403, 403]],
  listDue: ["GET /api/due", PEOPLE],
  getSupervision: ["GET /api/supervision/units?campaign=2026", PEOPLE],
  listDisclosureReviews: ["GET /api/disclosure-reviews", PEOPLE],
  reviewDisclosure: [`POST /api/disclosure-reviews/${ID}`, [403, 422, 403, 403, 403, 403]],
  listEmergencies: ["GET /api/emergencies", [200, 200, 403, 403, 200, 403]],
  publishEmergency: [`POST /api/replies/${ID}/publish-emergency`, [403, 422, 403, 403, 403, 403]],
  countersignEmergency: [`POST /api/emergencies/${ID}/countersign`, [403, 409, 403, 403, 403, 403]],
  listDocuments: ["GET /api/documents", PEOPLE],
  getDocument: ["GET /api/documents/2026-notice", PEOPLE],
  draftBulletin: ["POST /api/bulletins", [403, 422, 403, 403, 403, 403]],
  draftDocument: ["POST /api/documents", [403, 422, 403, 403, 403, 403]],
  editDocument: ["PUT /api/documents/2026-draft", [403, 422, 403, 403, 403, 403]],
  publishDocument: ["POST /api/documents/2026-draft/publish", [403, 412, 403, 403, 403, 403]],
  setDocumentValidity: ["PUT /api/documents/2026-notice/validity", [403, 422, 403, 403, 403, 403]],
  withdrawDocument: ["POST /api/documents/2026-notice/withdraw", [403, 412, 403, 403, 403, 403]],
  exportLetter: [`GET /api/exports/letters/${ID}`, OWN],
  exportFeedbackForm: [`GET /api/exports/feedback-forms/${ID}`, OWN],
  exportNotice: ["GET /api/exports/notice?campaign=2026", [200, 200, 200, 404, 200, 403]],
  exportReminder: ["GET /api/exports/reminder?unit=none", [404, 404, 403, 403, 403, 403]],
  exportDocument: ["GET /api/exports/documents/2026-notice", PEOPLE],
  exportAllocation: ["GET /api/exports/allocation?campaign=2026&kind=suggestion", PEOPLE],
  exportLedger: ["GET /api/exports/ledger", PEOPLE],
  exportStatistics: ["GET /api/exports/statistics/2026", PEOPLE],
  listSummaries: ["GET /api/summaries?campaign=2026", PEOPLE],
  getSummary: ["GET /api/summaries/none", [404, 404, 404, 404, 404, 403]],
  draftSummary: ["POST /api/summaries", [422, 422, 422, 422, 403, 403]],
  saveSummary: ["PUT /api/summaries/none", [422, 422, 422, 422, 403, 403]],
  refreshSummary: ["POST /api/summaries/none/refresh", [404, 404, 404, 404, 403, 403]],
  listReleases: ["GET /api/releases", EVERYONE],
  getRelease: ["GET /api/releases/r000001", EVERYONE],
  createRelease: ["POST /api/releases", [202, 202, 403, 403, 403, 403]],
  rollBackRelease: ["POST /api/release-rollbacks", [422, 422, 403, 403, 403, 403]],
  cancelRelease: ["POST /api/release-cancellations", [422, 422, 403, 403, 403, 403]],
  importAllocation: ["POST /api/imports/allocation", [422, 422, 403, 403, 403, 403]],
  readLetterFile: ["POST /api/imports/letter", [403, 422, 422, 422, 403, 403]],
  importReplies: ["POST /api/imports/replies", [422, 422, 403, 403, 403, 403]],
  inspectAllocation: ["POST /api/imports/allocation/inspection", [422, 422, 403, 403, 403, 403]],
  exportAllocationFindings: ["POST /api/imports/allocation/findings", [422, 422, 403, 403, 403, 403]],
  checkReply: [`GET /api/replies/${ID}/check`, OWN],
  requestOverride: [`POST /api/replies/${ID}/overrides`, [403, 422, 422, 422, 403, 403]],
  decideOverride: [`POST /api/replies/${ID}/overrides/none/decision`, [403, 422, 403, 403, 403, 403]],
  listAttachments: [`GET /api/replies/${ID}/attachments`, OWN],
  addAttachment: [`POST /api/replies/${ID}/attachments`, [403, 422, 422, 422, 403, 403]],
  removeAttachment: [
    `DELETE /api/replies/${ID}/attachments/00000000-0000-4000-8000-000000000000`,
    [403, 409, 409, 404, 403, 403],
  ],
  readAttachment: [
    `GET /api/replies/${ID}/attachments/00000000-0000-4000-8000-000000000000/content`,
    [404, 404, 404, 404, 404, 403],
  ],
  startArchive: ["POST /api/imports/archives", [422, 422, 403, 403, 403, 403]],
  takeArchiveLetters: ["POST /api/imports/archives/none/letters", [422, 422, 403, 403, 403, 403]],
  listArchives: ["GET /api/archives", [200, 200, 403, 403, 200, 403]],
  getArchive: ["GET /api/archives/none", [404, 404, 403, 403, 404, 403]],
  listArchiveFiles: ["GET /api/archives/none/files", [404, 404, 403, 403, 404, 403]],
  listOriginals: [`GET /api/replies/${ID}/originals`, OWN],
  readOriginal: [
    `GET /api/replies/${ID}/originals/00000000-0000-4000-8000-000000000000/content`,
    [403, 404, 404, 404, 403, 403],
  ],
  removePrivateContact: ["POST /api/private-contacts/removals", [422, 422, 403, 403, 403, 403]],
  releaseArchive: ["POST /api/archives/none/release", [403, 404, 403, 403, 403, 403]],
};

const PUBLIC_OPERATIONS = [
  "signIn",
  "completeSignIn",
  "startPasskeySignIn",
  "signInWithPasskey",
  "prepareActivation",
  "activateAccount",
  "getSession",
  "signOut",
  "getFeedbackForm",
  "fileFeedbackForm",
  "getHealth",
  "getReady",
  "getOpenApi",
  "getDocs",
];

let world: World;
let copy: World;
beforeAll(async () => {
  world = await makeWorld();
  copy = await copyWorld(world);
});
afterAll(async () => {
  await copy.close();
  await world.close();
});

async function statusFor(request: string, column: (typeof COLUMNS)[number]): Promise<number> {
  const [method = "", path = ""] = request.split(" ");
  const key = column === "stranger" ? undefined : copy.people[column satisfies Person];
  const takesFiles = path.startsWith("/api/imports/") || (method === "POST" && path.endsWith("/attachments"));
  const form = takesFiles ? { body: new FormData() } : {};
  // An empty form has no part, which the parser takes for a broken one.
  if (form.body) form.body.set("campaign", "2026");
  const headers = { "If-Match": '"v7"', "Idempotency-Key": `${column}-${path}` };
  return (await clientOf(copy, key)(path, { method, headers, ...form })).status;
}

describe("authorisation", () => {
  it.each(Object.entries(MATRIX))("%s", async (_, [request, row]) => {
    const expected = [401, ...row];
    const found: number[] = [];
    for (const column of COLUMNS) found.push(await statusFor(request, column));
    expect(Object.fromEntries(COLUMNS.map((column, index) => [column, found[index]]))).toEqual(
      Object.fromEntries(COLUMNS.map((column, index) => [column, expected[index]])),
    );
  });

  it("holds every operation that the API has, and no other", () => {
    const ids = listRegistered(world.app).map(({ id }) => id);
    expect([...PUBLIC_OPERATIONS, ...Object.keys(MATRIX)].toSorted()).toEqual(ids.toSorted());
  });

  it("is what the document says of each operation's roles", () => {
    const roles = ["admin", "office", "unit", "unit", "supervisor", "machine"];
    for (const { id, roles: said } of listRegistered(world.app)) {
      if (PUBLIC_OPERATIONS.includes(id)) {
        expect(said).toEqual(["public"]);
        continue;
      }
      const allowed = MATRIX[id]?.[1].flatMap((status, index) => (status === 403 ? [] : [roles[index]]));
      expect([...new Set(allowed)].toSorted(), id).toEqual(said.toSorted());
    }
  });

  it("leaves nothing changed behind it", async () => {
    const reply = await clientOf(copy, copy.people.office)(`/api/replies/${ID}`);
    expect(reply.headers.get("etag")).toBe('"v7"');
  });
});
