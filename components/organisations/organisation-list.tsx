import Link from "next/link";
import { ConnectionBadge } from "#components/organisations/connection-badge.tsx";
import type { OrganisationLine } from "#components/organisations/organisation-line.ts";
import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";

type Props = {
  organisations: readonly OrganisationLine[];
  now: Date;
  /** Gets `tenantId`. */
  makeActive: (form: FormData) => void | Promise<void>;
};

/** One line an organisation. On a phone the columns fold into the name's cell. */
export function OrganisationList({ organisations, now, makeActive }: Props) {
  return (
    <Table caption="Organisations">
      <thead>
        <tr>
          <HeadCell>Organisation</HeadCell>
          <HeadCell className="max-md:hidden">Connection</HeadCell>
          <HeadCell className="max-md:hidden">Last sync</HeadCell>
          <HeadCell className="max-md:hidden">Tie-out</HeadCell>
          <HeadCell>
            <span className="sr-only">Where you land</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>*]:border-b-0">
        {organisations.map((organisation) => (
          <tr key={organisation.id}>
            <RowHead>
              <Link href={organisation.href} className="text-accent underline-offset-4 hover:underline">
                {organisation.name}
              </Link>
              {organisation.currency && <span className="ml-2 text-sm font-normal text-muted">{organisation.currency}</span>}
              {organisation.isPractice && <span className="ml-2 text-sm font-normal text-muted">Practice</span>}
              <span className="mt-2 flex flex-col items-start gap-1.5 text-sm font-normal md:hidden">
                <ConnectionBadge connection={organisation.connection} />
                <TieOutBadge tieOut={organisation.tieOut} />
                <span>
                  Last sync: <Synced organisation={organisation} now={now} />
                </span>
              </span>
            </RowHead>
            <Cell className="max-md:hidden">
              <ConnectionBadge connection={organisation.connection} />
            </Cell>
            <Cell className="max-md:hidden">
              <Synced organisation={organisation} now={now} />
            </Cell>
            <Cell className="max-md:hidden">
              <TieOutBadge tieOut={organisation.tieOut} brief />
            </Cell>
            <Cell className="text-right align-top md:align-middle">
              <Active organisation={organisation} makeActive={makeActive} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Synced({ organisation, now }: { organisation: OrganisationLine; now: Date }) {
  const { lastSyncedAt, timeZone, isPractice } = organisation;
  if (isPractice) return <span className="text-muted">has no books</span>;
  return lastSyncedAt ? <Ago at={lastSyncedAt} now={now} timeZone={timeZone} /> : <span className="text-muted">not yet</span>;
}

function Active({ organisation, makeActive }: { organisation: OrganisationLine } & Pick<Props, "makeActive">) {
  if (organisation.isActive) return <Badge tone="info">Active</Badge>;
  return (
    <form action={makeActive}>
      <input type="hidden" name="tenantId" value={organisation.id} />
      <SubmitButton size="small">
        Make active<span className="sr-only">: {organisation.name}</span>
      </SubmitButton>
    </form>
  );
}
