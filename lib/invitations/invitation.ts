// An invitation is a link that makes somebody a member of certain organisations, once. It holds only as long as whoever made it might still
// make it: an Admin who is deactivated or demoted leaves no doors open behind them, and an organisation they lost is not given away by them.
import { z } from "zod";
import { roles } from "#db/vocabulary.ts";
import type { InvitationRow } from "#lib/invitations/queries.ts";
import { permissionsOf } from "#lib/permissions.ts";

export const invitationStates = ["open", "accepted", "expired", "withdrawn"] as const;
export type InvitationState = (typeof invitationStates)[number];

const instant = z.codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (date) => date.toISOString() });

export const invitationSchema = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(invitationStates),
    role: z.enum(roles),
    /** The names of those that whoever asks belongs to as well, and how many others there are. */
    organisations: z.array(z.string()),
    otherOrganisations: z.int(),
    /** Null: whoever has the link. */
    email: z.string().nullable(),
    invitedBy: z.string(),
    acceptedBy: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.output<typeof invitationSchema>;

export const exampleInvitation: z.input<typeof invitationSchema> = {
  id: "01990000-0000-7000-8000-0000000000d4",
  state: "open",
  role: "Accountant",
  organisations: ["Harakeke Advisory Limited"],
  otherOrganisations: 0,
  email: null,
  invitedBy: "Ada Keeper",
  acceptedBy: null,
  createdAt: "2026-11-21T07:12:00.000Z",
  expiresAt: "2026-11-28T07:12:00.000Z",
};

export function stateOf({ acceptedAt, withdrawnAt, expiresAt, inviter }: InvitationRow, now: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (withdrawnAt || !mayInvite(inviter)) return "withdrawn";
  return expiresAt <= now ? "expired" : "open";
}

function mayInvite({ role, status }: InvitationRow["inviter"]): boolean {
  return status === "active" && permissionsOf(role).includes("members:manage");
}
