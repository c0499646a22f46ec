// npm run coverage:figures: runs the tests that hold reports against figures worked out by hand, or known from elsewhere, and says how many cells they compared
// of each combination that the reports can be asked for by. Ends with 1 where a test fails or a combination has none.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figuresLine } from "#lib/reports/testing/figures-log.ts";
import { asTable, missingIn, talliesOf } from "./figures/tallies.ts";

const folder = mkdtempSync(join(tmpdir(), "daybook-figures-"));
const log = join(folder, "figures.jsonl");
const files = globSync(["lib/**/*.test.ts", "worker/**/*.test.ts"]).filter((file) => readFileSync(file, "utf8").includes("testing/expect-figures.ts"));
const projects = ["sqlite", "sqlite-alone"].flatMap((name) => ["--project", name]);
const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...projects, ...files], { stdio: "inherit", env: { ...process.env, FIGURES_LOG: log } });
const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean).map((line) => figuresLine.parse(JSON.parse(line))) : [];
rmSync(folder, { recursive: true });

const tallies = talliesOf(lines);
const missing = missingIn(tallies);
const cells = lines.reduce((total, line) => total + ("cells" in line ? line.cells : 0), 0);
const verdict = missing.length === 0 ? "Every combination that can be asked for has some." : `No figure was compared of:\n${missing.map((name) => `  ${name}`).join("\n")}`;
process.stdout.write(`${[...tallies.map(asTable), `${cells.toLocaleString("en")} cells compared in ${files.length} files of tests. ${verdict}`].join("\n\n")}\n`);
process.exit(status === 0 && missing.length === 0 ? 0 : 1);
