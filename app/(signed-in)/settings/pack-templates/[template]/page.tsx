import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { dropTemplate, saveTemplate } from "#app/(signed-in)/settings/pack-templates/actions.ts";
import { requireCaller } from "#app/session.ts";
import { RemoveTemplate } from "#components/packs/remove-template.tsx";
import { TemplateForm } from "#components/packs/template-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { getTemplate } from "#lib/packs/templates/own-templates.ts";
import { emptyRow, rowOfChoice } from "#lib/packs/templates/template-form.ts";
import { asRefusal } from "#lib/problem.ts";

type Props = { params: Promise<{ template: string }> };

export const metadata: Metadata = { title: "Pack template" };

export default async function PackTemplatePage({ params }: Props) {
  const { template: id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { name, cover, choices } = await getTemplate.run(await requireCaller(), { id }).catch(missing);
  return (
    <Card title={name} description="Packs that were made from it stay as they are." actions={<RemoveTemplate name={name} action={dropTemplate} hidden={{ id }} />}>
      <TemplateForm action={saveTemplate} hidden={{ id }} name={name} cover={cover} rows={[...choices.map(rowOfChoice), emptyRow, emptyRow, emptyRow]} submit="Save changes" />
    </Card>
  );
}

function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
