// What the database tells the log: queries that took long, by their text and never by their values; and, when debugging, each door.
import { observe } from "#db/state.ts";
import { logger } from "#lib/log.ts";

const slow = 200;

export function observeDatabase(): void {
  observe({
    onQuery: ({ text, milliseconds }) => {
      if (milliseconds > slow) logger.warn({ milliseconds: Math.round(milliseconds), query: text.slice(0, 500) }, "A query was slow.");
    },
    onDoor: (report) => logger.debug(report, "A door closed."),
  });
}
