// One database, from empty to its table: books are made and loaded, then one metric after the other is measured.
import { databaseUrl } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { closeDatabase } from "#db/doors.ts";
import { agedReceivables } from "./aged-receivables.ts";
import { openAnchor } from "./anchor.ts";
import { apiList } from "./api-list.ts";
import { ingest } from "./ingest.ts";
import { lighthouseLines } from "./lighthouse.ts";
import { keyFigures } from "./key-figures.ts";
import { loadBooks } from "./load-books.ts";
import { FiguresDiffer, type Metric } from "./measure.ts";
import { idleMemory } from "./memory.ts";
import { openSites } from "./sites.ts";
import { growth } from "./growth.ts";
import { memoryOfRequest, monthlyColumns } from "./monthly-columns.ts";
import { balanceSheet, cashFlow, profitAndLoss, profitAndLossAgain, profitAndLossFigures, trialBalance } from "./statements.ts";
import { type Line, printed } from "./table.ts";
import { apiRoute, dashboardPage, firstLoad } from "./web.ts";

const rows = Number(process.env.BENCH_ROWS || 100_000);
if (!Number.isInteger(rows) || rows < 1_000) throw new Error(`BENCH_ROWS must be a whole number of transactions, 1000 or more; it is "${process.env.BENCH_ROWS}".`);
const port = Number(process.env.BENCH_PORT || 4970);

const dialect = dialectOf(databaseUrl());
const startedAt = performance.now();
const books = await loadBooks(databaseUrl(), rows);
const loaded = ((performance.now() - startedAt) / 1000).toFixed(1);
const anchor = openAnchor(databaseUrl());
const metrics: Metric[] = [profitAndLossFigures, profitAndLoss, profitAndLossAgain, balanceSheet, trialBalance, cashFlow, (stage) => growth(stage, rows), monthlyColumns, keyFigures, agedReceivables, apiList, ingest];
const lines: Line[] = [];
for (const metric of metrics) lines.push(await metric({ books, anchor }).catch(wrongFigures));
const sites = await openSites(books, port);
lines.push(idleMemory(sites));
lines.push(await memoryOfRequest(sites, books));
for (const metric of [apiRoute, dashboardPage, firstLoad]) lines.push(await metric(sites, books).catch(wrongFigures));
lines.push(...(await lighthouseLines(sites, books, port + 2)));
await sites.close();
await anchor.close();
await closeDatabase();
process.stdout.write(`\n${printed(`${dialect}: ${rows} transactions, ${books.lines} journal lines, loaded in ${loaded} s`, lines)}\n`);

/** Whatever else goes wrong ends the run. */
function wrongFigures(error: unknown): Line {
  if (!(error instanceof FiguresDiffer)) throw error;
  process.exitCode = 1;
  return { metric: error.message, anchor: "", ours: "", ratio: null, goal: "the same figures" };
}
