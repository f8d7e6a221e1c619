import { readFile } from "node:fs/promises";
import { offerKey } from "../bundle/offer.ts";
import { type ArtefactWork, isKept } from "./work.ts";

/** The offline copy that the data page names, where there is one. It is opened and searched like every other file. */
export async function writeOffer(work: ArtefactWork): Promise<void> {
  const { city, writer, note } = work;
  if (!city.offer) return;
  const file = offerKey(city.offer);
  if (isKept(work, file, city.offer.sha256)) return;
  note(
    file,
    city.all.map(({ id }) => id),
  );
  await writer.put(file, await readFile(city.offer.place));
}
