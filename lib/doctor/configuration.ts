import { checkDatabaseSettings } from "#db/configuration.ts";
import { type Finding, look, ok } from "#lib/doctor/finding.ts";
import { env, insecureNotice } from "#lib/env.ts";

/** Throws the sentences of what is wrong. */
export async function examineConfiguration(): Promise<Finding[]> {
  checkDatabaseSettings();
  const settings = env();
  const notice = insecureNotice(settings);
  const found = notice ? [look("configuration", notice)] : [ok("configuration", `Every setting is in order; people reach Daybook at ${settings.APP_URL}.`)];
  if (settings.XERO_CLIENT_ID && settings.XERO_CLIENT_SECRET) return found;
  return [...found, look("configuration", "XERO_CLIENT_ID or XERO_CLIENT_SECRET is missing, so nothing can be connected. Make an app at developer.xero.com and set both.")];
}
