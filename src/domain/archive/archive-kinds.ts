/** open: letters may still come; approved: a second person has let its letters go. */
export const ARCHIVE_STATES = ["open", "approved"] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

/** stored: waits for the second person; released: let go by them; the others changed nothing. */
export const ARCHIVE_FILE_STATES = ["stored", "unchanged", "unmatched", "refused", "released"] as const;
export type ArchiveFileState = (typeof ARCHIVE_FILE_STATES)[number];

/** By what a letter found its matter; all but the number and the exact title are for a person to look at. */
export const MATCHED_BY = ["number", "title", "similar_title", "file_name"] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];

export const MATCH_WORDS: Readonly<Record<MatchedBy, string>> = {
  number: "标题中的编号",
  title: "正文所引标题",
  similar_title: "相近的标题",
  file_name: "文件名中的编号",
};
