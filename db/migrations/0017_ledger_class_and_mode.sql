DROP TRIGGER `assignments_to_ledger_in`;
--> statement-breakpoint
DROP TRIGGER `assignments_to_ledger_over`;
--> statement-breakpoint
DROP TRIGGER `motions_to_ledger`;
--> statement-breakpoint
DROP TRIGGER `units_to_ledger`;
--> statement-breakpoint
DROP TRIGGER `replies_to_ledger_in`;
--> statement-breakpoint
DROP TRIGGER `replies_to_ledger_over`;
--> statement-breakpoint
DROP TRIGGER `replies_to_ledger_out`;
--> statement-breakpoint
DROP VIEW `ledger_source`;
--> statement-breakpoint
DELETE FROM `ledger`;
--> statement-breakpoint
DELETE FROM `ledger_cells`;
--> statement-breakpoint
DROP INDEX `ledger_cells_facets`;
--> statement-breakpoint
ALTER TABLE `ledger_cells` ADD `class_code` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `ledger_cells` ADD `mode` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_cells_facets` ON `ledger_cells` (`unit_code`,`campaign_id`,`state`,`kind`,`role`,`publication`,`key_item`,`due_key`,`class_code`,`mode`);
--> statement-breakpoint
CREATE VIEW `ledger_source` AS
SELECT a.`id` AS `assignment_id`, a.`motion_id`, a.`campaign_id`, m.`kind`, a.`unit_code`, a.`role`, a.`state`,
  coalesce(r.`publication`, 'unpublished') AS `publication`,
  m.`key_item`, coalesce(a.`due_on`, '9999-12-31') AS `due_key`,
  coalesce((SELECT e.`class_code` FROM `editions` AS e WHERE e.`assignment_id` = r.`assignment_id` AND e.`number` = coalesce(r.`draft_edition`, r.`live_edition`)), '') AS `class_code`,
  coalesce((SELECT d.`mode` FROM `disclosures` AS d WHERE d.`assignment_id` = r.`assignment_id` AND d.`edition` = coalesce(r.`draft_edition`, r.`live_edition`)), '') AS `mode`,
  a.`campaign_id` || '/' || (m.`kind` <> 'suggestion') AS `number_part`,
  printf('%d%05d', m.`between_sessions`, m.`number`) AS `number_rest`, printf('%05d', u.`position`) AS `unit_key`
FROM `assignments` AS a
JOIN `motions` AS m ON m.`id` = a.`motion_id`
JOIN `units` AS u ON u.`code` = a.`unit_code`
LEFT JOIN `replies` AS r ON r.`assignment_id` = a.`id`;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_ledger_in` AFTER INSERT ON `assignments` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_to_ledger_over` AFTER UPDATE OF `motion_id`, `campaign_id`, `unit_code`, `role`, `state`, `due_on` ON `assignments` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `motions_to_ledger` AFTER UPDATE OF `kind`, `key_item`, `between_sessions`, `number` ON `motions` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`motion_id` = NEW.`id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`motion_id` = NEW.`id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `units_to_ledger` AFTER UPDATE OF `position` ON `units` WHEN NEW.`position` <> OLD.`position` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`unit_code` = NEW.`code` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`unit_code` = NEW.`code`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_ledger_in` AFTER INSERT ON `replies` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_ledger_over` AFTER UPDATE OF `publication`, `draft_edition`, `live_edition` ON `replies` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `replies_to_ledger_out` AFTER DELETE ON `replies` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = OLD.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = OLD.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_ledger_in` AFTER INSERT ON `editions` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_ledger_over` AFTER UPDATE OF `class_code` ON `editions` WHEN NEW.`class_code` IS NOT OLD.`class_code` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_to_ledger_out` AFTER DELETE ON `editions` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = OLD.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = OLD.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_ledger_in` AFTER INSERT ON `disclosures` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_ledger_over` AFTER UPDATE OF `mode` ON `disclosures` WHEN NEW.`mode` <> OLD.`mode` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = NEW.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = NEW.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
CREATE TRIGGER `disclosures_to_ledger_out` AFTER DELETE ON `disclosures` BEGIN
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE s.`assignment_id` = OLD.`assignment_id` AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE s.`assignment_id` = OLD.`assignment_id`
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
END;
--> statement-breakpoint
INSERT INTO `ledger_cells` (`campaign_id`, `kind`, `unit_code`, `role`, `state`, `publication`, `key_item`, `due_key`, `class_code`, `mode`, `count`)
SELECT DISTINCT s.`campaign_id`, s.`kind`, s.`unit_code`, s.`role`, s.`state`, s.`publication`, s.`key_item`, s.`due_key`, s.`class_code`, s.`mode`, 0 FROM `ledger_source` AS s
WHERE true AND NOT EXISTS (SELECT 1 FROM `ledger_cells` AS c WHERE c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`);
--> statement-breakpoint
INSERT INTO `ledger` (`assignment_id`, `motion_id`, `cell_id`, `due_key`, `number_part`, `number_rest`, `unit_key`)
SELECT s.`assignment_id`, s.`motion_id`, c.`id`, s.`due_key`, s.`number_part`, s.`number_rest`, s.`unit_key`
FROM `ledger_source` AS s JOIN `ledger_cells` AS c ON c.`campaign_id` = s.`campaign_id` AND c.`kind` = s.`kind` AND c.`unit_code` = s.`unit_code` AND c.`role` = s.`role` AND c.`state` = s.`state` AND c.`publication` = s.`publication` AND c.`key_item` = s.`key_item` AND c.`due_key` = s.`due_key` AND c.`class_code` = s.`class_code` AND c.`mode` = s.`mode`
WHERE true
ON CONFLICT (`assignment_id`) DO UPDATE SET `motion_id` = excluded.`motion_id`, `cell_id` = excluded.`cell_id`, `due_key` = excluded.`due_key`,
  `number_part` = excluded.`number_part`, `number_rest` = excluded.`number_rest`, `unit_key` = excluded.`unit_key`;
