// Who may do what: authorisation codes, access and refresh tokens, and the connections of each user. One token set per
// Xero user covers every organisation that user has connected; connecting one more does not make a second kind of token.

import { randomBytes, randomUUID } from "node:crypto";

export const ACCESS_SECONDS = 1800;
export const GRACE_MS = 30 * 60_000;
export const REFRESH_MS = 60 * 24 * 60 * 60_000;
export const CODE_MS = 5 * 60_000;

export type Code = {
  readonly user: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
  readonly authEventId: string;
  readonly expiresAt: number;
};

export type Access = { readonly user: string; readonly scopes: readonly string[]; readonly expiresAt: number };

type Refresh = {
  readonly user: string;
  readonly scopes: readonly string[];
  readonly authEventId: string;
  readonly expiresAt: number;
  readonly replacedAt?: number;
};

export type Connection = {
  readonly id: string;
  readonly user: string;
  readonly tenantId: string;
  readonly authEventId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type Identity = {
  readonly codes: Map<string, Code>;
  readonly access: Map<string, Access>;
  readonly refresh: Map<string, Refresh>;
  readonly connections: Map<string, Connection>;
};

export function emptyIdentity(): Identity {
  return { codes: new Map(), access: new Map(), refresh: new Map(), connections: new Map() };
}

export function clearIdentity(identity: Identity): void {
  for (const kept of [identity.codes, identity.access, identity.refresh, identity.connections]) kept.clear();
}

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function connectionOf(identity: Identity, user: string, tenantId: string): Connection | undefined {
  return [...identity.connections.values()].find((one) => one.user === user && one.tenantId === tenantId);
}

export function connect(identity: Identity, user: string, tenantId: string, authEventId: string, now: number): void {
  const before = connectionOf(identity, user, tenantId);
  const id = before?.id ?? randomUUID();
  const createdAt = before?.createdAt ?? now;
  identity.connections.set(id, { id, user, tenantId, authEventId, createdAt, updatedAt: now });
}

export function expireAccess(identity: Identity, now: number, user?: string): number {
  const theirs = [...identity.access].filter(([, access]) => user === undefined || access.user === user);
  for (const [token, access] of theirs) identity.access.set(token, { ...access, expiresAt: now });
  return theirs.length;
}

export function forgetRefresh(identity: Identity, user?: string): void {
  for (const [token, refresh] of identity.refresh) if (user === undefined || refresh.user === user) identity.refresh.delete(token);
}

// Revoking takes the user's tokens and all of that user's connections with it.
export function revoke(identity: Identity, refreshToken: string): void {
  const user = identity.refresh.get(refreshToken)?.user;
  if (user === undefined) return;
  for (const [token, refresh] of identity.refresh) if (refresh.user === user) identity.refresh.delete(token);
  for (const [token, access] of identity.access) if (access.user === user) identity.access.delete(token);
  for (const [id, connection] of identity.connections) if (connection.user === user) identity.connections.delete(id);
}

export function forgetOld(identity: Identity, now: number): void {
  const dayAgo = now - 24 * 60 * 60_000;
  for (const [token, access] of identity.access) if (access.expiresAt < dayAgo) identity.access.delete(token);
  for (const [token, refresh] of identity.refresh) {
    if (refresh.expiresAt < now || (refresh.replacedAt ?? now) < dayAgo) identity.refresh.delete(token);
  }
}
