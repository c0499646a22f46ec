// People and how they come in. A person is deactivated, not deleted; secrets are kept as hashes.
import type { Kit } from "../dialect.ts";
import { oneOf } from "../dialect.ts";
import { roles, userStatuses } from "../vocabulary.ts";
import { stamps } from "./stamps.ts";

export function people(kit: Kit) {
  const Users = kit.table(
    "Users",
    {
      id: kit.id(),
      email: kit.varchar(255).notNull(),
      passwordHash: kit.varchar(255).notNull(),
      firstName: kit.varchar(100),
      lastName: kit.varchar(100),
      role: kit.word(roles).notNull().default("Standard"),
      status: kit.word(userStatuses).notNull().default("active"),
      failedLoginAttempts: kit.integer().notNull().default(0),
      lockedUntil: kit.instant(),
      lastLoginAt: kit.instant(),
      ...stamps(kit),
    },
    (t) => [kit.unique("Users_email_unique").on(t.email), oneOf(kit, t.role, roles), oneOf(kit, t.status, userStatuses)],
  );

  const Sessions = kit.table(
    "Sessions",
    {
      id: kit.id(),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      expiresAt: kit.instant().notNull(),
      revokedAt: kit.instant(),
      lastSeenAt: kit.instant().notNull(),
      ipAddress: kit.varchar(45),
      userAgent: kit.varchar(255),
      ...stamps(kit),
    },
    (t) => [kit.index("Sessions_userId_index").on(t.userId)],
  );

  /** A sign-in link works once; only the hash of its token is kept. */
  const SignInLinks = kit.table(
    "SignInLinks",
    {
      id: kit.id(),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      tokenHash: kit.varchar(64).notNull(),
      expiresAt: kit.instant().notNull(),
      usedAt: kit.instant(),
      ...stamps(kit),
    },
    (t) => [kit.unique("SignInLinks_tokenHash_unique").on(t.tokenHash), kit.index("SignInLinks_userId_index").on(t.userId)],
  );

  /** An invitation works once, until its hour; only the hash of its token is kept. */
  const Invitations = kit.table(
    "Invitations",
    {
      id: kit.id(),
      /** Who invites: it holds only as long as they still might. */
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      tokenHash: kit.varchar(64).notNull(),
      /** Of somebody who is new here; who has an account keeps theirs. */
      role: kit.word(roles).notNull(),
      /** Our ids of the organisations it makes somebody a member of. */
      tenantIds: kit.json<string[]>().notNull(),
      /** Null: whoever has the link. */
      email: kit.varchar(255),
      expiresAt: kit.instant().notNull(),
      withdrawnAt: kit.instant(),
      acceptedAt: kit.instant(),
      acceptedById: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("Invitations_tokenHash_unique").on(t.tokenHash),
      kit.index("Invitations_userId_index").on(t.userId),
      kit.index("Invitations_acceptedById_index").on(t.acceptedById),
      kit.index("Invitations_createdAt_index").on(t.createdAt),
      oneOf(kit, t.role, roles),
    ],
  );

  /** Counters of rate-limiter-flexible: a key is a hash, never an address or an e-mail in clear. */
  const RateLimits = kit.table("RateLimits", {
    key: kit.varchar(255).primaryKey(),
    points: kit.integer().notNull(),
    expiresAt: kit.instant(),
  });

  return { Users, Sessions, SignInLinks, Invitations, RateLimits };
}
