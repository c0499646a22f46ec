// Begins a consent: the connect button posts here and is led to Xero.
import { leadBack, leadTo } from "#app/api/xero/answer-browser.ts";
import { requireSameOrigin } from "#app/same-origin.ts";
import { requireCaller } from "#app/session.ts";
import { beginConnect } from "#lib/organisations/connect.ts";

export async function POST(request: Request): Promise<Response> {
  const caller = await requireCaller();
  try {
    requireSameOrigin(request);
    return leadTo(await beginConnect(caller));
  } catch (error) {
    return leadBack(error);
  }
}
