// Organisations, who may see them, and the Xero logins that reach them. Xero rotates one refresh token for all organisations of a
// login, so a token set is kept once and connections point at it.
import { sql } from "drizzle-orm";
import { type Kit, oneOf } from "../dialect.ts";
import { connectionStatuses, roles, tenantTypes, tokenStatuses } from "../vocabulary.ts";
import type { people } from "./people.ts";
import { stamps } from "./stamps.ts";

export function organisations(kit: Kit, { Users, Sessions }: ReturnType<typeof people>) {
  /** `tenantId` is Xero's own id of the organisation; ours is `id`, called tenantId everywhere else. */
  const XeroTenants = kit.table(
    "XeroTenants",
    {
      id: kit.id(),
      tenantId: kit.varchar(255).notNull(),
      tenantName: kit.varchar(255).notNull(),
      tenantType: kit.word(tenantTypes).notNull(),
      baseCurrency: kit.varchar(3),
      countryCode: kit.varchar(10),
      timezone: kit.varchar(100),
      shortCode: kit.varchar(50),
      financialYearEndDay: kit.integer(),
      financialYearEndMonth: kit.integer(),
      salesTaxBasis: kit.varchar(50),
      periodLockDate: kit.day(),
      endOfYearLockDate: kit.day(),
      /** The last locked day as the last complete sync left it: what changes on or before it is told. Null before the first one, and without a lock. */
      watchedLockDate: kit.day(),
      organisationStatus: kit.varchar(50),
      isDemoCompany: kit.flag().notNull().default(false),
      isDemo: kit.flag().notNull().default(false),
      connectionStatus: kit.word(connectionStatuses).notNull().default("connected"),
      /** The last complete sync; null before the first one. */
      lastSyncedAt: kit.instant(),
      /** When Xero said that something has changed, until a sync is asked for because of it. */
      changedInXeroAt: kit.instant(),
      /** Rises with every change to what figures are made of; keys every cache. */
      dataVersion: kit.integer().notNull().default(0),
      /** The sequence of the last journal entry posted. */
      ledgerSequence: kit.integer().notNull().default(0),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("XeroTenants_tenantId_unique").on(t.tenantId),
      oneOf(kit, t.tenantType, tenantTypes),
      oneOf(kit, t.connectionStatus, connectionStatuses),
    ],
  );

  const UserTenants = kit.table(
    "UserTenants",
    {
      id: kit.id(),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      tenantId: kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" }),
      isActive: kit.flag().notNull().default(false),
      /** Overrides Users.role in this organisation. */
      role: kit.word(roles),
      /** What they want of the dashboard: no first steps any more. */
      hidesFirstSteps: kit.flag().notNull().default(false),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("UserTenants_userId_tenantId_unique").on(t.userId, t.tenantId),
      kit.uniqueIndex("UserTenants_one_active").on(t.userId).where(kit.dialect === "postgres" ? sql`"isActive"` : sql`"isActive" = 1`),
      kit.index("UserTenants_tenantId_index").on(t.tenantId),
      oneOf(kit, t.role, roles),
    ],
  );

  const XeroTokens = kit.table(
    "XeroTokens",
    {
      id: kit.id(),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      xeroUserId: kit.varchar(255).notNull(),
      /** Encrypted. */
      accessToken: kit.text().notNull(),
      /** Encrypted. */
      refreshToken: kit.text().notNull(),
      expiresAt: kit.instant().notNull(),
      scopes: kit.text().notNull(),
      /** Compared and swapped by a refresh, so that two processes cannot both rotate. */
      version: kit.integer().notNull().default(1),
      leaseUntil: kit.instant(),
      refreshedAt: kit.instant(),
      status: kit.word(tokenStatuses).notNull().default("live"),
      ...stamps(kit),
    },
    (t) => [kit.unique("XeroTokens_userId_xeroUserId_unique").on(t.userId, t.xeroUserId), oneOf(kit, t.status, tokenStatuses)],
  );

  const XeroConnections = kit.table(
    "XeroConnections",
    {
      id: kit.id(),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      tenantId: kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" }),
      tokenId: kit.uuid().notNull().references(() => XeroTokens.id, { onDelete: "cascade" }),
      /** Xero's id of the connection, which is not the organisation's. */
      connectionId: kit.varchar(255).notNull(),
      status: kit.word(connectionStatuses).notNull().default("connected"),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("XeroConnections_userId_tenantId_unique").on(t.userId, t.tenantId),
      kit.index("XeroConnections_tenantId_index").on(t.tenantId),
      kit.index("XeroConnections_tokenId_index").on(t.tokenId),
      oneOf(kit, t.status, connectionStatuses),
    ],
  );

  /** A consent on its way: bound to the session that began it, used once. */
  const OAuthFlows = kit.table(
    "OAuthFlows",
    {
      id: kit.id(),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      sessionId: kit.uuid().notNull().references(() => Sessions.id, { onDelete: "cascade" }),
      stateHash: kit.varchar(64).notNull(),
      /** The PKCE verifier, encrypted. */
      verifier: kit.text().notNull(),
      expiresAt: kit.instant().notNull(),
      usedAt: kit.instant(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("OAuthFlows_stateHash_unique").on(t.stateHash),
      kit.index("OAuthFlows_userId_index").on(t.userId),
      kit.index("OAuthFlows_sessionId_index").on(t.sessionId),
    ],
  );

  /** Organisations that were removed and are being erased. While one stands here, and nobody is its member, its posted entries may be deleted. */
  const Erasures = kit.table(
    "Erasures",
    {
      /** The organisation's. */
      id: kit.uuid().primaryKey().references(() => XeroTenants.id, { onDelete: "cascade" }),
      /** Null when it was a command on the machine itself. */
      askedById: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      ...stamps(kit),
    },
    (t) => [kit.index("Erasures_askedById_index").on(t.askedById)],
  );

  return { XeroTenants, UserTenants, Erasures, XeroTokens, XeroConnections, OAuthFlows };
}
