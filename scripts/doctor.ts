// npm run doctor: one line for each thing that can go wrong, and what to do about it. Exit code 1 when something is broken.
import { examine, findingLine } from "#lib/doctor/examine.ts";
import { sayOrFail } from "./command-line.ts";

await sayOrFail(async () => {
  const found = await examine();
  if (found.some(({ state }) => state === "broken")) process.exitCode = 1;
  return found.map(findingLine).join("\n");
});
