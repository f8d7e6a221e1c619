CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`backed_up` integer NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `passkeys_actor` ON `passkeys` (`actor_id`);--> statement-breakpoint
CREATE TABLE `security_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`hour` text NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`network` text NOT NULL,
	`target` text NOT NULL,
	`count` integer NOT NULL,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `security_events_one` ON `security_events` (`hour`,`actor_id`,`kind`,`network`,`target`);--> statement-breakpoint
CREATE INDEX `security_events_actor` ON `security_events` (`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `security_events_kind` ON `security_events` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `spent_challenges` (
	`hash` text PRIMARY KEY NOT NULL,
	`expires_at` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `accounts` ADD `last_sign_in_at` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `last_sign_in_from` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `previous_sign_in_at` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `previous_sign_in_from` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `pending` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `network` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `prefix` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `last_used_at` text;