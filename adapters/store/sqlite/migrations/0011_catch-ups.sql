CREATE TABLE `catch_up_parts` (
	`catch_up_id` integer NOT NULL,
	`development_id` text NOT NULL,
	`place` integer,
	PRIMARY KEY(`catch_up_id`, `development_id`),
	FOREIGN KEY (`catch_up_id`) REFERENCES `catch_ups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`development_id`) REFERENCES `developments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `catch_ups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` integer NOT NULL,
	`delivery_id` integer NOT NULL,
	`position` integer NOT NULL,
	`since_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`left` integer NOT NULL,
	`message_id` text,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `catch_ups_chat` ON `catch_ups` (`chat_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `catch_ups_delivery` ON `catch_ups` (`delivery_id`);