CREATE TABLE `__new_ledger_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`next_development` integer NOT NULL,
	`next_operation` integer NOT NULL,
	CONSTRAINT "ledger_state_two_rows" CHECK(id IN (1, 2))
);
--> statement-breakpoint
INSERT INTO `__new_ledger_state`("id", "version", "next_development", "next_operation") SELECT "id", "version", "next_development", "next_operation" FROM `ledger_state`;--> statement-breakpoint
DROP TABLE `ledger_state`;--> statement-breakpoint
ALTER TABLE `__new_ledger_state` RENAME TO `ledger_state`;--> statement-breakpoint
CREATE TABLE `__new_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`owner` integer DEFAULT 0 NOT NULL,
	`is_urgent` integer NOT NULL,
	`halt` text,
	`due_at` integer NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	`source` text NOT NULL,
	`state` text NOT NULL,
	CONSTRAINT "sources_halt_known" CHECK(halt IS NULL OR halt IN ('paused', 'disabled', 'gone', 'waiting', 'refused'))
);
--> statement-breakpoint
INSERT INTO `__new_sources`("id", "url", "is_urgent", "halt", "due_at", "added_at", "removed_at", "source", "state") SELECT "id", "url", "is_urgent", "halt", "due_at", "added_at", "removed_at", "source", "state" FROM `sources`;--> statement-breakpoint
DROP TABLE `sources`;--> statement-breakpoint
ALTER TABLE `__new_sources` RENAME TO `sources`;--> statement-breakpoint
CREATE UNIQUE INDEX `sources_url` ON `sources` (`owner`,`url`) WHERE removed_at IS NULL;--> statement-breakpoint
CREATE INDEX `sources_due` ON `sources` (is_urgent DESC,`due_at`) WHERE removed_at IS NULL AND halt IS NULL;--> statement-breakpoint
DROP INDEX `developments_days`;--> statement-breakpoint
DROP INDEX `developments_long`;--> statement-breakpoint
DROP INDEX `developments_undated`;--> statement-breakpoint
DROP INDEX `developments_seen`;--> statement-breakpoint
DROP INDEX `developments_kind_seen`;--> statement-breakpoint
DROP INDEX `developments_version`;--> statement-breakpoint
DROP INDEX `developments_subject_day`;--> statement-breakpoint
ALTER TABLE `developments` ADD `owner` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `developments_days` ON `developments` (`owner`,`kind`,`is_long`,`first_day`,`last_day`,`conflict`,`version`,`id`,`merged_into`) WHERE merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `developments_long` ON `developments` (`owner`,`kind`,`last_day`) WHERE merged_into IS NULL AND is_long = 1;--> statement-breakpoint
CREATE INDEX `developments_undated` ON `developments` (`owner`,`kind`,`first_day`,`last_seen_at`) WHERE merged_into IS NULL AND first_day IS NULL;--> statement-breakpoint
CREATE INDEX `developments_seen` ON `developments` (`owner`,`last_seen_at`) WHERE merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `developments_kind_seen` ON `developments` (`owner`,`kind`,`last_seen_at`) WHERE merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `developments_version` ON `developments` (`owner`,`version`);--> statement-breakpoint
CREATE INDEX `developments_subject_day` ON `developments` (`owner`,body ->> '$.subject',`first_day`);--> statement-breakpoint
DROP INDEX `operations_seen`;--> statement-breakpoint
ALTER TABLE `operations` ADD `owner` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `operations_seen` ON `operations` (`owner`,`last_seen_at`);--> statement-breakpoint
DROP INDEX `reports_seen`;--> statement-breakpoint
ALTER TABLE `reports` ADD `owner` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `reports_seen` ON `reports` (`owner`,`seen_at`,`id`);--> statement-breakpoint
ALTER TABLE `alerts` ADD `owner` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `alerts_own` ON `alerts` (`owner`) WHERE owner <> 0;--> statement-breakpoint
ALTER TABLE `changes` ADD `owner` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `changes_own` ON `changes` (`owner`) WHERE owner <> 0;