CREATE TABLE `__new_rests` (
	`platform` text NOT NULL,
	`channel` text NOT NULL,
	`is_of_edits` integer DEFAULT false NOT NULL,
	`until_at` integer NOT NULL,
	`told_ms` integer NOT NULL,
	PRIMARY KEY(`platform`, `channel`, `is_of_edits`)
);
--> statement-breakpoint
INSERT INTO `__new_rests`("platform", "channel", "until_at", "told_ms") SELECT "platform", "channel", "until_at", "told_ms" FROM `rests`;--> statement-breakpoint
DROP TABLE `rests`;--> statement-breakpoint
ALTER TABLE `__new_rests` RENAME TO `rests`;--> statement-breakpoint
ALTER TABLE `recent_calls` ADD `channel` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `recent_calls` SET `channel` = coalesce((SELECT `channel` FROM `chats` WHERE `id` = `recent_calls`.`chat_id`), '');--> statement-breakpoint
ALTER TABLE `recent_calls` DROP COLUMN `chat_id`;
