DROP INDEX `developments_subject_day`;--> statement-breakpoint
ALTER TABLE `developments` ADD `subject` text DEFAULT 'event' NOT NULL;--> statement-breakpoint
UPDATE `developments` SET `subject` = body ->> '$.subject' WHERE body ->> '$.subject' IS NOT NULL;--> statement-breakpoint
CREATE INDEX `developments_subject_day` ON `developments` (`owner`,`subject`,`first_day`);