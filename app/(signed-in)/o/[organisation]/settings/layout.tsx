import type { ReactNode } from "react";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireCaller, requireScope } from "#app/session.ts";
import { SettingsNav } from "#components/people/settings-nav.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { allows } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

export default async function OrganisationSettingsLayout({ params, children }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  const { permissions } = await requireCaller();
  const { name } = await organisationAt(organisation);
  const pages = [
    { label: "Connection", path: "settings", isOpen: allows(scope, "organisations:manage") },
    { label: "Members", path: "settings/members", isOpen: permissions.includes("members:manage") },
    { label: "Audit", path: "settings/audit", isOpen: allows(scope, "audit:read") },
  ];
  return (
    <>
      <PageHead title="Settings" context={name} />
      <SettingsNav pages={pages.filter(({ isOpen }) => isOpen).map(({ label, path }) => ({ label, href: `/o/${organisation}/${path}` }))} />
      {children}
    </>
  );
}
