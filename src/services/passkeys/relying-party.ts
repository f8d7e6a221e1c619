/** The site as authenticators know it (WebAuthn §5.1.2): a passkey of one is of no use at another. */
export type RelyingParty = {
  /** https://huiyin.example.gov.cn, or http://localhost with its port. */
  readonly origin: string;
  /** Its host name. */
  readonly id: string;
};

const NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** Undefined where browsers offer no passkeys: numbers for a name, or plain http beyond the machine itself. */
export function findRelyingParty(url: string): RelyingParty | undefined {
  const { origin, hostname, protocol } = new URL(url);
  if (!NAME.test(hostname) || ADDRESS.test(hostname)) return undefined;
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  return protocol === "https:" || isLocal ? { origin, id: hostname } : undefined;
}
