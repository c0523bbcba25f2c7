CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "search_state_one_row" CHECK("search_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`term` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`term`, `number`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `search_terms_number` ON `search_terms` (`number`);--> statement-breakpoint
CREATE INDEX `developments_version` ON `developments` (`version`);--> statement-breakpoint
CREATE INDEX `developments_subject_day` ON `developments` (body ->> '$.subject',`first_day`);--> statement-breakpoint
CREATE INDEX `reports_url` ON `reports` (report ->> '$.url');