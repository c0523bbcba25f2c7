DROP INDEX `changes_version_unique`;--> statement-breakpoint
CREATE TABLE `__new_items` (
	`source_id` text NOT NULL,
	`key` text NOT NULL,
	`report_id` text NOT NULL,
	`content_hash` text NOT NULL,
	PRIMARY KEY(`source_id`, `key`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_items` (`source_id`, `key`, `report_id`, `content_hash`) SELECT `source_id`, `key`, `report_id`, `content_hash` FROM `items` ORDER BY `source_id`, `key`;--> statement-breakpoint
DROP TABLE `items`;--> statement-breakpoint
ALTER TABLE `__new_items` RENAME TO `items`;--> statement-breakpoint
CREATE TABLE `__new_report_developments` (
	`report_id` text NOT NULL,
	`development_id` text NOT NULL,
	PRIMARY KEY(`report_id`, `development_id`),
	FOREIGN KEY (`development_id`) REFERENCES `developments`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_report_developments` (`report_id`, `development_id`) SELECT `report_id`, `development_id` FROM `report_developments` ORDER BY `report_id`, `development_id`;--> statement-breakpoint
DROP TABLE `report_developments`;--> statement-breakpoint
ALTER TABLE `__new_report_developments` RENAME TO `report_developments`;
