/** Query parameters that name the reader's way, not the page. */
const tracking = /^(?:utm_|at_|fbclid$|gclid$|yclid$|mc_cid$|mc_eid$|_ga$|cmpid$)/iu;

/** The ways in which feeds may have written the address that a person copied: with and without `www.`, scheme, last slash, tracking. */
export function spellingsOf(url: URL): readonly string[] {
  const plain = new URL(url);
  plain.hash = "";
  for (const name of Array.from(plain.searchParams.keys()))
    if (tracking.test(name)) plain.searchParams.delete(name);
  const host = plain.host.replace(/^www\./u, "");
  const hosts = [host, `www.${host}`];
  const isChannel = host === "t.me" || host === "telegram.me";
  const base = isChannel ? plain.pathname.replace(/^\/s\//u, "/") : plain.pathname;
  const trimmed = base.replace(/\/+$/u, "");
  const paths = isChannel ? [trimmed, `/s${trimmed}`] : [trimmed, `${trimmed}/`];
  const spelled = ["https", "http"].flatMap((scheme) =>
    hosts.flatMap((each) => paths.map((path) => `${scheme}://${each}${path}${plain.search}`)),
  );
  return [...new Set([url.href, ...spelled])];
}
