CREATE TABLE `originals` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`kept_by` text NOT NULL,
	`kept_at` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "originals_bytes" CHECK("originals"."bytes" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `originals_file` ON `originals` (`assignment_id`,`sha256`);--> statement-breakpoint
CREATE INDEX `originals_assignment` ON `originals` (`assignment_id`,`kept_at`,`id`);--> statement-breakpoint
ALTER TABLE `attachments` ADD `removed_in_edition` integer;
