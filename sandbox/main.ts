// `npm run sandbox -- --books FILE …` starts the stand-in: its own process, known to the product by URL only.

import { readFileSync } from "node:fs";
import { isProblem, refuse } from "./books/problem.ts";
import { type Books, readBooksFile } from "./books/read.ts";
import { startClock } from "./clock.ts";
import { type Flags, readFlags } from "./flags.ts";
import { seeds } from "./seeds/seeds.ts";
import { serve } from "./server.ts";
import { makeStandIn } from "./stand-in.ts";
import { readState, writeState } from "./state-file.ts";

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
endWithParent(Number(process.env["PARENT_PID"] ?? 0));

try {
  start(readFlags(process.argv.slice(2), process.env));
} catch (error) {
  if (!isProblem(error)) throw error;
  stop(error.message);
}

function start(flags: Flags): void {
  const state = flags.state === undefined ? undefined : readState(flags.state);
  const files = flags.books.map((path) => readBooksFile(readFile(path), path));
  const today = flags.today ?? files.find((file) => file.today)?.today;
  // Seeds count back from the day they were first served, so that a restarted stand-in serves the same books.
  const seedDay = flags.today ?? state?.today ?? startClock().today("NEWZEALANDSTANDARDTIME");
  const organisations = files.length > 0 ? files.flatMap((file) => file.organisations) : seeds(seedDay, flags.seeds);
  mustDiffer(organisations);
  const keep = flags.state ?? "";
  const standIn = makeStandIn(organisations, { ...flags, today }, state?.kept, (kept) => {
    if (keep) writeState(keep, seedDay, kept);
  });
  listen(serve(standIn), flags);
}

function listen(server: ReturnType<typeof serve>, { port, host }: Flags): void {
  server.once("error", (error) => {
    const isTaken = "code" in error && error.code === "EADDRINUSE";
    stop(isTaken ? `Port ${port} is taken; choose another with --port.` : error.message);
  });
  server.listen(port, host, () => {
    const address = server.address();
    const listening = typeof address === "object" && address ? address.port : port;
    console.log(`Xero stand-in ready: http://localhost:${listening}`);
  });
}

/** Who started it may be killed without a word; then nobody is left to ask anything. */
function endWithParent(parent: number): void {
  if (parent <= 0) return;
  const look = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(0);
    }
  };
  setInterval(look, 1_000).unref();
}

function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    refuse(`${path} cannot be read.`);
  }
}

function mustDiffer(organisations: readonly Books[]): void {
  const ids = organisations.map(({ Organisation }) => Organisation.OrganisationID);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) refuse(`Two organisations have the id ${twice}.`);
  if (ids.length === 0) refuse("The books hold no organisation.");
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
