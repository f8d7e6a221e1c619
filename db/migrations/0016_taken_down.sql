ALTER TABLE `documents` ADD `withdrawal_kind` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `withdrawal_reason` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `releases` ADD `rollback_to` text;--> statement-breakpoint
ALTER TABLE `withdrawals` ADD `merged_into` text REFERENCES motions(id);