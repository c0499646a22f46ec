// The environment is the only switch. Every variable is read and checked here, once; a wrong or missing one stops the start with a
// sentence that names it. The database's own are read in db/configuration.ts.
import ipaddr from "ipaddr.js";
import { z } from "zod";

const url = z.url({ protocol: /^https?$/, error: "must be an http or https address" });
const keyring = z
  .string({ error: "is missing; make one with: openssl rand -base64 32, and write it as k1:<that text>" })
  .regex(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/, { error: "must be one or more of name:base64 (32 bytes each), separated by commas" });

const backups = {
  BACKUP_DIR: z.string().default(""),
  /** Hours. */
  BACKUP_EVERY: z.coerce.number().int().min(1).max(8760).default(24),
  BACKUP_KEEP: z.coerce.number().int().min(1).default(14),
  BACKUP_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, { error: "must be 32 bytes as base64; make one with: openssl rand -base64 32" })
    .transform((text) => Buffer.from(text, "base64"))
    .nullable()
    .default(null),
};

const schema = z.object({
  APP_URL: url.transform((text) => text.replace(/\/$/, "")),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  NEXTAUTH_SECRET: z.string({ error: "is missing; make one with: openssl rand -base64 32" }).min(32, { error: "must have at least 32 characters" }),
  ENCRYPTION_KEYS: keyring,
  WORKER: z.enum(["separate", "embedded", "none"]).default("separate"),
  REGISTRATION: z.enum(["closed", "open"]).default("closed"),
  ALLOW_INSECURE_HTTP: z.enum(["0", "1"]).default("0"),
  /** Read by lib/log.ts as well, which must be able to speak before everything is in order. */
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  OUTBOUND_ALLOW: z.string().default("").transform(rangesIn),
  /** Hours after which an organisation is synced though nobody asks; 0 for never. */
  SYNC_EVERY: z.coerce.number().int().min(0).max(168).default(6),
  ...backups,
  /** Where e-mail is handed over; without it none is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp or smtps address, like smtps://name:password@mail.example.com" }).or(z.literal("")).default(""),
  /** Whom e-mail is from: an address, or a name with one, as Daybook <daybook@example.com>. */
  MAIL_FROM: z.string().default("").refine((text) => text === "" || /^[^<>]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(text), { error: "must be an e-mail address, like Daybook <daybook@example.com>" }),
  METRICS_TOKEN: z.string().default("").refine((text) => text === "" || text.length >= 16, { error: "must have at least 16 characters" }),
  XERO_CLIENT_ID: z.string().default(""),
  XERO_CLIENT_SECRET: z.string().default(""),
  XERO_REDIRECT_URI: z.string().default(""),
  /** Of the webhook that Xero posts changes to; without it none is believed. */
  XERO_WEBHOOK_KEY: z.string().default(""),
  XERO_SCOPES: z.string().default(
    [
      "openid profile email offline_access accounting.settings.read accounting.contacts.read accounting.invoices.read accounting.payments.read",
      "accounting.banktransactions.read accounting.manualjournals.read accounting.budgets.read accounting.attachments.read",
      "accounting.reports.profitandloss.read accounting.reports.balancesheet.read accounting.reports.trialbalance.read accounting.reports.aged.read",
      "accounting.reports.banksummary.read accounting.reports.budgetsummary.read accounting.reports.executivesummary.read",
    ].join(" "),
  ),
  XERO_AUTHORIZE_URL: url.default("https://login.xero.com/identity/connect/authorize"),
  XERO_TOKEN_URL: url.default("https://identity.xero.com/connect/token"),
  XERO_REVOCATION_URL: url.default("https://identity.xero.com/connect/revocation"),
  XERO_CONNECTIONS_URL: url.default("https://api.xero.com/connections"),
  XERO_API_BASE_URL: url.default("https://api.xero.com/api.xro/2.0").transform((text) => text.replace(/\/$/, "")),
  XERO_MINUTE_LIMIT: z.coerce.number().int().min(1).default(60),
  XERO_PAGE_SIZE: z.coerce.number().int().min(1).max(1000).default(1000),
});

/** 127.0.0.0/8,fd00::/8: networks that are not the public internet and may be written to all the same. */
function rangesIn(text: string, context: z.RefinementCtx): string[] {
  const ranges = text.split(",").map((part) => part.trim()).filter(Boolean);
  if (!ranges.every((range) => ipaddr.isValidCIDR(range))) context.addIssue("must be networks like 127.0.0.0/8 or fd00::/8, separated by commas");
  return ranges;
}

type Environment = z.output<typeof schema>;

let known: Environment | undefined;

/** The checked environment. Throws one sentence a variable that is wrong. */
export function env(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}

export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = givenIn(source);
  const settings = checked(schema, { ...given, APP_URL: addressIn(given) });
  refuseInsecureAddress(settings);
  if (settings.SMTP_URL !== "" && settings.MAIL_FROM === "") throw new Error("MAIL_FROM is missing: with SMTP_URL, e-mail must be from somebody. Set it to an address of yours, like Daybook <daybook@example.com>.");
  return settings;
}

/** What backups need; a restore may have to do without the rest. */
export function backupSettings(source: Record<string, string | undefined> = process.env) {
  return checked(z.object(backups), givenIn(source));
}

/** The names of the keys at hand, in their order. */
export function encryptionKeyNames(): string[] {
  return (process.env.ENCRYPTION_KEYS ?? "").split(",").flatMap((entry) => entry.split(":")[0] || []);
}

/** An empty variable is one that is not set. */
function givenIn(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

function checked<T extends z.ZodType>(wanted: T, given: Record<string, unknown>): z.output<T> {
  const result = wanted.safeParse(given);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
}

/** Where people reach this Daybook: what can be said before the rest is in order. */
export function appUrl(): string {
  return schema.shape.APP_URL.parse(addressIn(process.env));
}

/** Where e-mail is handed over, and whom it is from; null where none is sent. */
export function mailSettings(): { url: string; from: string } | null {
  const { SMTP_URL: url, MAIL_FROM: from } = schema.pick({ SMTP_URL: true, MAIL_FROM: true }).parse(givenIn(process.env));
  return url === "" ? null : { url, from };
}

/** The networks beside the public internet that people's addresses may lead to. */
export function openNetworks(): string[] {
  return schema.shape.OUTBOUND_ALLOW.parse(process.env.OUTBOUND_ALLOW);
}

function addressIn({ APP_URL, NEXTAUTH_URL, PORT }: Record<string, string | undefined>): string {
  return APP_URL || NEXTAUTH_URL || `http://localhost:${PORT || 3000}`;
}

/** A session cookie over plain http can be read on the way; only the loopback address is no way. */
function refuseInsecureAddress({ APP_URL, ALLOW_INSECURE_HTTP }: Environment): void {
  if (APP_URL.startsWith("https:") || loopbackOf(APP_URL) || ALLOW_INSECURE_HTTP === "1") return;
  throw new Error("APP_URL is plain http on a public name, so passwords could be read on the way. Use https, or set ALLOW_INSECURE_HTTP=1 if a proxy you trust does.");
}

/** What whoever starts it ought to know; undefined when there is nothing. */
export function insecureNotice({ APP_URL, ALLOW_INSECURE_HTTP }: Environment): string | undefined {
  if (ALLOW_INSECURE_HTTP !== "1" || APP_URL.startsWith("https:") || loopbackOf(APP_URL)) return undefined;
  return `Notice: ALLOW_INSECURE_HTTP=1, so Daybook serves ${APP_URL} over plain http. Passwords and figures can be read on the way unless a proxy in front of it speaks https.`;
}

/** The number to listen on when only this machine is to be reached at an address; undefined when others are. */
export function loopbackOf(address: string): string | undefined {
  return { localhost: "127.0.0.1", "127.0.0.1": "127.0.0.1", "[::1]": "::1" }[new URL(address).hostname];
}

/** The app speaks no TLS and shows itself on no other machine's loopback: whoever is reached elsewhere has a proxy in front. */
export function isBehindProxy({ APP_URL }: Environment): boolean {
  return loopbackOf(APP_URL) === undefined;
}

/** Where Xero sends the browser back to. */
export function redirectUri({ APP_URL, XERO_REDIRECT_URI }: Environment): string {
  return XERO_REDIRECT_URI || `${APP_URL}/api/xero/callback`;
}
