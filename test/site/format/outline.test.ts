import { expect, it } from "vitest";
import { findOutlineFace } from "#site/format/outline.ts";

it.each([
  ["一、关于加装进度偏慢的问题", "hei"],
  ["十二、下一步打算", "hei"],
  ["（三）还没有办到的", "kai"],
  ["一、按时答复。自交办之日起三个月内答复。", undefined],
  [`一、${"长".repeat(39)}`, undefined],
  ["第一、关于问题", undefined],
  ["1、关于问题", undefined],
  ["", undefined],
])("%s is set in %s", (text, face) => expect(findOutlineFace(text)).toBe(face));
