/**
 * Marks of pages that ask for a browser or a person instead of answering. Each is specific to one protection service, so that an
 * article about such a page is not taken for one. Seen in the services' public pages, 2026-11.
 */
const MARKS: readonly RegExp[] = [
  /<title>\s*Just a moment\.\.\.\s*<\/title>/i,
  /\/cdn-cgi\/challenge-platform\//i,
  /<title>\s*Attention Required! \| Cloudflare\s*<\/title>/i,
  /<title>\s*DDoS-Guard\s*<\/title>/i,
  /\/\.well-known\/ddos-guard\//i,
  /\/__qrator\/|qauth_handle_validate/i,
  /sucuri_cloudproxy_js/i,
  /_Incapsula_Resource/i,
  /geo\.captcha-delivery\.com/i,
  /id="px-captcha"/i,
  /window\.awsWafCookieDomainList|AwsWafIntegration/i,
  /<noscript>[^<]{0,40}Please enable JavaScript and cookies to continue/i,
];

/** Whether an answer is a challenge page of a protection service. Looks at headers and the first 64 KB of the body. */
export function isChallenge(headers: Readonly<Record<string, string>>, body: Uint8Array): boolean {
  if (headers["cf-mitigated"] === "challenge") return true;
  if (headers["x-amzn-waf-action"] === "challenge" || headers["x-amzn-waf-action"] === "captcha") return true;
  const start = new TextDecoder("latin1").decode(body.subarray(0, 64 * 1024));
  return isPage(start) && MARKS.some((mark) => mark.test(start));
}

function isPage(start: string): boolean {
  return /<html[\s>]/i.test(start.slice(0, 4096));
}
