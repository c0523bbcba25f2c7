DROP INDEX `deliveries_alert_chat`;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_alert_chat` ON `deliveries` (`chat_id`,`development_id`,`alert_seq`);