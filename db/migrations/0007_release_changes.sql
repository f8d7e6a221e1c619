CREATE TABLE `hidden_paths` (
	`path` text PRIMARY KEY NOT NULL,
	`hidden_at` text NOT NULL,
	`reason` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `motion_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`motion_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `motion_changes_motion_id_unique` ON `motion_changes` (`motion_id`);--> statement-breakpoint
ALTER TABLE `releases` ADD `code` text;--> statement-breakpoint
ALTER TABLE `releases` ADD `full` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `releases` ADD `due_at` text;--> statement-breakpoint
ALTER TABLE `releases` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `releases` ADD `cancelled_by` text;--> statement-breakpoint
ALTER TABLE `releases` ADD `report` text;--> statement-breakpoint
ALTER TABLE `releases` ADD `evidence` text;