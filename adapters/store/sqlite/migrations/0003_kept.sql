CREATE TABLE `buttons` (
	`platform` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`platform`, `key`)
);
--> statement-breakpoint
CREATE TABLE `platform_files` (
	`platform` text NOT NULL,
	`key` text NOT NULL,
	`file_id` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `key`)
);
--> statement-breakpoint
CREATE INDEX `platform_files_saved` ON `platform_files` (`platform`,`saved_at`);--> statement-breakpoint
CREATE TABLE `questions` (
	`platform` text NOT NULL,
	`channel` text NOT NULL,
	`message_id` text NOT NULL,
	`user_id` text NOT NULL,
	`body` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `channel`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `questions_person` ON `questions` (`platform`,`channel`,`user_id`);--> statement-breakpoint
CREATE INDEX `questions_expiry` ON `questions` (`expires_at`);