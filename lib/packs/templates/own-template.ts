import { systemRead } from "#db/system.ts";
import { findTemplate } from "#lib/packs/templates/queries.ts";
import { type Template, toTemplate } from "#lib/packs/templates/template.ts";
import { refuse } from "#lib/refusal.ts";

/** Refusal "notFound" for what is not there and for what is not theirs. */
export async function ownTemplate(userId: string, id: string): Promise<Template> {
  const row = await systemRead((q) => findTemplate(q, userId, id));
  return toTemplate(row ?? refuse("notFound", "There is no such template, or it is not yours."));
}
