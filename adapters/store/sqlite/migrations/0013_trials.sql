CREATE TABLE `trials` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` integer NOT NULL,
	`source` text NOT NULL,
	`asker` text NOT NULL,
	`asked_at` integer NOT NULL,
	`begun` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `trials_owner` ON `trials` (`owner`);