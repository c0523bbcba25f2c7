CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` integer,
	`key` text NOT NULL,
	`message` text NOT NULL,
	`is_loud` integer NOT NULL,
	`for_subscribers` integer NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`cursor` integer NOT NULL,
	`is_done` integer NOT NULL,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `notices_key` ON `notices` (`chat_id`,`key`) WHERE chat_id IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_key_to_all` ON `notices` (`key`) WHERE chat_id IS NULL;
--> statement-breakpoint
CREATE INDEX `notices_open` ON `notices` (`id`) WHERE is_done = 0;
--> statement-breakpoint
CREATE TABLE `__new_deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` integer NOT NULL,
	`development_id` text,
	`alert_seq` integer,
	`revision` integer,
	`notice_id` integer,
	`platform` text NOT NULL,
	`lane` integer NOT NULL,
	`state` text NOT NULL,
	`is_ready` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`may_repeat` integer NOT NULL,
	`fence` integer,
	`lease_until` integer,
	`called_at` integer,
	`superseded_by` integer,
	`message_id` text,
	`why` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`alert_seq`) REFERENCES `alerts`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_state_whole" CHECK(CASE state
        WHEN 'queued' THEN fence IS NULL AND settled_at IS NULL
        WHEN 'sending' THEN fence IS NOT NULL AND is_ready = 0 AND settled_at IS NULL
        WHEN 'unknown' THEN fence IS NULL AND may_repeat = 1 AND settled_at IS NULL
        WHEN 'sent' THEN fence IS NULL AND is_ready = 0 AND message_id IS NOT NULL AND settled_at IS NOT NULL
        WHEN 'failed' THEN fence IS NULL AND is_ready = 0 AND settled_at IS NOT NULL
        WHEN 'superseded' THEN fence IS NULL AND is_ready = 0 AND settled_at IS NOT NULL
        ELSE 0 END),
	CONSTRAINT "deliveries_whole" CHECK((fence IS NULL) = (lease_until IS NULL) AND (notice_id IS NULL) = (alert_seq IS NOT NULL))
);

--> statement-breakpoint
INSERT INTO `__new_deliveries`("id", "chat_id", "development_id", "alert_seq", "revision", "notice_id", "platform", "lane", "state", "is_ready", "due_at", "attempts", "may_repeat", "fence", "lease_until", "called_at", "superseded_by", "message_id", "why", "created_at", "settled_at") SELECT "id", "chat_id", "development_id", "alert_seq", "revision", NULL, "platform", CASE WHEN "is_loud" THEN 0 ELSE 3 END, "state", "is_ready", "due_at", "attempts", "may_repeat", "fence", "lease_until", NULL, "superseded_by", "message_id", "why", "created_at", "settled_at" FROM `deliveries`;
--> statement-breakpoint
DROP TABLE `deliveries`;
--> statement-breakpoint
ALTER TABLE `__new_deliveries` RENAME TO `deliveries`;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_alert_chat` ON `deliveries` (`chat_id`,`development_id`,`alert_seq`) WHERE development_id IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_notice_chat` ON `deliveries` (`notice_id`,`chat_id`) WHERE notice_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `deliveries_ready` ON `deliveries` (`platform`,`lane`,`id`) WHERE is_ready = 1;
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`platform`,`due_at`) WHERE is_ready = 0 AND state IN ('queued', 'unknown');
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_under_way` ON `deliveries` (`chat_id`) WHERE state = 'sending';
--> statement-breakpoint
CREATE INDEX `deliveries_unknown` ON `deliveries` (`platform`) WHERE state = 'unknown';
--> statement-breakpoint
CREATE INDEX `deliveries_sent` ON `deliveries` (`platform`,`settled_at`) WHERE state = 'sent';
--> statement-breakpoint
CREATE INDEX `deliveries_superseded_by` ON `deliveries` (`superseded_by`) WHERE superseded_by IS NOT NULL;
--> statement-breakpoint
ALTER TABLE `chats` ADD `digest_due_at` integer;
--> statement-breakpoint
ALTER TABLE `chats` ADD `digest_since_at` integer;
--> statement-breakpoint
CREATE INDEX `chats_digest` ON `chats` (`digest_due_at`) WHERE digest_due_at IS NOT NULL AND state = 'active';