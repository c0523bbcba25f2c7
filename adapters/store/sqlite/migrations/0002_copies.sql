CREATE TABLE `copy_bands` (
	`day` integer NOT NULL,
	`band` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`report_id` text NOT NULL,
	PRIMARY KEY(`day`, `band`, `seen_at`, `report_id`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `signature_bands`;--> statement-breakpoint
CREATE INDEX `changes_reviews` ON `changes` (`seq`) WHERE cause ->> '$.kind' = 'review';--> statement-breakpoint
CREATE INDEX `reports_seen` ON `reports` (`seen_at`,`id`);