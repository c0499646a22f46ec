import { logger } from "#lib/log.ts";
import { mayReadMetrics, metrics, metricsType } from "#lib/metrics.ts";

export const dynamic = "force-dynamic";

/** To whom it is not open it is not there. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers.get("authorization"))) return new Response("There is nothing here.\n", { status: 404 });
  try {
    return new Response(await metrics(), { headers: { "content-type": metricsType, "cache-control": "no-store" } });
  } catch (error) {
    logger.warn({ err: error }, "The figures for /api/metrics could not be counted.");
    return new Response("The database does not answer.\n", { status: 503 });
  }
}
