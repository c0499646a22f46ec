// Where Xero sends the browser back to. The state ties the answer to the session that began it.
import { leadBack, leadTo } from "#app/api/xero/answer-browser.ts";
import { requireCaller } from "#app/session.ts";
import { finishConnect } from "#lib/organisations/connect.ts";

export async function GET(request: Request): Promise<Response> {
  const caller = await requireCaller();
  const { searchParams } = new URL(request.url);
  try {
    const newest = (await finishConnect(caller, { code: searchParams.get("code"), state: searchParams.get("state"), error: searchParams.get("error") })).at(-1);
    return leadTo(newest ? `/o/${newest}` : "/organisations");
  } catch (error) {
    return leadBack(error);
  }
}
