CREATE TABLE `accounts` (
	`actor_id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`password_hash` text,
	`password_changed_at` text,
	`totp_secret` text,
	`totp_last_step` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`delayed_until` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_login_unique` ON `accounts` (`login`);--> statement-breakpoint
CREATE TABLE `activation_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`actor_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` text,
	PRIMARY KEY(`actor_id`, `hash`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`stepped_up_at` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_actor` ON `sessions` (`actor_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`address` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`delayed_until` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `actors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`unit_code` text,
	`duty` text,
	`created_at` text NOT NULL,
	`disabled_at` text,
	FOREIGN KEY (`unit_code`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actors_role" CHECK("actors"."role" in ('admin', 'office', 'unit', 'supervisor', 'machine')),
	CONSTRAINT "actors_unit" CHECK(("actors"."role" = 'unit') = ("actors"."unit_code" is not null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`scopes` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_actor` ON `api_keys` (`actor_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`actor_id`, `key`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `commitment_events` (
	`commitment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`note` text NOT NULL,
	`evidence` text,
	`new_due_on` text,
	`reported_by` text NOT NULL,
	`reported_at` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	PRIMARY KEY(`commitment_id`, `seq`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitment_events_kind" CHECK("commitment_events"."kind" in ('progress', 'kept', 'changed', 'dropped')),
	CONSTRAINT "commitment_events_evidence" CHECK("commitment_events"."kind" in ('progress', 'changed') or "commitment_events"."evidence" is not null),
	CONSTRAINT "commitment_events_two_persons" CHECK("commitment_events"."approved_by" is null or "commitment_events"."approved_by" <> "commitment_events"."reported_by")
) STRICT;
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`block` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text` text NOT NULL,
	`owner_unit` text NOT NULL,
	`due_on` text,
	`state` text DEFAULT 'open' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitments_state" CHECK("commitments"."state" in ('open', 'kept', 'changed', 'dropped'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `commitments_due` ON `commitments` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `commitments_assignment` ON `commitments` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `emergencies` (
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`reason` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` text NOT NULL,
	`countersigned_by` text,
	`countersigned_at` text,
	PRIMARY KEY(`assignment_id`, `edition`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`countersigned_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "emergencies_two_persons" CHECK("emergencies"."countersigned_by" is null or "emergencies"."countersigned_by" <> "emergencies"."published_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `emergencies_owed` ON `emergencies` (`countersigned_at`);--> statement-breakpoint
CREATE TABLE `feedback_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`round` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `feedback_links_assignment` ON `feedback_links` (`assignment_id`,`round`);--> statement-breakpoint
CREATE TABLE `feedback_rounds` (
	`assignment_id` text NOT NULL,
	`round` integer NOT NULL,
	`asked_at` text NOT NULL,
	`due_on` text,
	`source` text,
	`answers` text,
	`comment` text,
	`consent` text DEFAULT 'not_asked' NOT NULL,
	`filed_at` text,
	`recorded_by` text,
	`redo_due_on` text,
	PRIMARY KEY(`assignment_id`, `round`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "feedback_filed" CHECK(("feedback_rounds"."filed_at" is null) = ("feedback_rounds"."answers" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `feedback_due` ON `feedback_rounds` (`filed_at`,`due_on`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text NOT NULL,
	`delivered_at` text,
	`failed_at` text,
	`last_error` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`delivered_at`,`failed_at`,`next_at`);--> statement-breakpoint
CREATE TABLE `outcomes` (
	`assignment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`class_code` text NOT NULL,
	`decided_on` text NOT NULL,
	`source` text NOT NULL,
	`follow_up` integer,
	`evidence` text,
	`approved_by` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `seq`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcomes_source" CHECK("outcomes"."source" in ('reply', 'follow_up')),
	CONSTRAINT "outcomes_evidence" CHECK("outcomes"."source" = 'reply' or ("outcomes"."evidence" is not null and "outcomes"."follow_up" is not null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`deadline` text NOT NULL,
	`channel` text NOT NULL,
	`text` text NOT NULL,
	`result` text,
	`sent_by` text NOT NULL,
	`sent_at` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminders_channel" CHECK("reminders"."channel" in ('in_app', 'sms', 'phone', 'paper', 'email'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reminders_assignment` ON `reminders` (`assignment_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `votes` (
	`motion_id` text NOT NULL,
	`seq` integer NOT NULL,
	`body` text NOT NULL,
	`held_on` text NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer NOT NULL,
	`satisfied` integer NOT NULL,
	`basically_satisfied` integer NOT NULL,
	`dissatisfied` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`motion_id`, `seq`),
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "votes_sum" CHECK("votes"."satisfied" + "votes"."basically_satisfied" + "votes"."dissatisfied" <= "votes"."returned" and "votes"."returned" <= "votes"."issued")
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaign_kinds` (
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`sitting_id` text NOT NULL,
	`scheme_id` text NOT NULL,
	`assigned_on` text NOT NULL,
	`follow_up_due_on` text,
	`expected_count` integer,
	`filed_count` integer,
	PRIMARY KEY(`campaign_id`, `kind`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "campaign_kinds_kind" CHECK("campaign_kinds"."kind" in ('suggestion', 'proposal'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`names_public` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "campaigns_state" CHECK("campaigns"."state" in ('preparing', 'open', 'closed'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_year_unique` ON `campaigns` (`year`);--> statement-breakpoint
CREATE TABLE `scheme_classes` (
	`scheme_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`canonical` text NOT NULL,
	`counts_as_resolved` integer NOT NULL,
	`needs_follow_up` integer NOT NULL,
	`tone` text NOT NULL,
	PRIMARY KEY(`scheme_id`, `code`),
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scheme_classes_tone" CHECK("scheme_classes"."tone" in ('done', 'moving', 'planned', 'reference'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `schemes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`term` integer NOT NULL,
	`session` integer NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	CONSTRAINT "sittings_body" CHECK("sittings"."body" in ('npc', 'cppcc'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sittings_short_name_unique` ON `sittings` (`short_name`);--> statement-breakpoint
CREATE TABLE `documents` (
	`slug` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`issuer` text NOT NULL,
	`publisher` text,
	`doc_number` text,
	`index_number` text,
	`category` text,
	`written_on` text,
	`source` text,
	`addressee` text,
	`body` text NOT NULL,
	`attachments` text NOT NULL,
	`validity` text DEFAULT 'in_force' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`content_hash` text NOT NULL,
	`findings` text DEFAULT '[]' NOT NULL,
	`edited_by` text NOT NULL,
	`published_by` text,
	`published_at` text,
	`position` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`edited_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind" CHECK("documents"."kind" in ('notice', 'rules', 'summary', 'bulletin', 'news')),
	CONSTRAINT "documents_validity" CHECK("documents"."validity" in ('in_force', 'expired', 'repealed')),
	CONSTRAINT "documents_state" CHECK("documents"."state" in ('draft', 'published', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_index_number_unique` ON `documents` (`index_number`);--> statement-breakpoint
CREATE INDEX `documents_state_published` ON `documents` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `answer_map` (
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`ask` integer NOT NULL,
	`block` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `edition`, `ask`, `block`),
	FOREIGN KEY (`assignment_id`,`edition`) REFERENCES `editions`(`assignment_id`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaign_rules` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `contact_waivers` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`waived_by` text NOT NULL,
	`waived_at` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waived_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `contacts` (
	`assignment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`phase` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text,
	`invited` integer NOT NULL,
	`met` integer NOT NULL,
	`note` text,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `seq`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contacts_kind" CHECK("contacts"."kind" in ('call', 'letter', 'meeting', 'visit', 'conference')),
	CONSTRAINT "contacts_met" CHECK("contacts"."met" between 0 and "contacts"."invited")
) STRICT;
--> statement-breakpoint
CREATE TABLE `extensions` (
	`assignment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`reason` text NOT NULL,
	`new_due_on` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` text NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` text,
	`told_on` text,
	PRIMARY KEY(`assignment_id`, `seq`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "extensions_two_persons" CHECK("extensions"."decided_by" is null or "extensions"."decided_by" <> "extensions"."requested_by")
) STRICT;
--> statement-breakpoint
CREATE TABLE `joint_opinions` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`body` text,
	`due_on` text,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`given_by` text,
	`given_at` text,
	`waived_by` text,
	`waived_reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waived_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "joint_opinions_state" CHECK("joint_opinions"."state" in ('asked', 'given', 'waived')),
	CONSTRAINT "joint_opinions_given" CHECK("joint_opinions"."state" <> 'given' or "joint_opinions"."body" is not null)
) STRICT;
--> statement-breakpoint
CREATE INDEX `joint_opinions_due` ON `joint_opinions` (`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `key_items` (
	`motion_id` text PRIMARY KEY NOT NULL,
	`leader` text,
	`meeting_on` text,
	`chair` text,
	`guests` text DEFAULT '[]' NOT NULL,
	`note` text,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `motion_asks` (
	`motion_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`motion_id`, `number`),
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `objections` (
	`assignment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`suggested_unit` text,
	`raised_by` text NOT NULL,
	`raised_at` text NOT NULL,
	`decision` text,
	`decision_reason` text,
	`decided_by` text,
	`decided_at` text,
	PRIMARY KEY(`assignment_id`, `seq`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggested_unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "objections_kind" CHECK("objections"."kind" in ('comment', 'objection')),
	CONSTRAINT "objections_decided" CHECK(("objections"."decision" is null) = ("objections"."decided_at" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `reassignments` (
	`motion_id` text NOT NULL,
	`seq` integer NOT NULL,
	`from_unit` text,
	`to_unit` text,
	`reason` text NOT NULL,
	`reassigned_by` text NOT NULL,
	`reassigned_at` text NOT NULL,
	PRIMARY KEY(`motion_id`, `seq`),
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reassigned_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit_people` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`duty` text NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`phone` text,
	`ended_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_people_duty" CHECK("unit_people"."duty" in ('leader', 'liaison', 'handler'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `unit_people_unit` ON `unit_people` (`unit_code`,`duty`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`unit_code` text NOT NULL,
	`campaign_id` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`due_on` text,
	`signed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_code`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_role" CHECK("assignments"."role" in ('lead', 'separate', 'joint')),
	CONSTRAINT "assignments_state" CHECK("assignments"."state" in ('pre_assigned', 'assigned', 'objected', 'signed', 'handling', 'unit_review', 'submitted', 'approved', 'replied', 'closed', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_motion_unit` ON `assignments` (`motion_id`,`unit_code`);--> statement-breakpoint
CREATE INDEX `assignments_campaign_due` ON `assignments` (`campaign_id`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `assignments_campaign_state` ON `assignments` (`campaign_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `assignments_unit` ON `assignments` (`unit_code`,`campaign_id`,`id`);--> statement-breakpoint
CREATE TABLE `motions` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`sitting_id` text NOT NULL,
	`between_sessions` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`category` text,
	`topic_slug` text,
	`filer_group` text,
	`joint_text` text,
	`proposer_count` integer NOT NULL,
	`key_item` integer NOT NULL,
	`leader` text,
	`supervisor` text,
	`assigned_on` text NOT NULL,
	`due_on` text,
	`state` text DEFAULT 'assigned' NOT NULL,
	`merged_into` text,
	`closed_reason` text,
	`confidential` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_slug`) REFERENCES `topics`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "motions_state" CHECK("motions"."state" in ('filed', 'pre_assigned', 'assigned', 'merged', 'transferred', 'withdrawn')),
	CONSTRAINT "motions_merged" CHECK(("motions"."state" = 'merged') = ("motions"."merged_into" is not null)),
	CONSTRAINT "motions_kind" CHECK("motions"."kind" in ('suggestion', 'proposal')),
	CONSTRAINT "motions_number" CHECK("motions"."number" between 1 and 99999),
	CONSTRAINT "motions_proposer_count" CHECK("motions"."proposer_count" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `motions_sitting_number` ON `motions` (`sitting_id`,`kind`,`between_sessions`,`number`);--> statement-breakpoint
CREATE INDEX `motions_campaign` ON `motions` (`campaign_id`,`kind`,`between_sessions`,`number`);--> statement-breakpoint
CREATE INDEX `motions_topic` ON `motions` (`topic_slug`,`campaign_id`);--> statement-breakpoint
CREATE TABLE `proposers` (
	`motion_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`motion_id`, `position`),
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `topics` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`position` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_name_unique` ON `topics` (`name`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`before_hash` text,
	`after_hash` text,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "audit_seq" CHECK("audit"."seq" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_prev_hash_unique` ON `audit` (`prev_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_hash_unique` ON `audit` (`hash`);--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object`,`seq`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`expires_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`cause` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` text NOT NULL,
	`started_at` text,
	`finished_at` text,
	`step` text,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`pages` integer,
	`files` integer,
	`bytes` integer,
	`root` text,
	`error` text,
	CONSTRAINT "releases_state" CHECK("releases"."state" in ('queued', 'running', 'live', 'superseded', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `releases_state_requested` ON `releases` (`state`,`requested_at`);--> statement-breakpoint
CREATE TABLE `sequences` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `disclosures` (
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`mode` text NOT NULL,
	`ground` text,
	`ground_text` text,
	`public_body` text,
	`review_again_on` text,
	`consent` text DEFAULT 'not_asked' NOT NULL,
	PRIMARY KEY(`assignment_id`, `edition`),
	FOREIGN KEY (`assignment_id`,`edition`) REFERENCES `editions`(`assignment_id`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disclosures_mode" CHECK("disclosures"."mode" in ('full', 'summary', 'redacted', 'none')),
	CONSTRAINT "disclosures_ground" CHECK("disclosures"."ground" is null or "disclosures"."ground" in ('article_14', 'article_15', 'article_16', 'filer_request', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `disclosures_review` ON `disclosures` (`review_again_on`);--> statement-breakpoint
CREATE TABLE `editions` (
	`assignment_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`class_code` text,
	`doc_number` text,
	`title` text,
	`addressee` text,
	`body` text NOT NULL,
	`signatory` text,
	`signed_on` text,
	`contact_name` text,
	`contact_phone` text,
	`copy_to` text,
	`note` text,
	`content_hash` text NOT NULL,
	`scanned_hash` text,
	`verdict` text,
	`findings` text DEFAULT '[]' NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` text NOT NULL,
	`editors` text DEFAULT '[]' NOT NULL,
	`signed_off_by` text,
	`signed_off_at` text,
	`submitted_by` text,
	`submitted_at` text,
	`approved_by` text,
	`approved_at` text,
	`approved_hash` text,
	`finalised_by` text,
	`finalised_at` text,
	`published_by` text,
	`published_at` text,
	PRIMARY KEY(`assignment_id`, `number`),
	FOREIGN KEY (`assignment_id`) REFERENCES `replies`(`assignment_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edited_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_off_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finalised_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "editions_state" CHECK("editions"."state" in ('draft', 'unit_review', 'submitted', 'approved', 'final')),
	CONSTRAINT "editions_number" CHECK("editions"."number" >= 1),
	CONSTRAINT "editions_body" CHECK(json_valid("editions"."body")),
	CONSTRAINT "editions_note" CHECK("editions"."number" = 1 or "editions"."note" is not null),
	CONSTRAINT "editions_two_persons" CHECK("editions"."approved_by" is null or "editions"."approved_by" <> "editions"."submitted_by"),
	CONSTRAINT "editions_publisher" CHECK("editions"."published_by" is null or "editions"."published_by" <> "editions"."submitted_by")
) STRICT;
--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`assignment_id` text NOT NULL,
	`number` integer NOT NULL,
	`due_on` text,
	`replied_on` text,
	`class_code` text,
	`body` text,
	`evidence` text,
	`submitted_by` text,
	`submitted_at` text,
	`approved_by` text,
	`approved_at` text,
	`published_at` text,
	PRIMARY KEY(`assignment_id`, `number`),
	FOREIGN KEY (`assignment_id`) REFERENCES `replies`(`assignment_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follow_ups_complete" CHECK("follow_ups"."replied_on" is null or ("follow_ups"."class_code" is not null and "follow_ups"."body" is not null)),
	CONSTRAINT "follow_ups_two_persons" CHECK("follow_ups"."approved_by" is null or "follow_ups"."submitted_by" is null or "follow_ups"."approved_by" <> "follow_ups"."submitted_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `follow_ups_due` ON `follow_ups` (`due_on`);--> statement-breakpoint
CREATE TABLE `replies` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`draft_edition` integer,
	`live_edition` integer,
	`publication` text DEFAULT 'unpublished' NOT NULL,
	`index_number` text,
	`first_published_at` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "replies_publication" CHECK("replies"."publication" in ('unpublished', 'published', 'withheld', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_index_number_unique` ON `replies` (`index_number`);--> statement-breakpoint
CREATE INDEX `replies_published` ON `replies` (`publication`,`first_published_at`);--> statement-breakpoint
CREATE TABLE `returns` (
	`assignment_id` text NOT NULL,
	`edition` integer NOT NULL,
	`seq` integer NOT NULL,
	`reason` text NOT NULL,
	`returned_by` text NOT NULL,
	`returned_at` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `edition`, `seq`),
	FOREIGN KEY (`returned_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`,`edition`) REFERENCES `editions`(`assignment_id`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`assignment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_by` text NOT NULL,
	`withdrawn_at` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `seq`),
	FOREIGN KEY (`assignment_id`) REFERENCES `replies`(`assignment_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withdrawals_kind" CHECK("withdrawals"."kind" in ('withdrawn', 'published_in_error', 'legal'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit_aliases` (
	`alias` text PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `units` (
	`code` text PRIMARY KEY NOT NULL,
	`short_name` text NOT NULL,
	`full_name` text NOT NULL,
	`kind` text NOT NULL,
	`phone` text,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "units_kind" CHECK("units"."kind" in ('bureau', 'organisation', 'township'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `units_short_name_unique` ON `units` (`short_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `units_full_name_unique` ON `units` (`full_name`);