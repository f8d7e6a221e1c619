import { z } from "zod";

/** Why a matter changes hands or leaves: obligatory, internal. */
export const Reason = z.string().trim().min(2, "请写明理由").max(500, "理由请控制在 500 字以内");
