// The bare query as a route: no key, no operation, no shape of ours.
import { newestTransactions } from "../../../../newest-transactions.ts";
import { openAnchor } from "../../../../anchor.ts";

export const dynamic = "force-dynamic";

const anchor = process.env.DATABASE_URL ? openAnchor(process.env.DATABASE_URL) : undefined;

export async function GET(request: Request): Promise<Response> {
  const tenantId = new URL(request.url).searchParams.get("tenantId") ?? "";
  const rows = anchor ? await newestTransactions(anchor, tenantId) : [];
  return new Response(JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)), { headers: { "content-type": "application/json" } });
}
