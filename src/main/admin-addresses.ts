import type { Config } from "../config.ts";
import type { ChatAddress } from "../model/chat.ts";

/**
 * Where admins are written to: each Telegram admin's private chat (its id is the person's; they have to have pressed Start once), and the Discord
 * channel that is set for it. A private message on Discord would need a channel to be opened first.
 */
export function adminAddresses(config: Config): readonly ChatAddress[] {
  const { TELEGRAM_ADMIN_IDS: ids, DISCORD_ADMIN_CHANNEL_ID: channel } = config;
  return [
    ...ids.map((id) => ({ platform: "telegram", channel: id, thread: null })),
    ...(channel === undefined ? [] : [{ platform: "discord", channel, thread: null }]),
  ];
}
