CREATE TABLE `summaries` (
	`slug` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`outline` text NOT NULL,
	`unit_code` text,
	`kind` text,
	`as_of` text NOT NULL,
	FOREIGN KEY (`slug`) REFERENCES `documents`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_code`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "summaries_outline" CHECK("summaries"."outline" in ('unit', 'district', 'government')),
	CONSTRAINT "summaries_kind" CHECK("summaries"."kind" is null or "summaries"."kind" in ('suggestion', 'proposal'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `summaries_campaign` ON `summaries` (`campaign_id`,`unit_code`);