import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { read, remove, save } from "#app/(signed-in)/o/[organisation]/reports/custom/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { DefinitionForm } from "#components/custom/definition-form.tsx";
import { RemoveDefinition } from "#components/custom/remove-definition.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { asRefusal } from "#lib/problem.ts";
import { rowsSchema } from "#lib/reports/custom/saved/definition.ts";
import { formTypeOf } from "#lib/reports/custom/saved/in-forms.ts";
import { getReportDefinition } from "#lib/reports/custom/saved/read.ts";
import { rowChoices } from "#lib/reports/custom/saved/row-choices.ts";
import { rowsAsText } from "#lib/reports/custom/saved/row-words.ts";
import { allows } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string; definition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, definition } = await params;
  return { title: (await opened(organisation, definition)).name };
}

export default async function CustomReportPage({ params }: Props) {
  const { organisation, definition } = await params;
  const scope = await requireScope(organisation);
  const { timezone } = await organisationAt(organisation);
  const { id, name, rows, savedBy, updatedAt } = await opened(organisation, definition);
  const reports = `/o/${organisation}/reports`;
  const maySave = allows(scope, "reports:write");
  return (
    <>
      <PageHead
        title={name}
        context={<span><TextLink href={`${reports}/custom`}>Custom reports</TextLink> · saved <Moment at={updatedAt} timeZone={timezone ?? "UTC"} />{savedBy && ` by ${savedBy}`}</span>}
        actions={
          maySave && (
            <>
              <Link href={`${reports}?new=${formTypeOf(id)}`} className={buttonClasses({ variant: "primary", size: "small" })}>
                Make the report
              </Link>
              <RemoveDefinition name={name} action={remove.bind(null, organisation)} hidden={{ tenantId: organisation, id }} />
            </>
          )
        }
      />
      <Card title="Rows">{maySave ? <DefinitionForm key={updatedAt.toISOString()} actions={{ save: save.bind(null, organisation), read: read.bind(null, organisation) }} tenantId={organisation} name={name} rows={rowsSchema.parse(rows)} choices={await rowChoices(scope)} /> : <pre className="overflow-x-auto text-sm">{rowsAsText(rows)}</pre>}</Card>
    </>
  );
}

/** What is no id, or not theirs, leads nowhere. */
const opened = cache(async (organisation: string, id: string) => {
  const scope = await requireScope(organisation);
  try {
    return await getReportDefinition.run([scope], { id });
  } catch (error) {
    if (asRefusal(error)) notFound();
    throw error;
  }
});
