// What the audit's words say to people.

/** By group, as they are offered for filtering. */
export const actionGroups = [
  { label: "Access", actions: ["auth.signedIn", "auth.signInFailed", "auth.signedOut", "auth.sessionEnded", "auth.linkMade", "access.denied", "apiKey.created", "apiKey.revoked"] },
  { label: "People", actions: ["installation.setUp", "person.registered", "person.registrationRefused", "person.passwordChanged", "person.passwordReset", "member.roleChanged", "member.deactivated", "member.reactivated", "member.added", "member.removed", "invitation.made", "invitation.withdrawn", "invitation.accepted", "invitation.refused"] },
  { label: "Organisation", actions: ["tenant.connected", "tenant.disconnected", "tenant.connectionLost", "tenant.switchedTo", "tenant.removalBegun", "tenant.removed", "webhook.created", "webhook.changed", "webhook.secretRotated", "webhook.removed"] },
  { label: "Sync", actions: ["sync.requested", "sync.succeeded", "sync.failed", "sync.cancelRequested", "sync.cancelled"] },
  { label: "Reports", actions: ["report.created", "reportDefinition.saved", "reportDefinition.removed", "pack.drafted", "pack.issued", "pack.removed", "packTemplate.saved", "packTemplate.removed", "account.tagged", "budget.imported", "budget.removed"] },
  { label: "Targets and alerts", actions: ["kpi.targetSet", "alert.ruleSet", "alert.ruleRemoved", "alert.acknowledged", "alert.mailWanted", "alert.mailStopped"] },
] as const;

const words: ReadonlyMap<string, string> = new Map([
  ["access.denied", "Was refused"],
  ["account.tagged", "Said what an account is about"],
  ["alert.acknowledged", "Acknowledged an alert"],
  ["alert.ruleRemoved", "Removed an alert rule"],
  ["alert.mailStopped", "Wanted alerts by e-mail no more"],
  ["alert.mailWanted", "Wanted alerts by e-mail"],
  ["alert.ruleSet", "Set an alert rule"],
  ["apiKey.created", "Made an API key"],
  ["apiKey.revoked", "Revoked an API key"],
  ["auth.linkMade", "Made a sign-in link"],
  ["auth.sessionEnded", "Ended a session elsewhere"],
  ["auth.signedIn", "Signed in"],
  ["auth.signedOut", "Signed out"],
  ["auth.signInFailed", "Failed to sign in"],
  ["budget.imported", "Imported a budget"],
  ["budget.removed", "Removed a budget"],
  ["installation.setUp", "Set Daybook up"],
  ["invitation.accepted", "Accepted an invitation"],
  ["invitation.made", "Made an invitation"],
  ["invitation.refused", "Came with an invitation that did not hold"],
  ["invitation.withdrawn", "Withdrew an invitation"],
  ["kpi.targetSet", "Set a target"],
  ["member.added", "Added a member"],
  ["member.deactivated", "Deactivated a member"],
  ["member.reactivated", "Reactivated a member"],
  ["member.removed", "Took a membership away"],
  ["member.roleChanged", "Changed a member's role"],
  ["pack.drafted", "Drafted a month-end pack"],
  ["pack.issued", "Issued a month-end pack"],
  ["pack.removed", "Removed the draft of a month-end pack"],
  ["packTemplate.removed", "Removed a template of packs"],
  ["packTemplate.saved", "Kept a template of packs"],
  ["person.passwordChanged", "Changed their password"],
  ["person.passwordReset", "Reset a password"],
  ["person.registered", "Registered"],
  ["person.registrationRefused", "Registered a taken e-mail"],
  ["report.created", "Made a report"],
  ["reportDefinition.removed", "Removed a custom report that was written down"],
  ["reportDefinition.saved", "Wrote a custom report down"],
  ["sync.cancelled", "Sync cancelled"],
  ["sync.cancelRequested", "Asked to cancel a sync"],
  ["sync.failed", "Sync failed"],
  ["sync.requested", "Asked for a sync"],
  ["sync.succeeded", "Sync succeeded"],
  ["tenant.connected", "Connected Xero"],
  ["tenant.connectionLost", "Lost the connection to Xero"],
  ["tenant.disconnected", "Disconnected Xero"],
  ["tenant.removalBegun", "Removed the organisation"],
  ["tenant.removed", "Erased an organisation"],
  ["tenant.switchedTo", "Switched to this organisation"],
  ["webhook.changed", "Changed a webhook"],
  ["webhook.created", "Made a webhook"],
  ["webhook.removed", "Removed a webhook"],
  ["webhook.secretRotated", "Gave a webhook a new secret"],
]);

/** Of a word nobody knows here, the word itself. */
export function actionWords(action: string): string {
  return words.get(action) ?? action;
}

/** In the order in which they are read; PostgreSQL gives the members of an object back in one of its own. */
const detailWords: ReadonlyMap<string, string> = new Map([
  ["from", "from"],
  ["to", "to"],
  ["what", "asked for"],
  ["answer", "answer"],
  ["type", "type"],
  ["month", "month"],
  ["role", "role"],
  ["organisations", "organisations"],
  ["name", "name"],
  ["permissions", "permissions"],
  ["mode", "mode"],
  ["by", "by"],
  ["status", "status"],
  ["code", "code"],
  ["message", "message"],
  ["reason", "reason"],
  ["fileName", "file"],
  ["fileHash", "file hash"],
  ["lines", "lines"],
  ["contentHash", "content hash"],
  ["key", "key"],
]);
const detailNames = [...detailWords.keys()];

/** What nobody knows here comes last, as it is called. */
export function detailsInWords(details: Record<string, string | number | boolean | null>): string {
  const names = Object.keys(details).toSorted((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
  return names.map((name) => `${detailWords.get(name) ?? name}: ${name.endsWith("Hash") ? String(details[name]).slice(0, 12) : String(details[name])}`).join(" · ");
}

function placeOf(name: string): number {
  return detailWords.has(name) ? detailNames.indexOf(name) : detailNames.length;
}

export const statusWords = { success: "Done", error: "Failed", denied: "Denied" } as const;
