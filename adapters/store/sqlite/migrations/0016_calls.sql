CREATE TABLE `recent_calls` (
	`id` integer PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`chat_id` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recent_calls_at` ON `recent_calls` (`platform`,`at`);