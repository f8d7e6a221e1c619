CREATE TABLE `closings` (
	`assignment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`reason` text,
	`closed_by` text NOT NULL,
	`closed_at` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `seq`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "closings_seq" CHECK("closings"."seq" >= 1)
) STRICT;
