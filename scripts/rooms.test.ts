// The rooms of the house hold: every import is walked, whatever the linter's patterns may have missed.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const rooms = ["app", "components", "lib", "db", "worker", "sandbox", "e2e", "scripts", "bench"];
const files = globSync(rooms.map((room) => `${room}/**/*.{ts,tsx,mjs}`)).filter((file) => !file.includes("migrations"));

type Import = { file: string; room: string; specifier: string; target: string; typeOnly: boolean };

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(file, "utf8").replace(/^\s*\/\/.*$/gm, "");
  return [...text.matchAll(/(?:import|export)\s+(type\s+)?[^"';]*?from\s+"([^"]+)"|import\(\s*(?:\/\*.*?\*\/\s*)?"([^"]+)"\s*\)|import\s+"([^"]+)"/g)].map(([, type, from, dynamic, bare]) => {
    const specifier = from ?? dynamic ?? bare ?? "";
    return { file, room: file.split("/")[0] ?? "", specifier, target: roomOf(file, specifier), typeOnly: type !== undefined };
  });
});

function roomOf(file: string, specifier: string): string {
  const path = specifier.startsWith("#") ? specifier.slice(1) : specifier.startsWith(".") ? normalize(join(dirname(file), specifier)) : "";
  return path.split("/")[0] ?? "";
}

const isTest = ({ file }: Import) => /\.test\.tsx?$|(^|\/)testing(\/|\.ts$)/.test(file);
const product = imports.filter((one) => !isTest(one));
const named = (found: Import[]) => found.map(({ file, specifier }) => `${file} imports ${specifier}`);

test(`no room imports what it may not (${files.length} files looked at)`, () => {
  const forbidden: Record<string, string[]> = {
    db: ["lib", "app", "components", "sandbox", "scripts", "e2e", "bench"],
    lib: ["app", "components", "sandbox", "scripts", "e2e", "bench"],
    components: ["app", "sandbox", "scripts", "e2e", "bench"],
    app: ["sandbox", "scripts", "e2e", "worker", "bench"],
    worker: ["app", "components", "sandbox", "scripts", "e2e", "bench"],
    sandbox: ["app", "components", "lib", "db", "worker", "scripts", "e2e", "bench"],
    e2e: ["app", "components", "lib", "db", "worker", "scripts", "sandbox", "bench"],
    bench: ["app", "components", "worker", "sandbox", "e2e"],
  };
  expect(named(product.filter(({ room, target }) => forbidden[room]?.includes(target)))).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});

test("tables and Drizzle are known to queries, to db and to the bench only", () => {
  const knows = ({ specifier }: Import) => specifier.startsWith("drizzle-orm") || specifier.startsWith("#db/schema");
  const may = ({ file, room }: Import) => room === "db" || room === "bench" || /^lib\/.*queries\.ts$/.test(file);
  expect(named(product.filter((one) => knows(one) && !may(one)))).toEqual([]);
});

test("only who speaks with Xero knows its room", () => {
  const speaks = ({ file }: Import) => /^(lib\/(xero|organisations|sync|attachments|jobs)|worker|scripts)\//.test(file);
  const xero = product.filter(({ specifier }) => specifier.startsWith("#lib/xero/"));
  expect(named(xero.filter((one) => !speaks(one)))).toEqual([]);
  expect(xero.length).toBeGreaterThan(10);
});

test("lib runs without Next and without React", () => {
  const web = ({ specifier }: Import) => /^(next|react|react-dom|next-auth)(\/|$)/.test(specifier);
  expect(named(product.filter((one) => one.room === "lib" && web(one)))).toEqual([]);
});

test("components take from lib only types, money, days and words, and from db only words", () => {
  const allowed = ["#lib/money.ts", "#lib/day.ts", "#lib/day-label.ts", "#lib/financial-year.ts", "#lib/amount-label.ts", "#db/vocabulary.ts"];
  const isWords = ({ specifier }: Import) => /^#lib\/.*-words\.ts$/.test(specifier);
  const ours = ({ specifier }: Import) => specifier.startsWith("#lib/") || specifier.startsWith("#db/");
  expect(named(product.filter((one) => one.room === "components" && ours(one) && !one.typeOnly && !isWords(one) && !allowed.includes(one.specifier)))).toEqual([]);
});

test("pages write nothing: only lib opens a transaction", () => {
  const texts = files.filter((file) => file.startsWith("app/")).map((file) => ({ file, text: readFileSync(file, "utf8") }));
  expect(texts.filter(({ text }) => /import\s+\{[^}]*\btransaction\b[^}]*\}\s+from "#db\/index\.ts"/.test(text)).map(({ file }) => file)).toEqual([]);
});

test("xero-node is known to lib/xero only, recharts to components/charts only", () => {
  expect(named(product.filter(({ specifier, file }) => specifier === "xero-node" && !file.startsWith("lib/xero/")))).toEqual([]);
  expect(named(product.filter(({ specifier, file }) => specifier === "recharts" && !file.startsWith("components/charts/")))).toEqual([]);
});
