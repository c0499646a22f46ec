import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { type Places, portfolioColumns } from "#components/portfolio/portfolio-columns.tsx";
import { reasonInWords, toneOf } from "#components/portfolio/reason-words.ts";
import { Awaited } from "#components/shell/awaited.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ago } from "#components/ui/moment-in-words.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { Arrangement, Line, SortKey } from "#lib/portfolio/arrange.ts";
import type { Client } from "#lib/portfolio/client.ts";
import type { Need } from "#lib/portfolio/needs-you.ts";

type Props = {
  lines: readonly Line[];
  arrangement: Arrangement;
  now: Date;
  placesOf: (client: Client) => Places;
  /** The address of the same clients in another order. */
  orderHref: (key: SortKey, descending: boolean) => string;
  /** The form that syncs those that are ticked; null where the reader may sync none. */
  bulkForm: string | null;
  maySync: (client: Client) => boolean;
  /** Gets `tenantId`. */
  makeActive: (form: FormData) => void | Promise<void>;
};

/** One line a client. Below a wide screen the columns fold into the name's cell. */
export function PortfolioTable({ lines, arrangement, now, placesOf, orderHref, bulkForm, maySync, makeActive }: Props) {
  const head = (key: SortKey, label: string, largestFirst: boolean, numeric = false, className = "") => (
    <SortHead key={key} sorted={arrangement.sort === key ? arrangement : null} hrefOf={(descending) => orderHref(key, descending)} largestFirst={largestFirst} numeric={numeric} className={className}>
      {label}
    </SortHead>
  );
  return (
    <Table caption="Organisations">
      <thead>
        <tr>
          {bulkForm && (
            <HeadCell className="print:hidden">
              <span className="sr-only">Chosen</span>
            </HeadCell>
          )}
          {head("name", "Organisation", false)}
          {head("need", "Needs you", true, false, "max-sm:hidden")}
          {portfolioColumns.map(({ key, head: label, largestFirst, numeric }) => head(key, label, largestFirst, numeric, "max-lg:hidden"))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ client, need }) => (
          <tr key={client.id} className="align-top">
            {bulkForm && (
              <Cell className="pr-0 print:hidden">
                {maySync(client) && <input type="checkbox" form={bulkForm} name="tenantId" value={client.id} aria-label={`Sync ${client.name}`} className="mt-0.5 size-4 accent-accent" />}
              </Cell>
            )}
            <RowHead className="lg:min-w-52">
              <Name client={client} href={placesOf(client).overview} makeActive={makeActive} />
              <span className="mt-2 block sm:hidden">
                <Reasons client={client} need={need} now={now} />
              </span>
              <Folded>{portfolioColumns.map(({ key, head: term, cell }) => <Fact key={key} term={term}>{cell({ client, places: placesOf(client), now })}</Fact>)}</Folded>
            </RowHead>
            <Cell className="max-sm:hidden">
              <Reasons client={client} need={need} now={now} />
            </Cell>
            {portfolioColumns.map(({ key, numeric, cell }) => (
              <Cell key={key} numeric={numeric} className="max-lg:hidden">
                {cell({ client, places: placesOf(client), now })}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type SortHeadProps = { sorted: Arrangement | null; hrefOf: (descending: boolean) => string; largestFirst: boolean; numeric: boolean; className: string; children: ReactNode };

/** A second click turns the order round. */
function SortHead({ sorted, hrefOf, largestFirst, numeric, className, children }: SortHeadProps) {
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
  return (
    <HeadCell numeric={numeric} className={className} aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}>
      <Link href={hrefOf(sorted ? !sorted.descending : largestFirst)} prefetch={false} scroll={false} className="inline-flex items-center gap-1 rounded-sm hover:underline">
        {children}
        {sorted && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </HeadCell>
  );
}

function Name({ client: { id, name, currency, isPractice, isActive }, href, makeActive }: { client: Client; href: string } & Pick<Props, "makeActive">) {
  return (
    <>
      <Link href={href} className="inline-block min-h-6 min-w-6 text-accent underline-offset-4 hover:underline">
        {name}
        <Awaited page="dashboard" />
      </Link>
      <span className="mt-1 flex min-h-8 flex-wrap items-center gap-2 text-sm font-normal text-muted">
        {currency}
        {isPractice && "Practice"}
        {isActive ? (
          <Badge tone="info">Active</Badge>
        ) : (
          <form action={makeActive} className="inline print:hidden">
            <input type="hidden" name="tenantId" value={id} />
            <SubmitButton size="small" variant="quiet" className="-ml-2.5">
              Make active<span className="sr-only">: {name}</span>
            </SubmitButton>
          </form>
        )}
      </span>
    </>
  );
}

/** Beside the heaviest. */
const mostOthers = 2;

/** The heaviest first; how much they weigh together is what the order goes by. */
function Reasons({ client, need: { score, reasons }, now }: { client: Client; need: Need; now: Date }) {
  if (reasons.length === 0) return <span className="text-sm font-normal text-muted">{client.isPractice ? "" : "Nothing"}</span>;
  const fresh = client.lastSyncedAt ? ago(client.lastSyncedAt, now) : "";
  const [heaviest, ...others] = reasons.map((reason) => ({ tone: toneOf(reason), words: reasonInWords(reason, client, fresh) }));
  const more = others.length - mostOthers;
  const beside = [...others.slice(0, mostOthers).map(({ words }) => words), ...(more > 0 ? [`${more} more`] : [])];
  return (
    <span className="block lg:min-w-52 text-sm font-normal" title={`Score ${score}`}>
      {heaviest && <Badge tone={heaviest.tone}>{heaviest.words}</Badge>}
      {beside.length > 0 && <span className="mt-1 block text-muted">{beside.join(" · ")}</span>}
    </span>
  );
}

function Folded({ children }: { children: ReactNode }) {
  return <dl className="mt-3 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 text-sm font-normal lg:hidden print:hidden">{children}</dl>;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="figures min-w-0">{children}</dd>
    </>
  );
}
