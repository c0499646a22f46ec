// The tracking categories that a profit and loss can be asked for by, as a form offers them: those in use first, archived ones too, for they have a past.
import { read } from "#db/index.ts";
import { allows, type Scope } from "#lib/scope.ts";
import { trackingCategories } from "#lib/tracking/queries.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

/** The value of an option names its category as well. */
export type TrackingChoice = { id: string; name: string; options: { value: string; label: string }[] };

/** None for who may not read accounts. */
export async function trackingChoices(scope: Scope): Promise<TrackingChoice[]> {
  if (!allows(scope, "accounts:read")) return [];
  const categories = await read(scope, trackingCategories);
  return activeFirst(categories).map(({ id, name, status, options }) => ({
    id,
    name: labelOf(name, status),
    options: [...activeFirst(options).map((option) => ({ value: `${id}:${option.id}`, label: labelOf(option.name, option.status) })), { value: `${id}:${unassigned}`, label: "Unassigned" }],
  }));
}

function activeFirst<One extends { status: string }>(all: readonly One[]): One[] {
  return [...all.filter(({ status }) => status === "ACTIVE"), ...all.filter(({ status }) => status !== "ACTIVE")];
}

function labelOf(name: string, status: string): string {
  return status === "ACTIVE" ? name : `${name} (archived)`;
}
