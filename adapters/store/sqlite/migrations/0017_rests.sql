CREATE TABLE `rests` (
	`platform` text NOT NULL,
	`channel` text NOT NULL,
	`until_at` integer NOT NULL,
	`told_ms` integer NOT NULL,
	PRIMARY KEY(`platform`, `channel`)
);
