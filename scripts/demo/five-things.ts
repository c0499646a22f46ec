// What to try first, each with its address: the demo's last lines.
import type { Listed } from "./api.ts";

/** Of the organisation that differs from Xero in something, for that is worth seeing first. */
const worthSeeing = "Harakeke";

export function fiveThings(appUrl: string, sandboxUrl: string, apiKey: string, organisations: readonly Listed[]): string[] {
  const first = organisations.find(({ name }) => name.startsWith(worthSeeing)) ?? organisations[0];
  const home = `${appUrl}/o/${first?.id ?? ""}`;
  return [
    "Try these five things:",
    `1. Ask a tile of the dashboard where its figure comes from: ${home}`,
    `2. See why a profit and loss line differs from Xero: ${home}/tie-out`,
    `3. Change a document in the stand-in, ${sandboxUrl}, wait a moment, and see a stored report say what made it stale: ${home}/reports`,
    `4. Ask for the key figures with the demo's key: curl -H "Authorization: Bearer ${apiKey}" "${appUrl}/api/v1/kpis?tenantId=${first?.id ?? ""}"`,
    `5. See who needs you among five clients: ${appUrl}/organisations`,
  ];
}
