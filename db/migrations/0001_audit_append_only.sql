-- Rows of the audit cannot be updated, deleted or replaced. INSERT OR REPLACE passes UPDATE and DELETE triggers by,
-- so an insert must also be the next in the row.
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_next_only` BEFORE INSERT ON `audit`
WHEN NEW.`seq` <> (SELECT coalesce(max(`seq`), 0) + 1 FROM `audit`)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
