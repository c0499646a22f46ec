import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveTemplate } from "#app/(signed-in)/settings/pack-templates/actions.ts";
import { requireCaller } from "#app/session.ts";
import { TemplateForm } from "#components/packs/template-form.tsx";
import { TemplateList } from "#components/packs/template-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { listTemplates } from "#lib/packs/templates/own-templates.ts";
import { usualTemplate } from "#lib/packs/templates/template.ts";
import { emptyRow, rowOfChoice } from "#lib/packs/templates/template-form.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Pack templates" };

export default async function PackTemplatesPage() {
  const caller = await requireCaller();
  if (!allows(caller, "reports:write")) notFound();
  const { data } = await listTemplates.run(caller, {});
  return (
    <div className="grid items-start gap-6">
      <Card title="Pack templates" description="Yours alone, and for each organisation that you may make reports of." flush={data.length > 0}>
        {data.length === 0 && <p className="text-muted">You have none: packs are made from the usual reports, which the form below begins with.</p>}
        {data.length > 0 && <TemplateList templates={data} hrefOf={(id) => `/settings/pack-templates/${id}`} />}
      </Card>
      <Card title="New template">
        <TemplateForm key={data.length} action={saveTemplate} hidden={{}} name="" cover="" rows={[...usualTemplate.choices.map(rowOfChoice), emptyRow, emptyRow, emptyRow]} submit="Save template" />
      </Card>
    </div>
  );
}
