DROP INDEX `deliveries_unknown`;--> statement-breakpoint
CREATE INDEX `deliveries_unknown` ON `deliveries` (`platform`,`chat_id`) WHERE state = 'unknown';