/** Pages in the shape of the public preview, with invented channels and words. */
export interface PostOptions {
  readonly id: number;
  readonly html?: string;
  readonly forwardedFrom?: string;
  readonly extra?: string;
  readonly isService?: boolean;
  /** Default: at 18:00 and as many minutes as its id says. */
  readonly at?: number;
}

export function post({
  id,
  html = `Post ${id}`,
  forwardedFrom,
  extra = "",
  isService = false,
  at = Date.UTC(2025, 4, 24, 18, id % 60),
}: PostOptions): string {
  const forward =
    forwardedFrom === undefined
      ? ""
      : `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/origin/5"><span dir="auto">${forwardedFrom}</span></a></div>`;
  return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message${isService ? " service_message" : ""}" data-post="channel/${id}">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/channel"><span dir="auto">Channel</span></a></div>
${forward}${extra}<div class="tgme_widget_message_text js-message_text" dir="auto">${html}</div>
<div class="tgme_widget_message_footer compact"><div class="tgme_widget_message_info"><span class="tgme_widget_message_views">12K</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/channel/${id}"><time datetime="${new Date(at).toISOString().slice(0, 19)}+00:00" class="time">18:00</time></a></span></div></div></div></div></div>`;
}

export function page(...posts: readonly string[]): string {
  return `<!DOCTYPE html><html><head><title>Channel</title></head><body><header><div class="tgme_channel_info_header_title"><span dir="auto">The Channel</span></div></header><main class="tgme_main"><section class="tgme_channel_history js-message_history">${posts.join("\n")}</section></main></body></html>`;
}
