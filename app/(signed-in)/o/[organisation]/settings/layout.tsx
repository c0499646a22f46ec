import type { ReactNode } from "react";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { SettingsNav } from "#components/people/settings-nav.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { allows } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

const pages = [
  { label: "Connection", path: "settings", needs: "organisations:manage" },
  { label: "Audit", path: "settings/audit", needs: "audit:read" },
] as const;

export default async function OrganisationSettingsLayout({ params, children }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  const { name } = await organisationAt(organisation);
  return (
    <>
      <PageHead title="Settings" context={name} />
      <SettingsNav pages={pages.filter(({ needs }) => allows(scope, needs)).map(({ label, path }) => ({ label, href: `/o/${organisation}/${path}` }))} />
      {children}
    </>
  );
}
