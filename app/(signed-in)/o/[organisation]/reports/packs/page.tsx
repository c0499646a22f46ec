import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { makePack } from "#app/(signed-in)/o/[organisation]/reports/packs/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireCaller, requireScope } from "#app/session.ts";
import { NewPackForm } from "#components/packs/new-pack-form.tsx";
import { PackList } from "#components/packs/pack-list.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { monthOf, todayIn } from "#lib/day.ts";
import { listStoredPacks } from "#lib/packs/read-packs.ts";
import { listTemplates } from "#lib/packs/templates/own-templates.ts";
import { usualTemplate } from "#lib/packs/templates/template.ts";
import { asRefusal } from "#lib/problem.ts";
import { lastClosedDay } from "#lib/reports/parameters.ts";
import { allows } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ cursor?: string | string[] }> };

export const metadata: Metadata = { title: "Month-end packs" };

export default async function PacksPage({ params, searchParams }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  const { timezone } = await organisationAt(organisation);
  const timeZone = timezone ?? "UTC";
  const { data, nextCursor } = await listStoredPacks.run([scope], { limit: 30, cursor: first((await searchParams).cursor) }).catch(missing);
  const address = `/o/${organisation}/reports/packs`;
  const mayMake = allows(scope, "reports:write");
  return (
    <>
      <PageHead title="Month-end packs" context={<span><TextLink href={`/o/${organisation}/reports`}>Reports</TextLink> of one month in their order, with what is said of them: drafted, then issued, and kept as they were issued.</span>} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <Card flush>
          {data.length === 0 && <NoPacks mayMake={mayMake} />}
          {data.length > 0 && <PackList packs={data} timeZone={timeZone} hrefOf={(id) => `${address}/${id}`} />}
          {nextCursor && (
            <p className="border-t border-line p-4 text-center">
              <Link href={`${address}?cursor=${nextCursor}`} className={buttonClasses({ size: "small" })}>
                Older packs
              </Link>
            </p>
          )}
        </Card>
        {mayMake && (
          <Card title="New pack">
            <NewPackForm action={makePack.bind(null, organisation)} tenantId={organisation} month={monthOf(lastClosedDay(todayIn(timeZone)))} templates={await templateChoices()} templatesHref="/settings/pack-templates" />
          </Card>
        )}
      </div>
    </>
  );
}

/** The usual one first. */
async function templateChoices() {
  const { data } = await listTemplates.run(await requireCaller(), {});
  return [{ value: "", label: `${usualTemplate.name} (the usual reports)` }, ...data.map(({ id, name }) => ({ value: id, label: name }))];
}

function NoPacks({ mayMake }: { mayMake: boolean }) {
  return (
    <Empty title="No packs yet">
      <p>A pack is profit and loss, balance sheet, cash flow and the others of one month, with your commentary, as one PDF or workbook.{mayMake ? " Make one with the form on this page." : " Somebody who may make reports can make one."}</p>
    </Empty>
  );
}

/** A cursor that somebody made up leads nowhere. */
function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
