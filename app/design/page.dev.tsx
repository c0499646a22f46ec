import type { Metadata } from "next";
import { whatWasSaid } from "#app/(signed-in)/said.ts";
import { Charts } from "#app/design/charts.tsx";
import { Controls } from "#app/design/controls.tsx";
import { Drawer } from "#app/design/drawer.tsx";
import { Foundations } from "#app/design/foundations.tsx";
import { States } from "#app/design/states.tsx";
import { Tables } from "#app/design/tables.tsx";
import { Tiles } from "#app/design/tiles.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Page } from "#components/shell/page.tsx";
import { Said } from "#components/shell/said.tsx";

export const metadata: Metadata = { title: "Design" };

type Props = { searchParams: Promise<{ drawer?: string }> };

/** Every part in every state, made of the parts themselves. Its name ends in dev.tsx: only a server for development has it. */
export default async function DesignPage({ searchParams }: Props) {
  const { drawer } = await searchParams;
  return (
    <>
      <Said said={await whatWasSaid()} />
      <Page>
        <PageHead title="Design" context="Every part of Daybook in every state it can be in." />
        <div className="flex flex-col gap-12">
          <Foundations />
          <Controls />
          <Tables />
          <Tiles />
          <Charts />
          <States />
        </div>
        {drawer === "open" && <Drawer />}
      </Page>
    </>
  );
}
