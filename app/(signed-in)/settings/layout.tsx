import type { ReactNode } from "react";
import { requireCaller } from "#app/session.ts";
import { SettingsNav } from "#components/people/settings-nav.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { allows } from "#lib/scope.ts";

const ofAdmins = [
  { label: "Members", href: "/settings/members" },
  { label: "Audit", href: "/settings/audit" },
];

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller();
  const pages = [{ label: "Profile", href: "/settings/profile" }, ...(allows(caller, "members:manage") ? ofAdmins : [])];
  return (
    <>
      <PageHead title="Settings" />
      <SettingsNav pages={pages} />
      {children}
    </>
  );
}
