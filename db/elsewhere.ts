// The doors of this process lead to the database of its settings. Here they lead to another one for as long as some work takes, and for that
// work alone: a database that was just restored is looked through by the same functions as the one in use.
import { openEngine } from "./doors.ts";
import { shared } from "./state.ts";

export async function atDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  const engine = await openEngine(url);
  try {
    return await shared().elsewhere.run(engine, work);
  } finally {
    await engine.close();
  }
}
