CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`pages` integer,
	`verdict` text NOT NULL,
	`findings` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attachments_type" CHECK("attachments"."type" in ('application/pdf', 'image/jpeg', 'image/png')),
	CONSTRAINT "attachments_bytes" CHECK("attachments"."bytes" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_assignment` ON `attachments` (`assignment_id`,`edition`,`added_at`);--> statement-breakpoint
CREATE TABLE `archive_files` (
	`archive_id` text NOT NULL,
	`file_hash` text NOT NULL,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`matched_by` text,
	`assignment_id` text,
	`verdict` text NOT NULL,
	`findings` text NOT NULL,
	`content_hash` text,
	`done_at` text NOT NULL,
	PRIMARY KEY(`archive_id`, `file_hash`),
	FOREIGN KEY (`archive_id`) REFERENCES `archives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "archive_files_state" CHECK("archive_files"."state" in ('stored', 'unchanged', 'unmatched', 'refused', 'released'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `archive_files_state_name` ON `archive_files` (`archive_id`,`state`,`file_name`);--> statement-breakpoint
CREATE INDEX `archive_files_assignment` ON `archive_files` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `archives` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`ledger_name` text NOT NULL,
	`ledger_hash` text NOT NULL,
	`state` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "archives_kind" CHECK("archives"."kind" in ('suggestion', 'proposal')),
	CONSTRAINT "archives_state" CHECK("archives"."state" in ('open', 'approved'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `archives_campaign` ON `archives` (`campaign_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `column_mappings` (
	`signature` text PRIMARY KEY NOT NULL,
	`columns` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`saved_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_results` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`archive_id` text NOT NULL,
	`row` integer NOT NULL,
	`class_code` text,
	`mode` text,
	`replied_on` text,
	`doc_number` text,
	`link` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`archive_id`) REFERENCES `archives`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_results_archive` ON `ledger_results` (`archive_id`,`row`);--> statement-breakpoint
CREATE TABLE `private_contacts` (
	`contact` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `gate_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`content_hash` text NOT NULL,
	`code` text NOT NULL,
	`where` text NOT NULL,
	`text_hash` text NOT NULL,
	`reason` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`allowed` integer,
	`decision_reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gate_overrides_two_persons" CHECK("gate_overrides"."decided_by" is null or "gate_overrides"."decided_by" <> "gate_overrides"."requested_by"),
	CONSTRAINT "gate_overrides_decision" CHECK(("gate_overrides"."decided_by" is null) = ("gate_overrides"."allowed" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `gate_overrides_assignment` ON `gate_overrides` (`assignment_id`,`edition`,`content_hash`);