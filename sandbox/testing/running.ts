// A stand-in on a free port, and a client that signs in as an application would: through the consent form and the token
// endpoint, over HTTP.

import { readJson } from "../exact/json.ts";
import type { Books } from "../books/read.ts";
import { serve } from "../server.ts";
import { makeStandIn, type Settings, type StandIn } from "../stand-in.ts";

export const REDIRECT = "http://localhost:3000/api/xero/callback";
export const SCOPES = [
  "openid profile email offline_access accounting.settings.read accounting.contacts.read accounting.invoices.read",
  "accounting.payments.read accounting.banktransactions.read accounting.manualjournals.read accounting.budgets.read",
  "accounting.reports.profitandloss.read accounting.reports.balancesheet.read accounting.reports.trialbalance.read",
].join(" ");

export type Running = { readonly url: string; readonly standIn: StandIn; readonly stop: () => Promise<void> };
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: unknown };
export type Tokens = { readonly access: string; readonly refresh: string; readonly id: string };

export async function run(books: readonly Books[], settings: Partial<Settings> = {}): Promise<Running> {
  const standIn = makeStandIn(books, { limits: false, journals: false, today: undefined, pageSize: 1000, webhook: undefined, ...settings });
  const server = serve(standIn);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${port}`, standIn, stop };
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  return { status: response.status, headers: response.headers, text, body: isJson ? readJson(text) : undefined };
}

export async function consent(url: string, fields: Readonly<Record<string, string>>): Promise<URL> {
  const asked = { response_type: "code", client_id: "demo", redirect_uri: REDIRECT, scope: SCOPES, state: "s1", decision: "allow" };
  const answer = await ask(`${url}/identity/connect/authorize`, { method: "POST", body: new URLSearchParams({ ...asked, ...fields }) });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`The consent was not redirected: ${answer.status} ${answer.text.slice(0, 300)}`);
  return new URL(location);
}

export function token(url: string, form: Readonly<Record<string, string>>, credentials = "demo:demo"): Promise<Answer> {
  const authorization = `Basic ${Buffer.from(credentials).toString("base64")}`;
  return ask(`${url}/connect/token`, { method: "POST", headers: { authorization }, body: new URLSearchParams(form) });
}

export async function signIn(url: string, organisation: string, fields: Readonly<Record<string, string>> = {}): Promise<Tokens> {
  const location = await consent(url, { organisation, ...fields });
  const code = location.searchParams.get("code") ?? "";
  return tokensIn(await token(url, { grant_type: "authorization_code", code, redirect_uri: REDIRECT }));
}

export function tokensIn({ body }: Answer): Tokens {
  return { access: textAt(body, "access_token"), refresh: textAt(body, "refresh_token"), id: textAt(body, "id_token") };
}

export function textAt(value: unknown, name: string): string {
  const found = at(value, name);
  return typeof found === "string" ? found : "";
}

// at(body, "Invoices", 0, "Total")
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, name) => (typeof found === "object" && found !== null ? Reflect.get(found, name) : undefined), value);
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function reader(url: string, access: string, organisation: string) {
  return (path: string, headers: Readonly<Record<string, string>> = {}) =>
    ask(`${url}/api.xro/2.0/${path}`, { headers: { authorization: `Bearer ${access}`, "xero-tenant-id": organisation, ...headers } });
}
