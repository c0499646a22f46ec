// The control plane, under /stand-in: what a test or a demonstration does to the stand-in that nobody could do to Xero.

import { z } from "zod";
import { isProblem } from "../books/problem.ts";
import { isRecord, type Json, type JsonObject, readJson } from "../exact/json.ts";
import { type Ask, html, isForm, json, redirect, type Reply } from "../http.ts";
import { expireAccess, forgetRefresh } from "../identity/state.ts";
import type { StandIn } from "../stand-in.ts";
import { webhook } from "../notices/notices.ts";
import { idFieldOf, isEditable } from "./edit.ts";
import { fault } from "./faults.ts";
import { change, showInvoice, showOrganisation, takePaymentBack } from "./desk-doors.ts";
import { homePage } from "./pages.ts";

type Answer = (ask: Ask, standIn: StandIn, parts: readonly string[]) => Reply;

const DOORS: readonly (readonly [string, RegExp, Answer])[] = [
  ["GET", /^$/, (_ask, standIn) => html(200, homePage(standIn))],
  ["GET", /^log$/, (ask, { log }) => json(200, log.shown(ask.query))],
  ["DELETE", /^log$/, (_ask, { log }) => done(() => log.clear())],
  ["GET", /^faults$/, (_ask, { faults }) => json(200, { faults: faults.shown() })],
  ["POST", /^faults$/, addFault],
  ["DELETE", /^faults$/, (_ask, { faults }) => done(() => faults.clear())],
  ["POST", /^clock$/, moveClock],
  ["GET", /^clock$/, (_ask, standIn) => json(200, time(standIn))],
  ["POST", /^tier$/, setTier],
  ["GET", /^webhook$/, (_ask, { notices }) => json(200, notices.shown())],
  ["POST", /^webhook$/, setWebhook],
  ["DELETE", /^webhook$/, (_ask, { notices }) => done(() => notices.setWebhook(undefined))],
  ["POST", /^reset$/, (_ask, standIn) => done(() => standIn.reset())],
  ["POST", /^tokens\/expire$/, expireTokens],
  ["GET", /^connections$/, (_ask, { identity }) => json(200, { connections: [...identity.connections.values()] })],
  ["POST", /^connections\/([^/]+)\/disconnect$/, disconnect],
  ["GET", /^organisations$/, (_ask, standIn) => json(200, { organisations: standIn.store.all().map(summary) })],
  ["GET", /^organisations\/([^/]+)$/, showOrganisation],
  ["GET", /^organisations\/([^/]+)\/documents\/([^/]+)$/, showInvoice],
  ["POST", /^organisations\/([^/]+)\/documents\/([^/]+)\/(void|amounts|date|pay)$/, change],
  ["POST", /^organisations\/([^/]+)\/payments\/([^/]+)\/take-back$/, takePaymentBack],
  ["GET", /^organisations\/([^/]+)\/ledger$/, showLedger],
  ["POST", /^organisations\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/, edit],
  ["PUT", /^organisations\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/, edit],
];

// `path` is what follows /stand-in/.
export function answerControl(ask: Ask, path: string, standIn: StandIn): Reply {
  for (const [method, pattern, answer] of DOORS) {
    const found = method === ask.method ? pattern.exec(path) : null;
    if (!found) continue;
    try {
      return answer(ask, standIn, found.slice(1));
    } catch (error) {
      if (isProblem(error)) return problem(400, error.message);
      throw error;
    }
  }
  return problem(404, `There is nothing at ${ask.method} /stand-in/${path}.`);
}

function addFault(ask: Ask, { faults }: StandIn): Reply {
  const wanted = fault.safeParse(plain(ask));
  if (!wanted.success) return problem(400, z.prettifyError(wanted.error));
  return json(201, { id: faults.add(wanted.data) });
}

const move = z.object({
  seconds: z.number().default(0),
  minutes: z.number().default(0),
  hours: z.number().default(0),
  days: z.number().default(0),
});

function moveClock(ask: Ask, standIn: StandIn): Reply {
  const wanted = move.safeParse(plain(ask));
  if (!wanted.success) return problem(400, z.prettifyError(wanted.error));
  const { seconds, minutes, hours, days } = wanted.data;
  standIn.advance((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
  return json(200, time(standIn));
}

function setTier(ask: Ask, { tier }: StandIn): Reply {
  const wanted = plain(ask);
  if (!isRecord(wanted) || (wanted["journals"] !== "on" && wanted["journals"] !== "off")) {
    return problem(400, 'Say {"journals":"on"} or {"journals":"off"}.');
  }
  tier.journals = wanted["journals"] === "on";
  return json(200, { journals: wanted["journals"] });
}

function setWebhook(ask: Ask, { notices }: StandIn): Reply {
  const wanted = webhook.safeParse(plain(ask));
  if (!wanted.success) return problem(400, z.prettifyError(wanted.error));
  notices.setWebhook(wanted.data);
  return json(200, notices.shown());
}

// Access tokens expire at once; with {"refresh": true} the refresh tokens are gone too, as after sixty days without use. With a user, theirs
// alone.
const expiry = z.object({ refresh: z.boolean().default(false), user: z.string().optional() });

function expireTokens(ask: Ask, { identity, clock, changed }: StandIn): Reply {
  const wanted = expiry.safeParse(plain(ask));
  if (!wanted.success) return problem(400, z.prettifyError(wanted.error));
  const { refresh, user } = wanted.data;
  const expired = expireAccess(identity, clock.now(), user);
  if (refresh) forgetRefresh(identity, user);
  changed();
  return json(200, { expired, refreshTokens: identity.refresh.size });
}

function disconnect(_ask: Ask, { identity, changed }: StandIn, [id = ""]: readonly string[]): Reply {
  const gone = [...identity.connections.values()].filter((one) => one.id === id || one.tenantId === id);
  for (const one of gone) identity.connections.delete(one.id);
  changed();
  return gone.length > 0 ? json(200, { disconnected: gone.length }) : problem(404, `There is no connection ${id}.`);
}

function edit(ask: Ask, standIn: StandIn, [organisation = "", collection = "", id]: readonly string[]): Reply {
  if (!standIn.store.find(organisation)) return problem(404, `There is no organisation ${organisation}.`);
  if (!isEditable(collection)) return problem(404, `There is no collection ${collection} to edit.`);
  const fields = isForm(ask) ? Object.fromEntries(new URLSearchParams(ask.body)) : readJson(ask.body || "{}");
  if (!isRecord(fields)) return problem(400, "The body should be one object.");
  const document = id ? { ...fields, [idFieldOf(collection)]: id } : fields;
  const result = standIn.edit({ organisation, collection, document, at: standIn.clock.now() });
  if (isForm(ask)) return redirect(`/stand-in/organisations/${organisation}`);
  return json(result.created ? 201 : 200, { id: result.id, created: result.created });
}

function showLedger(_ask: Ask, { store }: StandIn, [id = ""]: readonly string[]): Reply {
  const living = store.find(id);
  if (!living) return problem(404, `There is no organisation ${id}.`);
  const entries = living.ledger.map(({ date, sourceType, sourceId, lines }) => ({
    date,
    sourceType,
    sourceId,
    lines: lines.map(({ accountId, net }) => ({ accountId, net })),
  }));
  return json(200, { entries });
}

function summary({ books, ledger }: ReturnType<StandIn["store"]["all"]>[number]): JsonObject {
  const { OrganisationID, Name, BaseCurrency } = books.Organisation;
  const { User, Lapses } = books.Consent;
  const lists = Object.entries(books).flatMap(([name, list]) => (Array.isArray(list) ? [[name, list.length]] : []));
  return { OrganisationID, Name, BaseCurrency, Consent: { User, Lapses }, entries: ledger.length, counts: Object.fromEntries(lists) };
}

function time({ clock }: StandIn): JsonObject {
  return { now: new Date(clock.now()).toISOString(), today: clock.today() };
}

function plain(ask: Ask): unknown {
  try {
    return JSON.parse(ask.body || "{}");
  } catch {
    return undefined;
  }
}

function done(work: () => void): Reply {
  work();
  return json(200, { done: true });
}

function problem(status: number, sentence: string): Reply {
  const body: Json = { problem: sentence };
  return json(status, body);
}
