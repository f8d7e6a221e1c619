import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { putAllocation } from "#db/writes/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readWorkbook } from "#exchange/xlsx/read-workbook.ts";
import { exportLedger } from "#services/exports/ledger.ts";
import type { LedgerExport } from "#services/exports/ledger.ts";
import { CANARY, copyWorld, makeWorld } from "#test/support/world.ts";
import type { Person, World } from "#test/support/world.ts";
import { bytesOf, importAgain } from "./tables.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => await world.close());

const SITE = "https://www.example.gov.cn/zwgk";
const as = (person: Person) => world.contextOf(world.people[person].actor);
const exportAs = async (person: Person, filter: LedgerExport["filter"], format: "xlsx" | "csv" = "xlsx") =>
  await exportLedger(as(person), { filter, format, site: SITE });

async function rowsOf(bytes: Uint8Array, name: string): Promise<Record<string, string>[]> {
  const sheet = (await readWorkbook(bytes)).sheets.find((item) => item.name === name);
  const [, header, ...rows] = sheet?.rows ?? [];
  const headings = [...(header?.cells ?? [])].map(([column, { text }]) => [column, text] as const);
  return rows.map(({ cells }) =>
    Object.fromEntries(headings.map(([column, text]) => [text, cells.get(column)?.text ?? ""])),
  );
}

describe("台账", () => {
  it("has a sheet for each kind in the layout of the import, and one line for each assignment", async () => {
    const bytes = await bytesOf(await exportAs("office", { campaign: "2026" }));
    const [first, second] = await rowsOf(bytes, "建议台账");
    expect(first).toMatchObject({
      编号: "39",
      主办单位: "市住建局",
      会办单位: "市教育体育局",
      办理结果: "A",
      公开属性: "全文公开",
      答复日期: "2026-05-20",
      文号: "云建议字〔2026〕39号",
      答复链接: `${SITE}/2026/jianyi/39/`,
      公开情况: "已公开",
    });
    expect(second).toMatchObject({ 编号: "40", 办理结果: "", 答复链接: "" });
    expect(second?.["办理状态"]).toContain("市教育体育局：");
    const details = await rowsOf(bytes, "承办明细");
    expect(details).toHaveLength(5);
    expect(details.map((row) => row["单位"])).toEqual(expect.arrayContaining(["市住建局", "市教育体育局"]));
  });

  it("is taken by the import as the allocation that it shows, and changes nothing", async () => {
    for (const kind of ["suggestion", "proposal"] as const) {
      const filter = { campaign: "2026", kind };
      const file = await exportAs("office", filter);
      expect((await readAllocation(await bytesOf(file), file.name)).findings).toEqual([]);
      expect(await importAgain(as("office"), await exportAs("office", filter), kind)).toMatchObject({
        added: 0,
        changed: 0,
        rejected: [],
      });
    }
  });

  it("tells what each unit of a matter answered on its own, and gives no address to what is withheld", async () => {
    const [row] = await rowsOf(await bytesOf(await exportAs("office", { campaign: "2026" })), "提案台账");
    expect(row).toMatchObject({ 主办单位: "市住建局、市教育体育局", 公开属性: "不公开", 答复链接: "" });
    expect(row?.["公开情况"]).toBe("市住建局：不公开\n市教育体育局：未公开");
  });

  it.each([
    [{ role: "joint" } as const, 1],
    [{ keyItem: true }, 2],
    [{ publication: "published" } as const, 1],
    [{ class: "B" }, 1],
    [{ mode: "none" } as const, 1],
    [{ unit: "zhujian" }, 2],
    [{ q: "幼儿园" }, 1],
    [{ motion: "2026-tian-7" }, 2],
    [{ campaign: "1999" }, 0],
  ])("filters as the list does: %j", async (filter, count) => {
    expect(await rowsOf(await bytesOf(await exportAs("office", filter)), "承办明细")).toHaveLength(count);
  });

  it("shows a unit its own parts alone, whatever it asks for, and no word of a letter to anyone", async () => {
    const own = await bytesOf(await exportAs("jiaoti", { campaign: "2026" }));
    expect((await rowsOf(own, "承办明细")).map((row) => row["单位"])).toEqual([
      "市教育体育局",
      "市教育体育局",
      "市教育体育局",
    ]);
    const [row] = await rowsOf(own, "建议台账");
    // Of 39 it is a joint unit: who leads is no secret, how far the lead has got is not its business.
    expect(row).toMatchObject({ 主办单位: "市住建局", 文号: "", 办理结果: "" });
    expect(await rowsOf(await bytesOf(await exportAs("jiaoti", { unit: "zhujian" })), "承办明细")).toEqual([]);
    const csv = new TextDecoder().decode(await bytesOf(await exportAs("office", { campaign: "2026" }, "csv")));
    for (const canary of Object.values(CANARY)) expect(csv).not.toContain(canary);
  });

  it("is whole however many pages of the list it takes, each matter once", async () => {
    const large = await copyWorld(world);
    await writeTransaction(large.db, async (tx) => {
      for (let number = 100; number < 205; number += 1) {
        const id = `2026-jianyi-${number}`;
        const head = {
          id,
          campaignId: "2026",
          kind: "suggestion" as const,
          sittingId: "npc-4-5",
          number,
          title: `关于第${number}项的建议`,
        };
        const units = ["zhujian", "jiaoti"] as const;
        await putAllocation(tx, {
          motion: {
            ...head,
            betweenSessions: false,
            keyItem: false,
            proposerCount: 1,
            assignedOn: "2026-02-28",
            dueOn: null,
          },
          proposers: ["卢子"],
          assignments: units.map((unitCode, position) => ({
            id: `${id}.${unitCode}`,
            unitCode,
            role: position === 0 ? "lead" : "joint",
            position,
            dueOn: null,
            state: "assigned",
          })),
        });
      }
    });
    const ctx = large.contextOf(large.people.office.actor);
    const bytes = await bytesOf(await exportLedger(ctx, { filter: { kind: "suggestion" }, format: "xlsx", site: "" }));
    const numbers = (await rowsOf(bytes, "建议台账")).map((row) => Number(row["编号"]));
    expect(numbers).toEqual([39, 40, ...Array.from({ length: 105 }, (_, index) => index + 100)]);
    expect(await rowsOf(bytes, "承办明细")).toHaveLength(213);
    await large.close();
  });
});
