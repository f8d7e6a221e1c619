import { build, type Rolldown } from "vite";

/**
 * A module and what it imports as one classic script: browsers run no modules from a folder. Minified, which leaves out
 * the comments that name the folder.
 * @param file full path of the module
 */
export async function toClassicScript(file: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    build: { write: false, minify: true, rolldownOptions: { input: file, output: { format: "iife" } } },
  });
  const [made] = [output].flat() as Rolldown.RolldownOutput[];
  const [script] = made?.output ?? [];
  if (script?.type !== "chunk") throw new Error(`Failed to bundle: ${file} is no script`);
  return script.code;
}
