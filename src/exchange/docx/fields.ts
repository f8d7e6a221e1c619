/** The fields open at one point of the document (ECMA-376 Part 1 §17.16.18): instructions are not text, results are. */
export type FieldStack = {
  readonly begin: () => void;
  readonly separate: () => void;
  readonly end: () => void;
  readonly instruct: (text: string) => void;
  readonly inInstruction: () => boolean;
  readonly href: () => string | undefined;
};

type Field = { instruction: string; inResult: boolean };

export function findHyperlink(instruction: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];
}

/** Fields that fetch from elsewhere when the document is opened. */
export function isFetchingField(instruction: string): boolean {
  return /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE|RD)\b/i.test(instruction);
}

export function openFieldStack(onInstruction: (instruction: string) => void): FieldStack {
  const open: Field[] = [];
  const settle = (field: Field | undefined): void => {
    if (field && !field.inResult) onInstruction(field.instruction);
  };
  return {
    begin: () => {
      open.push({ instruction: "", inResult: false });
    },
    separate: () => {
      const field = open.at(-1);
      settle(field);
      if (field) field.inResult = true;
    },
    end: () => settle(open.pop()),
    instruct: (text) => {
      const field = open.at(-1);
      if (field && !field.inResult) field.instruction += text;
    },
    inInstruction: () => open.some(({ inResult }) => !inResult),
    href: () => open.map(({ instruction }) => findHyperlink(instruction)).findLast((href) => href !== undefined),
  };
}
