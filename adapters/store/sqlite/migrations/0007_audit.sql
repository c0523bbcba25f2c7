CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`outcome` text,
	`ended_by` text,
	`ended_at` integer,
	CONSTRAINT "audit_end_whole" CHECK((outcome IS NULL) = (ended_by IS NULL) AND (outcome IS NULL) = (ended_at IS NULL)),
	CONSTRAINT "audit_outcome_known" CHECK(outcome IN ('done', 'refused', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`seq`);--> statement-breakpoint
ALTER TABLE `notices` ADD `translations` text;--> statement-breakpoint
CREATE INDEX `chats_platform_state` ON `chats` (`platform`,`state`);--> statement-breakpoint
CREATE INDEX `deliveries_failed` ON `deliveries` (`platform`,`settled_at`) WHERE state = 'failed';