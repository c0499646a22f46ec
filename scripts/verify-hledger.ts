// npm run verify:hledger: a second engine, hledger, adds up every organisation's ledger again and is compared with what Daybook says.
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";
import { onCommandLine } from "./command-line.ts";
import { installHledger, noHledger } from "./hledger/find.ts";
import { verifyOrganisation } from "./hledger/verify.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await onCommandLine(async () => {
  if (!installHledger(say)) return `Skipped, nothing was compared: ${noHledger}`;
  let wrong = 0;
  for (const { id } of await everyOrganisation()) {
    const { name, statements, trialBalances } = await verifyOrganisation(id);
    const differences = [...statements.differences, ...trialBalances.differences];
    wrong += differences.length;
    for (const difference of differences) say(`${name}: ${difference}`);
    say(`${name}: ${statements.compared} cells of statements and ${trialBalances.compared} of trial balances compared, ${differences.length} differ.`);
  }
  if (wrong > 0) throw new Error(`hledger adds up ${wrong} figures otherwise. Nothing was changed; keep the lines above and report them.`);
  return "hledger agrees with every figure. That proves the adding up; that the right entries were posted is for the tie-out with Xero to prove.";
});
