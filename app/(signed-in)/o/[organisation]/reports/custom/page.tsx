import type { Metadata } from "next";
import { read, save } from "#app/(signed-in)/o/[organisation]/reports/custom/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { DefinitionForm } from "#components/custom/definition-form.tsx";
import { DefinitionList } from "#components/custom/definition-list.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { rowsSchema } from "#lib/reports/custom/saved/definition.ts";
import { exampleRows } from "#lib/reports/custom/saved/examples.ts";
import { listReportDefinitions } from "#lib/reports/custom/saved/read.ts";
import { rowChoices } from "#lib/reports/custom/saved/row-choices.ts";
import { allows } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string }> };

export const metadata: Metadata = { title: "Custom reports" };

export default async function CustomReportsPage({ params }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  const { timezone } = await organisationAt(organisation);
  const { data } = await listReportDefinitions.run([scope], {});
  const address = `/o/${organisation}/reports`;
  const maySave = allows(scope, "reports:write");
  return (
    <>
      <PageHead title="Custom reports" context={<span>Rows that you choose, offered among the <TextLink href={address}>reports</TextLink> and proved like any other.</span>} />
      <div className="grid items-start gap-6">
        <Card flush={data.length > 0}>
          {data.length === 0 && <NoDefinitions maySave={maySave} />}
          {data.length > 0 && <DefinitionList definitions={data} timeZone={timezone ?? "UTC"} hrefOf={(id) => `${address}/custom/${id}`} />}
        </Card>
        {maySave && (
          <Card title="New report">
            <DefinitionForm key={data.length} actions={{ save: save.bind(null, organisation), read: read.bind(null, organisation) }} tenantId={organisation} name="" rows={rowsSchema.parse(exampleRows)} choices={await rowChoices(scope)} />
          </Card>
        )}
      </div>
    </>
  );
}

function NoDefinitions({ maySave }: { maySave: boolean }) {
  return (
    <Empty title="No custom reports yet">
      <p>{maySave ? "The form below begins with four rows that work in any books: give them a name, or put your own together." : "Somebody who may make reports can write one down."}</p>
    </Empty>
  );
}
