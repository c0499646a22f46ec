import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { addressesOf } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { Figures } from "#app/(signed-in)/o/[organisation]/reports/figures.tsx";
import { issue, makePackAgain, remove, saveCommentary, saveCover, saveOrder, takeOut } from "#app/(signed-in)/o/[organisation]/reports/packs/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { CoverForm } from "#components/packs/cover-form.tsx";
import { IssuePack, RemovePack } from "#components/packs/pack-dialogs.tsx";
import { PackStates } from "#components/packs/pack-list.tsx";
import { PackPart } from "#components/packs/pack-part.tsx";
import { PackStale } from "#components/packs/pack-stale.tsx";
import { Succession } from "#components/reports/succession.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { read } from "#db/index.ts";
import { monthLabel } from "#lib/day-label.ts";
import { noteRows } from "#lib/packs/note-rows.ts";
import { type OpenPack, type OpenPart, openPack } from "#lib/packs/open-pack.ts";
import { type Pack, toPack } from "#lib/packs/pack.ts";
import { allows, permit, type Scope } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string; pack: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, pack } = await params;
  return { title: (await opened(organisation, pack)).pack.name };
}

export default async function PackPage({ params }: Props) {
  const { organisation, pack: id } = await params;
  const scope = await requireScope(organisation);
  const { timezone } = await organisationAt(organisation);
  const open = await opened(organisation, id);
  const pack = toPack(open);
  const isDraft = pack.status === "draft" && allows(scope, "reports:write");
  const hidden = { tenantId: organisation, id };
  return (
    <>
      <PageHead title={pack.name} context={<Context pack={pack} organisation={organisation} timeZone={timezone ?? "UTC"} />} actions={<Actions scope={scope} pack={pack} hidden={hidden} />} />
      <Succession supersedesId={pack.supersedesId} successorId={pack.successorId} hrefOf={(other) => `/o/${organisation}/reports/packs/${other}`} what="pack" />
      {pack.stale && (
        <PackStale isIssued={pack.status === "issued"} parts={changedParts(open)} documentHref={(document) => `/o/${organisation}/transactions/${document}`}>
          {allows(scope, "reports:write") && <MakeAgain organisation={organisation} hidden={hidden} label={pack.status === "issued" ? "Make one in its place" : "Make its reports again"} />}
        </PackStale>
      )}
      <div className="grid gap-6">
        <Card title="Cover">{isDraft ? <CoverForm key={pack.name} action={saveCover.bind(null, organisation)} hidden={hidden} name={pack.name} cover={pack.cover} /> : <Cover pack={pack} />}</Card>
        {open.parts.map((part, place) => (
          <Part key={part.id} part={part} pack={pack} place={place} organisation={organisation} isDraft={isDraft} />
        ))}
      </div>
      {pack.contentHash && <p className="mt-4 text-sm break-all text-muted">SHA-256 {pack.contentHash}</p>}
    </>
  );
}

function Context({ pack, organisation, timeZone }: { pack: Pack; organisation: string; timeZone: string }) {
  const { status, stale, issuedAt, issuedBy, madeBy, createdAt, month } = pack;
  return (
    <>
      <span>
        <TextLink href={`/o/${organisation}/reports/packs`}>Packs</TextLink> · {monthLabel(month)}
      </span>
      <PackStates status={status} stale={stale} />
      <span>
        {issuedAt ? "issued " : "drafted "}
        <Moment at={issuedAt ?? createdAt} timeZone={timeZone} />
        {(issuedAt ? issuedBy : madeBy) && ` by ${issuedAt ? issuedBy : madeBy}`}
      </span>
    </>
  );
}

function Actions({ scope, pack, hidden }: { scope: Scope; pack: Pack; hidden: Record<string, string> }) {
  const { id, tenantId, name, status } = pack;
  const file = (format: string) => `/api/o/${tenantId}/packs/${id}/export?format=${format}`;
  const look = buttonClasses({ size: "small" });
  return (
    <>
      <a href={file("pdf")} download className={look}>
        PDF
      </a>
      <a href={file("xlsx")} download className={look}>
        Workbook
      </a>
      {status === "issued" && !pack.stale && allows(scope, "reports:write") && <MakeAgain organisation={tenantId} hidden={hidden} label="Make one in its place" />}
      {status === "draft" && allows(scope, "packs:issue") && <IssuePack name={name} action={issue.bind(null, tenantId)} hidden={hidden} />}
      {status === "draft" && allows(scope, "reports:write") && <RemovePack name={name} action={remove.bind(null, tenantId)} hidden={hidden} />}
    </>
  );
}

function MakeAgain({ organisation, hidden, label }: { organisation: string; hidden: Record<string, string>; label: string }) {
  return (
    <ActionForm action={makePackAgain.bind(null, organisation)} hidden={hidden} className="mt-2 first:mt-0">
      <SubmitButton size="small" pendingLabel="Making its reports">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

function Cover({ pack: { name, cover } }: { pack: Pack }) {
  return (
    <>
      <p className="font-semibold">{name}</p>
      {cover !== "" && <p className="mt-2 max-w-prose whitespace-pre-line wrap-anywhere">{cover}</p>}
    </>
  );
}

type PartProps = { part: OpenPart; pack: Pack; place: number; organisation: string; isDraft: boolean };

function Part({ part: { id, report, notes }, pack, place, organisation, isDraft }: PartProps) {
  const part = pack.parts[place];
  if (!part) return null;
  const href = `/o/${organisation}/reports/${report.id}`;
  const view = { zero: false, documents: false, contact: undefined };
  const actions = { comment: saveCommentary.bind(null, organisation), order: saveOrder.bind(null, organisation), take: takeOut.bind(null, organisation) };
  const order = pack.parts.map((each) => each.id);
  const draft = isDraft ? { actions, hidden: { tenantId: organisation, id: pack.id }, rows: noteRows(report.data), earlier: swapped(order, place - 1), later: swapped(order, place), isOnly: order.length === 1 } : null;
  return (
    <PackPart key={id} part={part} number={place + 1} href={href} draft={draft}>
      <Figures report={report.data} view={view} addresses={addressesOf(href, view)} openCell={undefined} organisation={organisation} notes={new Map(notes.map(({ row, text }) => [row, text]))} />
    </PackPart>
  );
}

/** The order with a place and the next one exchanged; null where there is no such pair. */
function swapped(order: readonly string[], place: number): string[] | null {
  const [one, other] = [order[place], order[place + 1]];
  return one === undefined || other === undefined ? null : order.with(place, other).with(place + 1, one);
}

function changedParts({ parts }: OpenPack) {
  return parts.flatMap(({ id, report, changes }) => (changes && changes.documents.length > 0 ? [{ id, name: report.name, documents: changes.documents }] : []));
}

const opened = cache(async (organisation: string, id: string): Promise<OpenPack> => {
  const scope = await requireScope(organisation);
  permit(scope, "reports:read");
  if (!z.uuid().safeParse(id).success) notFound();
  return (await read(scope, (q) => openPack(q, id))) ?? notFound();
});
