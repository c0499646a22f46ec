import type { ReactNode } from "react";
import { requireCaller } from "#app/session.ts";
import { SettingsNav } from "#components/people/settings-nav.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { allows } from "#lib/scope.ts";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller();
  const pages = [
    { label: "Profile", href: "/settings/profile", isOpen: true },
    { label: "API keys", href: "/settings/api-keys", isOpen: allows(caller, "keys:manage") },
    { label: "Pack templates", href: "/settings/pack-templates", isOpen: allows(caller, "reports:write") },
    { label: "Webhooks", href: "/settings/webhooks", isOpen: allows(caller, "webhooks:manage") },
    { label: "Members", href: "/settings/members", isOpen: allows(caller, "members:manage") },
    { label: "Audit", href: "/settings/audit", isOpen: allows(caller, "members:manage") },
  ];
  return (
    <>
      <PageHead title="Settings" />
      <SettingsNav pages={pages.filter(({ isOpen }) => isOpen)} />
      {children}
    </>
  );
}
