ALTER TABLE `unit_aliases` ADD `used_until` text;--> statement-breakpoint
ALTER TABLE `units` ADD `started_on` text;--> statement-breakpoint
ALTER TABLE `units` ADD `ended_on` text;