CREATE TABLE `clock_cells` (
	`source` text NOT NULL,
	`campaign_id` text NOT NULL,
	`unit_code` text NOT NULL,
	`anchor` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`source`, `campaign_id`, `anchor`, `unit_code`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `clock_cells_unit` ON `clock_cells` (`unit_code`,`source`,`campaign_id`,`anchor`);--> statement-breakpoint
CREATE TABLE `clocks` (
	`source` text NOT NULL,
	`id` text NOT NULL,
	`part` integer NOT NULL,
	`assignment_id` text NOT NULL,
	`unit_code` text NOT NULL,
	`campaign_id` text NOT NULL,
	`anchor` text NOT NULL,
	PRIMARY KEY(`source`, `id`, `part`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `clocks_assignment` ON `clocks` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `clocks_anchor` ON `clocks` (`source`,`campaign_id`,`anchor`,`id`,`part`);--> statement-breakpoint
CREATE INDEX `clocks_unit` ON `clocks` (`unit_code`,`source`,`campaign_id`,`anchor`,`id`,`part`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`cell_id` integer NOT NULL,
	`due_key` text NOT NULL,
	`number_part` text NOT NULL,
	`number_rest` text NOT NULL,
	`unit_key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_cell` ON `ledger` (`cell_id`);--> statement-breakpoint
CREATE INDEX `ledger_motion` ON `ledger` (`motion_id`,`cell_id`);--> statement-breakpoint
CREATE INDEX `ledger_due` ON `ledger` (`due_key`,`assignment_id`,`cell_id`);--> statement-breakpoint
CREATE INDEX `ledger_number` ON `ledger` (`number_part`,`number_rest`,`assignment_id`,`cell_id`);--> statement-breakpoint
CREATE INDEX `ledger_unit` ON `ledger` (`unit_key`,`assignment_id`,`cell_id`);--> statement-breakpoint
CREATE TABLE `ledger_cells` (
	`id` integer PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`unit_code` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`publication` text NOT NULL,
	`key_item` integer NOT NULL,
	`due_key` text NOT NULL,
	`count` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_cells_facets` ON `ledger_cells` (`unit_code`,`campaign_id`,`state`,`kind`,`role`,`publication`,`key_item`,`due_key`);--> statement-breakpoint
CREATE INDEX `ledger_cells_campaign` ON `ledger_cells` (`campaign_id`,`state`);--> statement-breakpoint
CREATE INDEX `ledger_cells_state` ON `ledger_cells` (`state`);--> statement-breakpoint
CREATE TABLE `motion_cells` (
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`key_item` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `kind`, `key_item`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `motion_grams` (
	`gram` text NOT NULL,
	`campaign_id` text NOT NULL,
	`motion_id` text NOT NULL,
	PRIMARY KEY(`gram`, `campaign_id`, `motion_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `text_places` (
	`n` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
DROP INDEX `commitments_due`;--> statement-breakpoint
CREATE INDEX `commitments_state` ON `commitments` (`state`,coalesce("due_on", '9999-12-31'),`id`);--> statement-breakpoint
CREATE INDEX `commitments_owner` ON `commitments` (`owner_unit`,coalesce("due_on", '9999-12-31'),`id`,`state`);--> statement-breakpoint
CREATE INDEX `commitments_lead` ON `commitments` (substr("assignment_id", instr("assignment_id", '.') + 1),coalesce("due_on", '9999-12-31'),`id`,`state`,`owner_unit`);--> statement-breakpoint
CREATE INDEX `commitments_due` ON `commitments` (coalesce("due_on", '9999-12-31'),`id`);--> statement-breakpoint
DROP INDEX `disclosures_review`;--> statement-breakpoint
CREATE INDEX `disclosures_review` ON `disclosures` (`review_again_on`,`assignment_id`);--> statement-breakpoint
CREATE INDEX `reminders_sent` ON `reminders` (`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `reminders_unit` ON `reminders` (substr("assignment_id", instr("assignment_id", '.') + 1),`sent_at`,`id`,`read_at`);--> statement-breakpoint
CREATE INDEX `reminders_unread` ON `reminders` (("read_at" is null),`sent_at`,`id`);--> statement-breakpoint
DROP INDEX `releases_state_requested`;--> statement-breakpoint
CREATE INDEX `releases_state_requested` ON `releases` (`state`,`requested_at`,`id`);--> statement-breakpoint
CREATE INDEX `motions_order` ON `motions` (printf('%s/%d%d%05d', "campaign_id", "kind" <> 'suggestion', "between_sessions", "number"),`id`);--> statement-breakpoint
CREATE INDEX `motions_kind` ON `motions` (`kind`,printf('%s/%d%d%05d', "campaign_id", "kind" <> 'suggestion', "between_sessions", "number"),`id`);--> statement-breakpoint
CREATE INDEX `motions_key_item` ON `motions` (`key_item`,printf('%s/%d%d%05d', "campaign_id", "kind" <> 'suggestion', "between_sessions", "number"),`id`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit` (`action`,`seq`);--> statement-breakpoint
CREATE INDEX `releases_requested` ON `releases` (`requested_at`,`id`);
--> statement-breakpoint
INSERT INTO `text_places` (`n`) WITH RECURSIVE places(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM places WHERE n < 1000) SELECT n FROM places;
--> statement-breakpoint
CREATE VIEW `ledger_source` AS
SELECT a.`id` AS `assignment_id`, a.`motion_id`, a.`campaign_id`, m.`kind`, a.`unit_code`, a.`role`, a.`state`,
  coalesce((SELECT r.`publication` FROM `replies` AS r WHERE r.`assignment_id` = a.`id`), 'unpublished') AS `publication`,
  m.`key_item`, coalesce(a.`due_on`, '9999-12-31') AS `due_key`,
  a.`campaign_id` || '/' || (m.`kind` <> 'suggestion') AS `number_part`,
  printf('%d%05d', m.`between_sessions`, m.`number`) AS `number_rest`, printf('%05d', u.`position`) AS `unit_key`
FROM `assignments` AS a
JOIN `motions` AS m ON m.`id` = a.`motion_id`
JOIN `units` AS u ON u.`code` = a.`unit_code`;
--> statement-breakpoint
CREATE TRIGGER `ledger_counted_in` AFTER INSERT ON `ledger` BEGIN
UPDATE `ledger_cells` SET `count` = `count` + 1 WHERE `id` = NEW.`cell_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_counted_out` AFTER DELETE ON `ledger` BEGIN
UPDATE `ledger_cells` SET `count` = `count` - 1 WHERE `id` = OLD.`cell_id`;
DELETE FROM `ledger_cells` WHERE `id` = OLD.`cell_id` AND `count` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_counted_over` AFTER UPDATE OF `cell_id` ON `ledger` WHEN NEW.`cell_id` <> OLD.`cell_id` BEGIN
UPDATE `ledger_cells` SET `count` = `count` + 1 WHERE `id` = NEW.`cell_id`;
UPDATE `ledger_cells` SET `count` = `count` - 1 WHERE `id` = OLD.`cell_id`;
DELETE FROM `ledger_cells` WHERE `id` = OLD.`cell_id` AND `count` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `clocks_counted_in` AFTER INSERT ON `clocks` BEGIN
INSERT INTO `clock_cells` (`source`, `campaign_id`, `unit_code`, `anchor`, `count`)
VALUES (NEW.`source`, NEW.`campaign_id`, NEW.`unit_code`, NEW.`anchor`, 1)
ON CONFLICT (`source`, `campaign_id`, `anchor`, `unit_code`) DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `clocks_counted_out` AFTER DELETE ON `clocks` BEGIN
UPDATE `clock_cells` SET `count` = `count` - 1 WHERE `source` = OLD.`source` AND `campaign_id` = OLD.`campaign_id` AND `unit_code` = OLD.`unit_code` AND `anchor` = OLD.`anchor`;
DELETE FROM `clock_cells` WHERE `source` = OLD.`source` AND `campaign_id` = OLD.`campaign_id` AND `unit_code` = OLD.`unit_code` AND `anchor` = OLD.`anchor` AND `count` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_counted_in` AFTER INSERT ON `motions` BEGIN
INSERT INTO `motion_cells` (`campaign_id`, `kind`, `key_item`, `count`) VALUES (NEW.`campaign_id`, NEW.`kind`, NEW.`key_item`, 1)
ON CONFLICT (`campaign_id`, `kind`, `key_item`) DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_counted_out` AFTER DELETE ON `motions` BEGIN
UPDATE `motion_cells` SET `count` = `count` - 1 WHERE `campaign_id` = OLD.`campaign_id` AND `kind` = OLD.`kind` AND `key_item` = OLD.`key_item`;
DELETE FROM `motion_cells` WHERE `campaign_id` = OLD.`campaign_id` AND `kind` = OLD.`kind` AND `key_item` = OLD.`key_item` AND `count` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_counted_over` AFTER UPDATE OF `campaign_id`, `kind`, `key_item` ON `motions` BEGIN
UPDATE `motion_cells` SET `count` = `count` - 1 WHERE `campaign_id` = OLD.`campaign_id` AND `kind` = OLD.`kind` AND `key_item` = OLD.`key_item`;
DELETE FROM `motion_cells` WHERE `campaign_id` = OLD.`campaign_id` AND `kind` = OLD.`kind` AND `key_item` = OLD.`key_item` AND `count` = 0;
INSERT INTO `motion_cells` (`campaign_id`, `kind`, `key_item`, `count`) VALUES (NEW.`campaign_id`, NEW.`kind`, NEW.`key_item`, 1)
ON CONFLICT (`campaign_id`, `kind`, `key_item`) DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_text_in` AFTER INSERT ON `motions` BEGIN
INSERT INTO `motion_grams` (`gram`, `campaign_id`, `motion_id`)
SELECT substr(lower(NEW.`title` || char(10) || NEW.`number`), `n`, 1), NEW.`campaign_id`, NEW.`id` FROM `text_places` WHERE `n` <= length(lower(NEW.`title` || char(10) || NEW.`number`))
UNION SELECT substr(lower(NEW.`title` || char(10) || NEW.`number`), `n`, 2), NEW.`campaign_id`, NEW.`id` FROM `text_places` WHERE `n` <= length(lower(NEW.`title` || char(10) || NEW.`number`));
END;
--> statement-breakpoint
CREATE TRIGGER `motions_text_out` AFTER DELETE ON `motions` BEGIN
DELETE FROM `motion_grams` WHERE `campaign_id` = OLD.`campaign_id` AND `motion_id` = OLD.`id` AND `gram` IN
(SELECT substr(lower(OLD.`title` || char(10) || OLD.`number`), `n`, 1) FROM `text_places` WHERE `n` <= length(lower(OLD.`title` || char(10) || OLD.`number`))
UNION SELECT substr(lower(OLD.`title` || char(10) || OLD.`number`), `n`, 2) FROM `text_places` WHERE `n` <= length(lower(OLD.`title` || char(10) || OLD.`number`)));
END;
--> statement-breakpoint
CREATE TRIGGER `motions_text_over` AFTER UPDATE OF `title`, `number`, `campaign_id` ON `motions`
WHEN NEW.`title` <> OLD.`title` OR NEW.`number` <> OLD.`number` OR NEW.`campaign_id` <> OLD.`campaign_id` BEGIN
DELETE FROM `motion_grams` WHERE `campaign_id` = OLD.`campaign_id` AND `motion_id` = OLD.`id` AND `gram` IN
(SELECT substr(lower(OLD.`title` || char(10) || OLD.`number`), `n`, 1) FROM `text_places` WHERE `n` <= length(lower(OLD.`title` || char(10) || OLD.`number`))
UNION SELECT substr(lower(OLD.`title` || char(10) || OLD.`number`), `n`, 2) FROM `text_places` WHERE `n` <= length(lower(OLD.`title` || char(10) || OLD.`number`)));
INSERT INTO `motion_grams` (`gram`, `campaign_id`, `motion_id`)
SELECT substr(lower(NEW.`title` || char(10) || NEW.`number`), `n`, 1), NEW.`campaign_id`, NEW.`id` FROM `text_places` WHERE `n` <= length(lower(NEW.`title` || char(10) || NEW.`number`))
UNION SELECT substr(lower(NEW.`title` || char(10) || NEW.`number`), `n`, 2), NEW.`campaign_id`, NEW.`id` FROM `text_places` WHERE `n` <= length(lower(NEW.`title` || char(10) || NEW.`number`));
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_ledger_in` AFTER INSERT ON `assignments` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE s.`assignment_id` = NEW.`id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_ledger_over` AFTER UPDATE OF `motion_id`, `campaign_id`, `unit_code`, `role`, `state`, `due_on` ON `assignments` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE s.`assignment_id` = NEW.`id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_ledger_out` AFTER DELETE ON `assignments` BEGIN
DELETE FROM `ledger` WHERE `assignment_id` = OLD.`id`;
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_to_ledger` AFTER UPDATE OF `kind`, `key_item`, `between_sessions`, `number` ON `motions` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE s.`motion_id` = NEW.`id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE s.`motion_id` = NEW.`id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `units_to_ledger` AFTER UPDATE OF `position` ON `units` WHEN NEW.`position` <> OLD.`position` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE s.`unit_code` = NEW.`code` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE s.`unit_code` = NEW.`code`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_ledger_in` AFTER INSERT ON `replies` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_ledger_over` AFTER UPDATE OF `publication` ON `replies` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_ledger_out` AFTER DELETE ON `replies` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = OLD.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE s.`assignment_id` = OLD.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE VIEW `clock_source` AS
SELECT 'sign' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, coalesce(a.`assigned_on`, m.`assigned_on`) AS `anchor`
FROM `assignments` AS a JOIN `motions` AS m ON m.`id` = a.`motion_id`
WHERE a.`state` = 'assigned'
UNION ALL
SELECT 'joint_opinion' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, o.`due_on` AS `anchor`
FROM `assignments` AS a JOIN `joint_opinions` AS o ON o.`assignment_id` = a.`id`
WHERE o.`state` = 'asked' AND o.`due_on` IS NOT NULL AND a.`state` <> 'withdrawn'
UNION ALL
SELECT 'joint_opinion_open' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, coalesce(a.`assigned_on`, date(o.`asked_at`, '+8 hours')) AS `anchor`
FROM `assignments` AS a JOIN `joint_opinions` AS o ON o.`assignment_id` = a.`id`
WHERE o.`state` = 'asked' AND o.`due_on` IS NULL AND a.`state` <> 'withdrawn'
UNION ALL
SELECT 'reply_legal' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, m.`assigned_on` AS `anchor`
FROM `assignments` AS a JOIN `motions` AS m ON m.`id` = a.`motion_id`
WHERE a.`state` IN ('assigned', 'objected', 'signed', 'handling', 'unit_review', 'submitted', 'approved') AND a.`role` IN ('lead', 'separate') AND NOT EXISTS (SELECT 1 FROM `editions` AS sent WHERE sent.`assignment_id` = a.`id` AND sent.`finalised_at` IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM `extensions` AS given WHERE given.`assignment_id` = a.`id` AND given.`decision` = 'granted')
UNION ALL
SELECT 'reply_extended' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, x.`new_due_on` AS `anchor`
FROM `assignments` AS a JOIN `extensions` AS x ON x.`assignment_id` = a.`id`
WHERE x.`decision` = 'granted' AND a.`state` IN ('assigned', 'objected', 'signed', 'handling', 'unit_review', 'submitted', 'approved') AND a.`role` IN ('lead', 'separate') AND NOT EXISTS (SELECT 1 FROM `editions` AS sent WHERE sent.`assignment_id` = a.`id` AND sent.`finalised_at` IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM `extensions` AS later WHERE later.`assignment_id` = a.`id` AND later.`decision` = 'granted' AND later.`seq` > x.`seq`)
UNION ALL
SELECT 'reply_campaign' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, a.`due_on` AS `anchor`
FROM `assignments` AS a
WHERE a.`due_on` IS NOT NULL AND a.`state` IN ('assigned', 'objected', 'signed', 'handling', 'unit_review', 'submitted', 'approved') AND a.`role` IN ('lead', 'separate') AND NOT EXISTS (SELECT 1 FROM `editions` AS sent WHERE sent.`assignment_id` = a.`id` AND sent.`finalised_at` IS NOT NULL)
UNION ALL
SELECT 'draft' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, '0000-01-01' AS `anchor`
FROM `assignments` AS a
WHERE a.`state` IN ('assigned', 'objected', 'signed', 'handling', 'unit_review') AND a.`role` IN ('lead', 'separate') AND NOT EXISTS (SELECT 1 FROM `editions` AS sent WHERE sent.`assignment_id` = a.`id` AND sent.`finalised_at` IS NOT NULL)
UNION ALL
SELECT 'proof' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, '0000-01-01' AS `anchor`
FROM `assignments` AS a
WHERE a.`state` IN ('submitted', 'approved') AND a.`role` IN ('lead', 'separate') AND NOT EXISTS (SELECT 1 FROM `editions` AS sent WHERE sent.`assignment_id` = a.`id` AND sent.`finalised_at` IS NOT NULL)
UNION ALL
SELECT 'feedback' AS `source`, a.`id` AS `id`, f.`round` AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, f.`due_on` AS `anchor`
FROM `assignments` AS a JOIN `feedback_rounds` AS f ON f.`assignment_id` = a.`id`
WHERE f.`filed_at` IS NULL AND f.`due_on` IS NOT NULL AND a.`state` <> 'withdrawn'
UNION ALL
SELECT 'feedback_open' AS `source`, a.`id` AS `id`, f.`round` AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, date(f.`asked_at`, '+8 hours') AS `anchor`
FROM `assignments` AS a JOIN `feedback_rounds` AS f ON f.`assignment_id` = a.`id`
WHERE f.`filed_at` IS NULL AND f.`due_on` IS NULL AND a.`state` <> 'withdrawn'
UNION ALL
SELECT 'redo' AS `source`, a.`id` AS `id`, f.`round` AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, f.`redo_due_on` AS `anchor`
FROM `assignments` AS a JOIN `feedback_rounds` AS f ON f.`assignment_id` = a.`id`
WHERE f.`redo_due_on` IS NOT NULL AND a.`state` IN ('assigned', 'objected', 'signed', 'handling', 'unit_review', 'submitted', 'approved') AND a.`role` IN ('lead', 'separate')
  AND NOT EXISTS (SELECT 1 FROM `feedback_rounds` AS later WHERE later.`assignment_id` = a.`id` AND later.`round` > f.`round`)
UNION ALL
SELECT 'publish' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, date(e.`finalised_at`, '+8 hours') AS `anchor`
FROM `assignments` AS a JOIN `replies` AS r ON r.`assignment_id` = a.`id`
JOIN `editions` AS e ON e.`assignment_id` = a.`id` AND e.`number` = r.`draft_edition`
JOIN `disclosures` AS d ON d.`assignment_id` = a.`id` AND d.`edition` = e.`number`
WHERE r.`publication` = 'unpublished' AND e.`state` = 'final' AND e.`finalised_at` IS NOT NULL AND d.`mode` <> 'none'
UNION ALL
SELECT 'follow_up' AS `source`, a.`id` AS `id`, f.`number` AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, f.`due_on` AS `anchor`
FROM `assignments` AS a JOIN `follow_ups` AS f ON f.`assignment_id` = a.`id`
WHERE f.`replied_on` IS NULL AND f.`due_on` IS NOT NULL
UNION ALL
SELECT 'commitment' AS `source`, p.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, p.`owner_unit` AS `unit_code`, a.`campaign_id`, p.`due_on` AS `anchor`
FROM `assignments` AS a JOIN `commitments` AS p ON p.`assignment_id` = a.`id`
WHERE p.`state` IN ('open', 'changed') AND p.`due_on` IS NOT NULL
UNION ALL
SELECT 'review_again' AS `source`, a.`id` AS `id`, 0 AS `part`, a.`id` AS `assignment_id`, a.`unit_code` AS `unit_code`, a.`campaign_id`, d.`review_again_on` AS `anchor`
FROM `assignments` AS a JOIN `replies` AS r ON r.`assignment_id` = a.`id`
JOIN `disclosures` AS d ON d.`assignment_id` = a.`id` AND d.`edition` = r.`live_edition`
WHERE r.`publication` = 'withheld' AND d.`review_again_on` IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_clocks_in` AFTER INSERT ON `assignments` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_clocks_over` AFTER UPDATE OF `motion_id`, `campaign_id`, `unit_code`, `role`, `state`, `assigned_on`, `due_on` ON `assignments` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_to_clocks` AFTER UPDATE OF `assigned_on` ON `motions` WHEN NEW.`assigned_on` <> OLD.`assigned_on` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` IN (SELECT `id` FROM `assignments` WHERE `motion_id` = NEW.`id`);
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source`
WHERE `assignment_id` IN (SELECT `id` FROM `assignments` WHERE `motion_id` = NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `joint_opinions_to_clocks_in` AFTER INSERT ON `joint_opinions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `joint_opinions_to_clocks_over` AFTER UPDATE OF `state`, `due_on`, `asked_at` ON `joint_opinions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `joint_opinions_to_clocks_out` AFTER DELETE ON `joint_opinions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `extensions_to_clocks_in` AFTER INSERT ON `extensions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `extensions_to_clocks_over` AFTER UPDATE OF `decision`, `new_due_on` ON `extensions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `extensions_to_clocks_out` AFTER DELETE ON `extensions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_clocks_in` AFTER INSERT ON `editions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_clocks_over` AFTER UPDATE OF `state`, `finalised_at` ON `editions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_clocks_out` AFTER DELETE ON `editions` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `feedback_rounds_to_clocks_in` AFTER INSERT ON `feedback_rounds` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `feedback_rounds_to_clocks_over` AFTER UPDATE OF `filed_at`, `due_on`, `asked_at`, `redo_due_on` ON `feedback_rounds` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `feedback_rounds_to_clocks_out` AFTER DELETE ON `feedback_rounds` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_clocks_in` AFTER INSERT ON `replies` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_clocks_over` AFTER UPDATE OF `publication`, `draft_edition`, `live_edition` ON `replies` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_clocks_out` AFTER DELETE ON `replies` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_clocks_in` AFTER INSERT ON `disclosures` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_clocks_over` AFTER UPDATE OF `mode`, `review_again_on` ON `disclosures` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_clocks_out` AFTER DELETE ON `disclosures` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_to_clocks_in` AFTER INSERT ON `follow_ups` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_to_clocks_over` AFTER UPDATE OF `due_on`, `replied_on` ON `follow_ups` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_to_clocks_out` AFTER DELETE ON `follow_ups` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `commitments_to_clocks_in` AFTER INSERT ON `commitments` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `commitments_to_clocks_over` AFTER UPDATE OF `state`, `due_on`, `owner_unit` ON `commitments` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = NEW.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = NEW.`assignment_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `commitments_to_clocks_out` AFTER DELETE ON `commitments` BEGIN
DELETE FROM `clocks` WHERE `assignment_id` = OLD.`assignment_id`;
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source` WHERE `assignment_id` = OLD.`assignment_id`;
END;
--> statement-breakpoint
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, 0 FROM `ledger_source` AS s
WHERE true AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`);
--> statement-breakpoint
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key`
WHERE true
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
--> statement-breakpoint
INSERT INTO `motion_cells` (`campaign_id`, `kind`, `key_item`, `count`) SELECT `campaign_id`, `kind`, `key_item`, count(*) FROM `motions` GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO `motion_grams` (`gram`, `campaign_id`, `motion_id`)
SELECT substr(lower(m.`title` || char(10) || m.`number`), p.`n`, 1), m.`campaign_id`, m.`id` FROM `motions` AS m JOIN `text_places` AS p ON p.`n` <= length(lower(m.`title` || char(10) || m.`number`))
UNION SELECT substr(lower(m.`title` || char(10) || m.`number`), p.`n`, 2), m.`campaign_id`, m.`id` FROM `motions` AS m JOIN `text_places` AS p ON p.`n` <= length(lower(m.`title` || char(10) || m.`number`));
--> statement-breakpoint
INSERT INTO `clocks` (`source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor`) SELECT `source`, `id`, `part`, `assignment_id`, `unit_code`, `campaign_id`, `anchor` FROM `clock_source`;
