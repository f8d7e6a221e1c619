/** A withheld string stands in the release: there is no release (design §1.7). */
export class LeakFound extends Error {
  override name = "LeakFound";
}

/** Something that the release holds ceased to be public while it was built: it must not go live. */
export class Outdated extends Error {
  override name = "Outdated";
}

/** A public row lacks what every public row has. Names the row, for whoever mends it. */
export class NotPublishable extends Error {
  override name = "NotPublishable";
}
