import { runCommand, Usage } from "./run-command.ts";
import { importAllocationCommand } from "./import-allocation.ts";
import { importArchiveCommand } from "./import-archive.ts";
import { importDocumentsCommand } from "./import-documents.ts";
import { importRepliesCommand } from "./import-replies.ts";
import { importUnitsCommand } from "./import-units.ts";

const USAGE = `用法：
npm run import -- units 单位.json
npm run import -- allocation 分配表.xlsx --campaign 2026 --kind suggestion|proposal [--dry-run] [--accept-count] [--json]
npm run import -- archive 台账.xlsx 答复.zip|文件夹 --campaign 2023 --kind suggestion|proposal [--dry-run] [--json]
npm run import -- replies 文件夹 --campaign 2026 [--dry-run] [--json]
npm run import -- documents 文件.json [--mask] [--json]`;

const COMMANDS = {
  units: importUnitsCommand,
  allocation: importAllocationCommand,
  archive: importArchiveCommand,
  replies: importRepliesCommand,
  documents: importDocumentsCommand,
};

await runCommand(process.argv.slice(2), async ([what = "", ...argv]) => {
  const command = COMMANDS[what as keyof typeof COMMANDS];
  if (!command) throw new Usage(USAGE);
  return await command(argv);
});
