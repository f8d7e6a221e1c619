import { KINDS } from "./secrets.ts";

export type GateCase = {
  /** One string per paragraph or table cell. */
  readonly blocks: readonly string[];
  readonly where: "title" | "body";
  readonly label: "positive" | "clean";
  readonly kind?: string;
  readonly form?: string;
  readonly place?: string;
};

type Place = {
  readonly name: string;
  readonly where: GateCase["where"];
  readonly put: (label: string, secret: string) => string[];
};

const PLACES: readonly Place[] = [
  {
    name: "sentence",
    where: "body",
    put: (label, secret) => [
      "我局收到建议后，成立了由分管领导牵头的工作专班。",
      `办理期间，工作人员上门走访（${label}：${secret}），当面听取了意见，并于6月12日再次回访。`,
    ],
  },
  {
    name: "table cell",
    where: "body",
    put: (label, secret) => ["序号", "事项", label, "备注", "1", "上门走访", secret, "已完成"],
  },
  { name: "title", where: "title", put: (label, secret) => [`关于${label}${secret}反映事项的答复`] },
];

/** Every kind in every form in every place. */
export function listPositives(): GateCase[] {
  return KINDS.flatMap(({ kind, label, samples, forms }) =>
    forms.flatMap(({ name, write }) =>
      PLACES.flatMap(({ name: place, where, put }) =>
        samples.map((sample) => ({
          blocks: put(label, write(sample)),
          where,
          label: "positive" as const,
          kind,
          form: name,
          place,
        })),
      ),
    ),
  );
}
