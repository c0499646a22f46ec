import { TagForm } from "#components/accounts/tag-form.tsx";
import type { Act } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { activityOrigins, activityWords, tagOrigins, tagWords } from "#lib/accounts/account-tag-words.ts";
import type { ChartAccount } from "#lib/accounts/open-accounts.ts";

type Props = { caption: string; accounts: readonly ChartAccount[]; timeZone: string; save: Act | undefined };

/** Accounts with what each is about, where its cash stands, and what says so; with `save`, both can be changed. */
export function AccountsTable({ caption, accounts, timeZone, save }: Props) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <HeadCell>Account</HeadCell>
          <HeadCell className="max-sm:hidden">Type</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell>Cash flow</HeadCell>
          {save && <HeadCell>Change</HeadCell>}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} timeZone={timeZone} save={save} />
        ))}
      </tbody>
    </Table>
  );
}

function AccountRow({ account, timeZone, save }: { account: ChartAccount } & Pick<Props, "timeZone" | "save">) {
  const { code, name, type, status, tag, activity, tagBy, activityBy, chosenBy, chosenAt } = account;
  return (
    <tr>
      <RowHead className="min-w-48">
        {code && <span className="figures mr-2 font-normal text-muted">{code}</span>}
        {name} {status !== "ACTIVE" && <Badge tone="neutral">{status === "ARCHIVED" ? "Archived" : status}</Badge>}
        {chosenAt && (
          <span className="block text-sm font-normal text-muted">
            Last changed{chosenBy && ` by ${chosenBy}`}, <Moment at={chosenAt} timeZone={timeZone} />
          </span>
        )}
      </RowHead>
      <Cell className="text-sm max-sm:hidden">{type}</Cell>
      <Cell>
        {tag ? tagWords[tag] : "None"} <Origin words={tagOrigins[tagBy]} />
      </Cell>
      <Cell>
        {activity ? activityWords[activity] : "The cash itself"} <Origin words={activityBy && activityOrigins[activityBy]} />
      </Cell>
      {save && <Cell><Change account={account} save={save} /></Cell>}
    </tr>
  );
}

/** Of most bank accounts there is nothing to say. */
function Change({ account, save }: { account: ChartAccount; save: Act }) {
  const { isFixed, isBank, tags, tagBy } = account;
  if (isFixed) return <span className="text-sm text-muted">Fixed by Xero</span>;
  return isBank && tags.length === 0 && tagBy !== "chosen" ? null : <TagForm account={account} save={save} />;
}

function Origin({ words }: { words: string | null }) {
  return words && <span className="block text-sm text-muted">{words}</span>;
}
