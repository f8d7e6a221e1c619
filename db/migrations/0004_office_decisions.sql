CREATE TABLE `campaign_events` (
	`campaign_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`counts` text,
	`acted_by` text NOT NULL,
	`acted_at` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `seq`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acted_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `disclosure_reviews` (
	`assignment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`edition` integer NOT NULL,
	`reason` text NOT NULL,
	`next_review_on` text NOT NULL,
	`reviewed_by` text NOT NULL,
	`reviewed_at` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `seq`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `follow_up_returns` (
	`assignment_id` text NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
	`reason` text NOT NULL,
	`returned_by` text NOT NULL,
	`returned_at` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `number`, `seq`),
	FOREIGN KEY (`returned_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`,`number`) REFERENCES `follow_ups`(`assignment_id`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `return_reason_uses` (
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`seq` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `edition`, `seq`, `code`),
	FOREIGN KEY (`code`) REFERENCES `return_reasons`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`,`edition`,`seq`) REFERENCES `returns`(`assignment_id`,`edition`,`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `return_reason_uses_code` ON `return_reason_uses` (`code`);--> statement-breakpoint
CREATE TABLE `return_reasons` (
	`code` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	`retired` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_reasons_text_unique` ON `return_reasons` (`text`);--> statement-breakpoint
ALTER TABLE `commitment_events` ADD `old_due_on` text;--> statement-breakpoint
ALTER TABLE `commitment_events` ADD `declined_by` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `commitment_events` ADD `declined_at` text;--> statement-breakpoint
ALTER TABLE `commitment_events` ADD `decline_reason` text;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `archived_at` text;--> statement-breakpoint
ALTER TABLE `extensions` ADD `decision_reason` text;--> statement-breakpoint
ALTER TABLE `assignments` ADD `assigned_on` text;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `kind` text DEFAULT 'owed' NOT NULL;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `drafted_by` text REFERENCES actors(id);--> statement-breakpoint
UPDATE `assignments` SET `assigned_on` = max(
	(SELECT `assigned_on` FROM `motions` WHERE `motions`.`id` = `assignments`.`motion_id`),
	coalesce((SELECT max(date(`reassigned_at`, '+8 hours')) FROM `reassignments`
		WHERE `reassignments`.`motion_id` = `assignments`.`motion_id` AND `reassignments`.`to_unit` = `assignments`.`unit_code`), '')
) WHERE `state` <> 'pre_assigned';
--> statement-breakpoint
INSERT INTO `return_reasons` (`code`, `text`, `position`) VALUES
	('result_missing', '未标明办理结果', 1),
	('off_the_point', '答非所问，没有逐条回应', 2),
	('measures_vague', '措施不具体，没有时限和责任单位', 3),
	('perfunctory', '内容空泛，敷衍应付', 4),
	('class_wrong', '办理结果分类与正文不符', 5),
	('not_met', '未与代表、委员面商', 6),
	('opinions_left_out', '没有反映会办单位意见', 7),
	('not_accepted', '代表、委员不认可办理结果', 8),
	('disclosure_wrong', '公开属性不当或者缺少依据', 9),
	('contact_wrong', '联系人、联系电话不当', 10),
	('format_wrong', '格式、文号、落款不符合要求', 11),
	('other', '其他', 99);
