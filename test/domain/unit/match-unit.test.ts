import { describe, expect, test } from "vitest";
import { matchUnit } from "#domain/unit/match-unit.ts";
import { nearestUnits } from "#domain/unit/nearest-units.ts";

const UNITS = [
  { code: "fgw", shortName: "市发展改革局", fullName: "云川市发展和改革局", aliases: ["市发改局", "发改局"] },
  { code: "zjj", shortName: "市住建局", fullName: "云川市住房和城乡建设局", aliases: ["市住房城乡建设局"] },
  { code: "gaj", shortName: "市公安局", fullName: "云川市公安局", aliases: [] },
  { code: "swj", shortName: "市商务局", fullName: "云川市商务局", aliases: ["同名局"] },
  { code: "shw", shortName: "市水务局", fullName: "云川市水务局", aliases: ["同名局"] },
];

describe("matchUnit", () => {
  test.each([
    ["市发展改革局", "fgw"],
    ["云川市发展和改革局", "fgw"],
    ["发改局", "fgw"],
    ["发展改革局", "fgw"],
    [" 市 公安局\u200b", "gaj"],
    ["市公安局　", "gaj"],
  ])("%j", (name, code) => {
    expect(matchUnit(name, UNITS)?.code).toBe(code);
  });

  test.each(["", "公安", "市公安局分局", "县公安局", "同名局", "市同名局"])("%j matches none", (name) => {
    expect(matchUnit(name, UNITS)).toBeUndefined();
  });
});

describe("nearestUnits", () => {
  test.each([
    ["市发改委", "fgw"],
    ["市住建委", "zjj"],
    ["云川市住房与城乡建设局", "zjj"],
    ["公安分局", "gaj"],
  ])("%s is nearest to %s", (name, code) => {
    expect(nearestUnits(name, UNITS)[0]?.code).toBe(code);
  });

  test("nothing is near to what has nothing in common", () => {
    expect(nearestUnits("火星基地", UNITS)).toEqual([]);
    expect(nearestUnits("", UNITS)).toEqual([]);
  });

  test("no more than asked for", () => {
    expect(nearestUnits("市务局", UNITS, 1).length).toBeLessThanOrEqual(1);
  });
});
