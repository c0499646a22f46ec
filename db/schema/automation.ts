// Rules, API keys, webhooks and the audit log: the rest of the ten core tables, and the heads of the audit's chains.
import { sql } from "drizzle-orm";
import { type Kit, oneOf } from "../dialect.ts";
import { auditActorTypes, auditSeverities, auditStatuses, deliveryStatuses } from "../vocabulary.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { referable, within } from "./references.ts";
import { stamps } from "./stamps.ts";

export function automation(kit: Kit, { Users, XeroTenants }: ReturnType<typeof people> & ReturnType<typeof organisations>) {
  const ofUser = () => kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" });
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  const CategoryRules = kit.table(
    "CategoryRules",
    {
      id: kit.id(),
      userId: ofUser(),
      tenantId: ofTenant(),
      pattern: kit.varchar(255).notNull(),
      category: kit.varchar(100).notNull(),
      accountCode: kit.varchar(50),
      priority: kit.integer().notNull().default(0),
      isActive: kit.flag().notNull().default(true),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "CategoryRules", t),
      kit.index("CategoryRules_pattern_index").on(t.pattern),
      kit.index("CategoryRules_userId_tenantId_index").on(t.userId, t.tenantId),
      kit.index("CategoryRules_tenantId_index").on(t.tenantId),
    ],
  );

  const ApiKeys = kit.table(
    "ApiKeys",
    {
      id: kit.id(),
      userId: ofUser(),
      name: kit.varchar(255).notNull(),
      /** SHA-256 of the key; the key itself is shown once and kept nowhere. */
      key: kit.varchar(255).notNull(),
      /** The public eight characters. */
      keyId: kit.varchar(8).notNull(),
      permissions: kit.json<string[]>().notNull(),
      /** Null: every organisation of its owner. */
      tenantIds: kit.json<string[]>(),
      allowedIps: kit.json<string[]>(),
      rateLimit: kit.integer(),
      expiresAt: kit.instant(),
      lastUsedAt: kit.instant(),
      revokedAt: kit.instant(),
      ...stamps(kit),
    },
    (t) => [kit.unique("ApiKeys_key_unique").on(t.key), kit.unique("ApiKeys_keyId_unique").on(t.keyId), kit.index("ApiKeys_userId_index").on(t.userId)],
  );

  /** What was answered to a request with an Idempotency-Key, for the same request should it come again. */
  const IdempotencyKeys = kit.table(
    "IdempotencyKeys",
    {
      id: kit.id(),
      apiKeyId: kit.uuid().notNull().references(() => ApiKeys.id, { onDelete: "cascade" }),
      operation: kit.varchar(100).notNull(),
      key: kit.varchar(255).notNull(),
      requestHash: kit.varchar(64).notNull(),
      /** The organisations within reach when it was answered. */
      tenantIds: kit.json<string[]>().notNull(),
      /** Until then whoever claimed it may still be at it. */
      leaseUntil: kit.instant().notNull(),
      /** Null while it runs, as are headers and body. */
      status: kit.integer(),
      headers: kit.json<Record<string, string>>(),
      body: kit.text(),
      expiresAt: kit.instant().notNull(),
      ...stamps(kit),
    },
    (t) => [kit.unique("IdempotencyKeys_apiKeyId_operation_key_unique").on(t.apiKeyId, t.operation, t.key), kit.index("IdempotencyKeys_expiresAt_index").on(t.expiresAt)],
  );

  const Webhooks = kit.table(
    "Webhooks",
    {
      id: kit.id(),
      userId: ofUser(),
      tenantId: ofTenant(),
      /** The first of its events, or * for every one; the others are in WebhookEvents. */
      event: kit.varchar(100).notNull(),
      url: kit.varchar(255).notNull(),
      description: kit.varchar(255),
      /** Encrypted, as are the one before it and the headers (JSON). */
      secret: kit.varchar(255).notNull(),
      previousSecret: kit.varchar(255),
      previousSecretExpiresAt: kit.instant(),
      headers: kit.text(),
      isActive: kit.flag().notNull().default(true),
      disabledReason: kit.varchar(255),
      /** Attempts that failed since one succeeded. */
      failureCount: kit.integer().notNull().default(0),
      /** When something was last taken. */
      lastDeliveryAt: kit.instant(),
      /** A removed one is kept for a while without its secrets, so that removing it twice is no mistake. */
      removedAt: kit.instant(),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "Webhooks", t),
      kit.index("Webhooks_event_index").on(t.event),
      kit.index("Webhooks_userId_tenantId_index").on(t.userId, t.tenantId),
      kit.index("Webhooks_tenantId_index").on(t.tenantId),
    ],
  );

  const WebhookEvents = kit.table(
    "WebhookEvents",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      webhookId: kit.uuid().notNull(),
      event: kit.varchar(100).notNull(),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "WebhookEvents", t),
      within(kit, "WebhookEvents", t, t.webhookId, Webhooks).onDelete("cascade"),
      kit.unique("WebhookEvents_tenantId_webhookId_event_unique").on(t.tenantId, t.webhookId, t.event),
      kit.index("WebhookEvents_tenantId_event_index").on(t.tenantId, t.event),
    ],
  );

  /** The outbox: what happened, written in the transaction in which it did. */
  const Events = kit.table(
    "Events",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      type: kit.varchar(100).notNull(),
      /** What is sent and signed, to the letter: JSON, but text, because a database that knows JSON writes it anew. */
      body: kit.text().notNull(),
      ...stamps(kit),
    },
    (t) => [referable(kit, "Events", t), kit.index("Events_tenantId_createdAt_index").on(t.tenantId, t.createdAt), kit.index("Events_createdAt_index").on(t.createdAt)],
  );

  /** One event on its way to one webhook, and what became of the last attempt. */
  const WebhookDeliveries = kit.table(
    "WebhookDeliveries",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      webhookId: kit.uuid().notNull(),
      eventId: kit.uuid().notNull(),
      status: kit.word(deliveryStatuses).notNull().default("pending"),
      attempts: kit.integer().notNull().default(0),
      lastAttemptAt: kit.instant(),
      nextAttemptAt: kit.instant(),
      deliveredAt: kit.instant(),
      /** Of the last attempt; null where nobody answered. */
      responseStatus: kit.integer(),
      /** The beginning of the answer. */
      responseBody: kit.varchar(1000),
      problem: kit.varchar(255),
      durationMs: kit.integer(),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "WebhookDeliveries", t),
      within(kit, "WebhookDeliveries", t, t.webhookId, Webhooks).onDelete("cascade"),
      within(kit, "WebhookDeliveries", t, t.eventId, Events),
      kit.unique("WebhookDeliveries_tenantId_eventId_webhookId_unique").on(t.tenantId, t.eventId, t.webhookId),
      kit.index("WebhookDeliveries_tenantId_webhookId_id_index").on(t.tenantId, t.webhookId, t.id),
      kit.index("WebhookDeliveries_createdAt_index").on(t.createdAt),
      oneOf(kit, t.status, deliveryStatuses),
    ],
  );

  const AuditLogs = kit.table(
    "AuditLogs",
    {
      id: kit.id(),
      userId: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      tenantId: kit.uuid().references(() => XeroTenants.id, { onDelete: "set null" }),
      action: kit.varchar(100).notNull(),
      details: kit.json<unknown>(),
      ipAddress: kit.varchar(45),
      userAgent: kit.varchar(255),
      actorId: kit.uuid(),
      organisationId: kit.uuid(),
      actorType: kit.word(auditActorTypes).notNull(),
      category: kit.varchar(50).notNull(),
      severity: kit.word(auditSeverities).notNull(),
      status: kit.word(auditStatuses).notNull(),
      resourceType: kit.varchar(50),
      resourceId: kit.varchar(255),
      correlationId: kit.uuid(),
      sequence: kit.integer().notNull(),
      prevHash: kit.varchar(64),
      hash: kit.varchar(64).notNull(),
      createdAt: kit.instant().notNull().$defaultFn(() => new Date()),
    },
    (t) => [
      kit.index("AuditLogs_action_index").on(t.action),
      kit.index("AuditLogs_userId_index").on(t.userId),
      kit.index("AuditLogs_tenantId_index").on(t.tenantId),
      kit.index("AuditLogs_tenantId_createdAt_index").on(t.tenantId, t.createdAt, t.id),
      kit.index("AuditLogs_createdAt_index").on(t.createdAt),
      kit.index("AuditLogs_organisationId_createdAt_index").on(t.organisationId, t.createdAt, t.id),
      kit.unique("AuditLogs_organisationId_sequence_unique").on(t.organisationId, t.sequence),
      // The installation's chain has no organisation, and null is never equal to null.
      kit.uniqueIndex("AuditLogs_installation_sequence_unique").on(t.sequence).where(sql`"organisationId" is null`),
      oneOf(kit, t.actorType, auditActorTypes),
      oneOf(kit, t.severity, auditSeverities),
      oneOf(kit, t.status, auditStatuses),
    ],
  );

  /** Where each chain ends: who adds to one writes its head first, so that two writers wait for each other. */
  const AuditChains = kit.table("AuditChains", {
    /** The organisation's id; the nil UUID is the installation. No reference: a chain outlives its organisation. */
    id: kit.uuid().primaryKey(),
    /** Of the last row. */
    sequence: kit.integer().notNull(),
    headHash: kit.varchar(64),
    ...stamps(kit),
  });

  return { CategoryRules, ApiKeys, IdempotencyKeys, Webhooks, WebhookEvents, Events, WebhookDeliveries, AuditLogs, AuditChains };
}
