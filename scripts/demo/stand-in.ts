// What the demo asks of its stand-in for Xero that nobody could ask of Xero: whose login consents to an organisation, and to end a consent.
import { z } from "zod";

const served = z.object({ organisations: z.array(z.object({ OrganisationID: z.string(), Consent: z.object({ User: z.string(), Lapses: z.boolean() }) })) });

/** Xero's id of an organisation → the login that gives access to it, and whether that access is to be seen to end. */
export type Consents = ReadonlyMap<string, { User: string; Lapses: boolean }>;

export async function consentsOf(sandboxUrl: string): Promise<Consents> {
  const answer = await fetch(`${sandboxUrl}/stand-in/organisations`);
  return new Map(served.parse(await answer.json()).organisations.map(({ OrganisationID, Consent }) => [OrganisationID, Consent]));
}

/** As after sixty days without use: what the login was given is worth nothing any more, and Xero says so when it is used next. */
export async function endConsents(sandboxUrl: string, user: string): Promise<void> {
  const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ refresh: true, user }) };
  const answer = await fetch(`${sandboxUrl}/stand-in/tokens/expire`, request);
  if (!answer.ok) throw new Error(`The stand-in did not end the consent of ${user}: ${await answer.text()}`);
}
