import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { numeral, writeJson } from "./exact/json.ts";
import { at, ask, reader, signIn, textAt, token, tokensIn } from "./testing/running.ts";
import { SMALL_ID } from "./testing/small-books.ts";

const folder = mkdtempSync(join(tmpdir(), "stand-in-"));
const books = join(folder, "books.json");
const Organisation = {
  ...{ OrganisationID: SMALL_ID, Name: "Filed books", BaseCurrency: "NZD", CountryCode: "NZ", Timezone: "UTC" },
  ...{ FinancialYearEndDay: 31, FinancialYearEndMonth: 3 },
};
const accounts = [
  { Code: "200", Name: "Sales", Type: "REVENUE" },
  { Code: "610", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
];
const invoice = {
  InvoiceNumber: "1",
  Type: "ACCREC",
  Status: "AUTHORISED",
  Date: "2026-05-01",
  LineItems: [{ AccountCode: "200", LineAmount: numeral("12.50") }],
};
writeFileSync(books, writeJson({ books: 1, organisations: [{ Organisation, Accounts: accounts, Invoices: [invoice] }] }));
afterAll(() => rmSync(folder, { recursive: true }));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function start(...flags: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "--", ...flags]);
  const heard = { out: "", err: "" };
  child.stdout.on("data", (text) => {
    heard.out += String(text);
  });
  child.stderr.on("data", (text) => {
    heard.err += String(text);
  });
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, ...heard })));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const url = /^Xero stand-in ready: (http:\/\/localhost:\d+)$/m.exec(heard.out)?.[1];
      if (url) resolve(url);
    });
    child.once("close", () => reject(new Error(heard.err)));
  });
  ready.catch(() => {});
  return { child, ended, ready };
}

test("it serves the named books, says where, and ends at once when told to", async () => {
  const { child, ended, ready } = start("--books", books, "--port", "0");
  const url = await ready;
  const answer = await ask(`${url}/stand-in/organisations`);
  expect(textAt(at(answer.body, "organisations", 0), "Name")).toBe("Filed books");
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

test("without books it serves the five seeds", async () => {
  const { child, ready } = start("--port", "0", "--today", "2026-11-21");
  const { body } = await ask(`${await ready}/stand-in/organisations`);
  expect([0, 1, 2, 3, 4].map((nth) => textAt(at(body, "organisations", nth), "Name"))).toEqual([
    "Harakeke Advisory Limited",
    "Bramble & Finch Limited",
    "Stone Creek Builders Pty Ltd",
    "Cedar Hollow Roasters LLC",
    "Pōhutukawa Catering Limited",
  ]);
  child.kill("SIGKILL");
});

test("a taken port is answered with a sentence", async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const address = holder.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { code, err } = await start("--books", books, "--port", String(port)).ended;
  holder.close();
  expect([code, err.trim()]).toEqual([1, `Port ${port} is taken; choose another with --port.`]);
});

test.each([
  [["--limits", "some"], '--limits should be xero or off, not "some".'],
  [["--journals"], "--journals needs a value."],
  [["--port", "99999"], '--port should be a whole number from 0 to 65535, not "99999".'],
  [["--today", "soon"], '--today should be a date like 2026-03-31, not "soon".'],
  [["--page-size", "0"], '--page-size should be a whole number from 1 to 1000, not "0".'],
  [["--seeds", "nobody"], 'There is no seed "nobody". Known are harakeke'],
  [["--verbose"], "There is no flag --verbose. Known are"],
  [["--books", "nowhere.json"], "nowhere.json cannot be read."],
])("%j is answered with a sentence and no stack", async (flags, sentence) => {
  const { code, err } = await start(...flags).ended;
  expect(code).toBe(1);
  expect(err.trim().startsWith(sentence)).toBe(true);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("with a state file, a restarted stand-in still knows its tokens, its connections and what was edited", async () => {
  const state = join(folder, "state.json");
  const flags = ["--books", books, "--port", "0", "--state", state];
  const first = start(...flags);
  const url = await first.ready;
  const tokens = await signIn(url, SMALL_ID);
  const added = {
    method: "POST",
    body: '{"InvoiceNumber":"2","Type":"ACCREC","Status":"AUTHORISED","Date":"2026-05-02","LineItems":[{"AccountCode":"200","LineAmount":0.07}]}',
  };
  await ask(`${url}/stand-in/organisations/${SMALL_ID}/Invoices`, added);
  first.child.kill("SIGKILL");
  await first.ended;
  expect(readFileSync(state, "utf8")).toContain("0.07");

  const second = start(...flags);
  const again = await second.ready;
  const renewed = tokensIn(await token(again, { grant_type: "refresh_token", refresh_token: tokens.refresh }));
  const total = async (access: string) => at((await reader(again, access, SMALL_ID)("Invoices/2")).body, "Invoices", 0, "Total");
  expect(await total(renewed.access)).toEqual(numeral("0.07"));
  expect(await total(tokens.access)).toEqual(numeral("0.07"));
  second.child.kill("SIGKILL");
});
