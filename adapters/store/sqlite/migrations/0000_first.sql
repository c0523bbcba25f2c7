CREATE TABLE `alerts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`development_id` text NOT NULL,
	`revision` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`development_id`) REFERENCES `developments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_development` ON `alerts` (`development_id`,`revision`);--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`cause` text NOT NULL,
	`before` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `changes_version_unique` ON `changes` (`version`);--> statement-breakpoint
CREATE TABLE `developments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`conflict` text,
	`first_day` text,
	`last_day` text,
	`is_long` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`is_told` integer NOT NULL,
	`hold_until` integer,
	`merged_into` text,
	`body` text NOT NULL,
	CONSTRAINT "developments_days_whole" CHECK((first_day IS NULL) = (last_day IS NULL)),
	CONSTRAINT "developments_days_ordered" CHECK(first_day IS NULL OR first_day <= last_day),
	CONSTRAINT "developments_not_into_itself" CHECK(merged_into IS NULL OR merged_into <> id)
);
--> statement-breakpoint
CREATE INDEX `developments_days` ON `developments` (`kind`,`is_long`,`first_day`,`last_day`,`conflict`,`version`,`id`,`merged_into`) WHERE merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `developments_long` ON `developments` (`kind`,`last_day`) WHERE merged_into IS NULL AND is_long = 1;--> statement-breakpoint
CREATE INDEX `developments_undated` ON `developments` (`kind`,`first_day`,`last_seen_at`) WHERE merged_into IS NULL AND first_day IS NULL;--> statement-breakpoint
CREATE INDEX `developments_seen` ON `developments` (`last_seen_at`) WHERE merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `developments_kind_seen` ON `developments` (`kind`,`last_seen_at`) WHERE merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `developments_hold` ON `developments` (`hold_until`) WHERE hold_until IS NOT NULL AND merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `developments_merged` ON `developments` (`merged_into`) WHERE merged_into IS NOT NULL;--> statement-breakpoint
CREATE TABLE `items` (
	`source_id` text NOT NULL,
	`key` text NOT NULL,
	`report_id` text NOT NULL,
	`content_hash` text NOT NULL,
	PRIMARY KEY(`source_id`, `key`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`next_development` integer NOT NULL,
	`next_operation` integer NOT NULL,
	CONSTRAINT "ledger_state_one_row" CHECK("ledger_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `operations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `operations_seen` ON `operations` (`last_seen_at`);--> statement-breakpoint
CREATE TABLE `report_developments` (
	`report_id` text NOT NULL,
	`development_id` text NOT NULL,
	PRIMARY KEY(`report_id`, `development_id`),
	FOREIGN KEY (`development_id`) REFERENCES `developments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_revisions` (
	`report_id` text NOT NULL,
	`revision` integer NOT NULL,
	`report` text NOT NULL,
	`reading` text NOT NULL,
	PRIMARY KEY(`report_id`, `revision`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`origin` text,
	`signature` blob,
	`report` text NOT NULL,
	`reading` text NOT NULL,
	CONSTRAINT "reports_signature_whole" CHECK(("reports"."signature" IS NULL) = ("reports"."origin" IS NULL))
);
--> statement-breakpoint
CREATE TABLE `signature_bands` (
	`band` text NOT NULL,
	`seen_at` integer NOT NULL,
	`report_id` text NOT NULL,
	PRIMARY KEY(`band`, `seen_at`, `report_id`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signature_bands_report` ON `signature_bands` (`report_id`);--> statement-breakpoint
CREATE TABLE `chats` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`platform` text NOT NULL,
	`channel` text NOT NULL,
	`thread` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`subscription` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`after_alert` integer NOT NULL,
	CONSTRAINT "chats_state_known" CHECK(state IN ('active', 'unsubscribed', 'gone')),
	CONSTRAINT "chats_reason_of_gone" CHECK((state = 'gone') = (reason IS NOT NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chats_address` ON `chats` (`platform`,`channel`,`thread`);--> statement-breakpoint
CREATE INDEX `chats_state` ON `chats` (`state`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` integer NOT NULL,
	`development_id` text NOT NULL,
	`alert_seq` integer NOT NULL,
	`revision` integer NOT NULL,
	`platform` text NOT NULL,
	`is_loud` integer NOT NULL,
	`state` text NOT NULL,
	`is_ready` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`may_repeat` integer NOT NULL,
	`fence` integer,
	`lease_until` integer,
	`superseded_by` integer,
	`message_id` text,
	`why` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`alert_seq`) REFERENCES `alerts`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_state_whole" CHECK(CASE state
        WHEN 'queued' THEN fence IS NULL AND settled_at IS NULL
        WHEN 'sending' THEN fence IS NOT NULL AND is_ready = 0 AND settled_at IS NULL
        WHEN 'unknown' THEN fence IS NULL AND may_repeat = 1 AND settled_at IS NULL
        WHEN 'sent' THEN fence IS NULL AND is_ready = 0 AND message_id IS NOT NULL AND settled_at IS NOT NULL
        WHEN 'failed' THEN fence IS NULL AND is_ready = 0 AND settled_at IS NOT NULL
        WHEN 'superseded' THEN fence IS NULL AND is_ready = 0 AND settled_at IS NOT NULL
        ELSE 0 END),
	CONSTRAINT "deliveries_lease_whole" CHECK((fence IS NULL) = (lease_until IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_alert_chat` ON `deliveries` (`chat_id`,`development_id`,`alert_seq`);--> statement-breakpoint
CREATE INDEX `deliveries_ready` ON `deliveries` (`platform`,is_loud DESC,`id`) WHERE is_ready = 1;--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`platform`,`due_at`) WHERE is_ready = 0 AND state IN ('queued', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_under_way` ON `deliveries` (`chat_id`) WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX `deliveries_unknown` ON `deliveries` (`platform`) WHERE state = 'unknown';--> statement-breakpoint
CREATE INDEX `deliveries_superseded_by` ON `deliveries` (`superseded_by`) WHERE superseded_by IS NOT NULL;--> statement-breakpoint
CREATE TABLE `delivery_totals` (
	`name` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `fanouts` (
	`alert_seq` integer PRIMARY KEY NOT NULL,
	`cursor` integer NOT NULL,
	`is_done` integer NOT NULL,
	FOREIGN KEY (`alert_seq`) REFERENCES `alerts`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fanouts_open` ON `fanouts` (`alert_seq`) WHERE is_done = 0;--> statement-breakpoint
CREATE TABLE `sender_leases` (
	`platform` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`fence` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shown_messages` (
	`chat_id` integer NOT NULL,
	`development_id` text NOT NULL,
	`message_id` text,
	`first_message_id` text,
	`revision` integer NOT NULL,
	PRIMARY KEY(`chat_id`, `development_id`),
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`development_id`) REFERENCES `developments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shown_messages_whole" CHECK((message_id IS NULL) = (first_message_id IS NULL))
);
--> statement-breakpoint
CREATE TABLE `platform_updates` (
	`platform` text NOT NULL,
	`id` integer NOT NULL,
	`body` text NOT NULL,
	`received_at` integer NOT NULL,
	`is_handled` integer NOT NULL,
	PRIMARY KEY(`platform`, `id`)
);
--> statement-breakpoint
CREATE INDEX `platform_updates_pending` ON `platform_updates` (`platform`,`id`) WHERE is_handled = 0;--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`is_urgent` integer NOT NULL,
	`halt` text,
	`due_at` integer NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	`source` text NOT NULL,
	`state` text NOT NULL,
	CONSTRAINT "sources_halt_known" CHECK(halt IS NULL OR halt IN ('paused', 'disabled', 'gone'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_url` ON `sources` (`url`) WHERE removed_at IS NULL;--> statement-breakpoint
CREATE INDEX `sources_due` ON `sources` (is_urgent DESC,`due_at`) WHERE removed_at IS NULL AND halt IS NULL;