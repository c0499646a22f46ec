// Somebody says whether they want the alerts of an organisation by e-mail: of their own person, never of another's.
import { z } from "zod";
import { transaction } from "#db/index.ts";
import { addReader, removeReader } from "#lib/alerts/reader-queries.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { sendsMail } from "#lib/mail/send-mail.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { one } from "#lib/scope.ts";

const choice = { tenantId: exampleOrganisation.id, wanted: true };

export const chooseMail = operation({
  name: "alerts.chooseMail",
  describe: "Sends alerts of an organisation to you by e-mail from now on, or no more: when one is raised, and when its figure is back. It goes to the address that you sign in with; a key speaks for its owner.",
  needs: "reports:read",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), wanted: z.boolean() }),
  output: z.strictObject({ tenantId: z.uuid(), wanted: z.boolean() }),
  http: { method: "POST", path: "/alert-mail" },
  example: { input: choice, output: choice },
  async run(scope, { wanted }) {
    if (wanted && !sendsMail()) refuse("conflict", "Daybook sends no e-mail here: whoever runs it has to set SMTP_URL and MAIL_FROM first. Nothing was changed.");
    await transaction(scope, async (tx) => {
      if (wanted) await addReader(tx, scope.userId, new Date());
      else await removeReader(tx, scope.userId);
      await record(tx, wanted ? "alert.mailWanted" : "alert.mailStopped", { actor: actorOf(scope), resource: { type: "User", id: scope.userId } });
    });
    return { tenantId: scope.tenantId, wanted };
  },
});
