/** What may be attached to a reply: told by bytes, never by name. */
export const ATTACHMENT_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export const ATTACHMENT_EXTENSION: Readonly<Record<AttachmentType, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** Attachments of one edition. */
export const MOST_ATTACHMENTS = 10;
