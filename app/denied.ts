import { headers } from "next/headers";
import { currentCaller } from "#app/session.ts";
import { recordDenial } from "#lib/audit/denials.ts";
import { Refusal } from "#lib/refusal.ts";

/** Writes down that somebody signed in was refused something, before they hear of it. The address of the page says where. */
export async function noteDenial(error: unknown): Promise<void> {
  if (!(error instanceof Refusal)) return;
  const caller = await currentCaller();
  const path = (await headers()).get("x-daybook-path")?.split("?")[0] ?? "/";
  if (caller) await recordDenial(caller, error, path, { tenantId: /^\/(?:api\/)?o\/([0-9a-f-]{36})/.exec(path)?.[1] });
}
