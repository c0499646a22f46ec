// The first steps with an organisation. Whether one is done is read from what there is, never from a flag: a key that is revoked has to be made
// again. Everybody is shown those that they may take, until all of them are done or they hide them.
import { transaction } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { findBeginnings, hideFirstStepsOf } from "#lib/organisations/first-steps-queries.ts";
import { allows, type Caller, type Scope } from "#lib/scope.ts";

export type FirstStep = { name: "connect" | "sync" | "tieOut" | "tags" | "invite" | "key"; isDone: boolean };

/** What the page knows already. */
type Known = { isConnected: boolean; isSynced: boolean; ties: boolean };

/** Empty when nothing is left to do, or not wanted. */
export async function firstStepsFor(caller: Caller, scope: Scope, { isConnected, isSynced, ties }: Known, now: Date = new Date()): Promise<FirstStep[]> {
  const found = await systemRead((q) => findBeginnings(q, scope, now));
  if (!found || found.isHidden) return [];
  const steps = [
    { name: "connect", isDone: isConnected, isTheirs: allows(scope, "organisations:manage") },
    { name: "sync", isDone: isSynced, isTheirs: allows(scope, "sync:write") },
    { name: "tieOut", isDone: ties, isTheirs: allows(scope, "journals:read") },
    { name: "tags", isDone: found.tagged > 0, isTheirs: allows(scope, "accounts:write") },
    { name: "invite", isDone: found.members > 1 || found.invited > 0, isTheirs: caller.permissions.includes("members:manage") },
    { name: "key", isDone: found.keys > 0, isTheirs: caller.permissions.includes("keys:manage") },
  ] as const;
  const theirs = steps.filter(({ isTheirs }) => isTheirs);
  return theirs.every(({ isDone }) => isDone) ? [] : theirs.map(({ name, isDone }) => ({ name, isDone }));
}

/** For this person in this organisation, for good. */
export async function hideFirstSteps(scope: Scope): Promise<void> {
  await transaction(scope, (tx) => hideFirstStepsOf(tx, scope.userId));
}
