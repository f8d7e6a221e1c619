DROP INDEX `archive_files_state_name`;--> statement-breakpoint
CREATE INDEX `archive_files_name` ON `archive_files` (`archive_id`,`file_name`,`file_hash`);--> statement-breakpoint
CREATE INDEX `archive_files_state_name` ON `archive_files` (`archive_id`,`state`,`file_name`,`file_hash`);