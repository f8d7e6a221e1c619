CREATE TABLE `owed_replies` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`answered` integer NOT NULL,
	`publication` text,
	`mode` text,
	`class_code` text,
	`published_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `owed_replies_figures` ON `owed_replies` (`campaign_id`,`kind`,`answered`,`publication`,`mode`,`class_code`,`published_at`);--> statement-breakpoint
CREATE INDEX `motions_counted` ON `motions` (`campaign_id`,`kind`,`state`,`key_item`);
--> statement-breakpoint
CREATE VIEW `owed_reply_source` AS
SELECT a.`id` AS `assignment_id`, a.`motion_id`, a.`campaign_id`, m.`kind`, a.`state` IN ('replied', 'closed') AS `answered`,
  r.`publication`, d.`mode`, e.`class_code`, e.`published_at`
FROM `assignments` AS a
JOIN `motions` AS m ON m.`id` = a.`motion_id`
LEFT JOIN `replies` AS r ON r.`assignment_id` = a.`id`
LEFT JOIN `editions` AS e ON e.`assignment_id` = r.`assignment_id` AND e.`number` = coalesce(r.`live_edition`, r.`draft_edition`) AND e.`state` = 'final'
LEFT JOIN `disclosures` AS d ON d.`assignment_id` = e.`assignment_id` AND d.`edition` = e.`number`
WHERE a.`role` <> 'joint' AND a.`state` NOT IN ('withdrawn', 'pre_assigned');
--> statement-breakpoint
CREATE TRIGGER `assignments_to_owed_in` AFTER INSERT ON `assignments` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_owed_over` AFTER UPDATE OF `motion_id`, `campaign_id`, `role`, `state` ON `assignments` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_owed_out` AFTER DELETE ON `assignments` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = OLD.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_to_owed` AFTER UPDATE OF `kind` ON `motions` WHEN NEW.`kind` <> OLD.`kind` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` IN (SELECT `id` FROM `assignments` WHERE `motion_id` = NEW.`id`);
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` IN (SELECT `id` FROM `assignments` WHERE `motion_id` = NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_owed_in` AFTER INSERT ON `replies` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_owed_over` AFTER UPDATE OF `publication`, `draft_edition`, `live_edition` ON `replies` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_owed_out` AFTER DELETE ON `replies` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_owed_in` AFTER INSERT ON `editions` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_owed_over` AFTER UPDATE OF `state`, `class_code`, `published_at` ON `editions` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_owed_out` AFTER DELETE ON `editions` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_owed_in` AFTER INSERT ON `disclosures` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_owed_over` AFTER UPDATE OF `mode` ON `disclosures` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_owed_out` AFTER DELETE ON `disclosures` BEGIN
DELETE FROM `owed_replies` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
INSERT INTO `owed_replies` (`assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at`) SELECT `assignment_id`, `campaign_id`, `kind`, `answered`, `publication`, `mode`, `class_code`, `published_at` FROM `owed_reply_source`;
