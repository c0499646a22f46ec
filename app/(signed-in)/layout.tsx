import type { ReactNode } from "react";
import { chooseTheme } from "#app/(signed-in)/choose-theme.ts";
import { ownOrganisations } from "#app/(signed-in)/own-organisations.ts";
import { addressOf, sectionsFor } from "#app/(signed-in)/sections.ts";
import { switchOrganisation } from "#app/(signed-in)/switch-organisation.ts";
import { signOutHere } from "#app/(signed-out)/sign-out.ts";
import { requireCaller } from "#app/session.ts";
import { chosenTheme } from "#app/theme.ts";
import { Header } from "#components/shell/header.tsx";
import { OrganisationSwitcher } from "#components/shell/organisation-switcher.tsx";
import { Page } from "#components/shell/page.tsx";
import type { OrganisationChoice } from "#components/shell/place.ts";
import { SectionNav } from "#components/shell/section-nav.tsx";
import { UserMenu } from "#components/shell/user-menu.tsx";
import { menuItemClasses } from "#components/ui/menu.tsx";
import { ago } from "#components/ui/moment-in-words.ts";
import type { SignedIn } from "#lib/people/caller.ts";
import { allows, type Caller } from "#lib/scope.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller();
  const organisations = await choicesOf(caller);
  return (
    <>
      <Header
        homeHref="/"
        switcher={<OrganisationSwitcher organisations={organisations} switchTo={switchOrganisation} allHref="/organisations" />}
        navigation={<SectionNav organisations={organisations} />}
        userMenu={<OwnMenu caller={caller} />}
      />
      <Page>{children}</Page>
    </>
  );
}

async function OwnMenu({ caller }: { caller: SignedIn }) {
  const { name, email } = caller.person;
  const links = [
    { label: "Your profile", href: "/settings/profile" },
    ...(allows(caller, "keys:manage") ? [{ label: "API keys", href: "/settings/api-keys" }] : []),
    ...(allows(caller, "members:manage") ? [{ label: "Members", href: "/settings/members" }] : []),
  ];
  return (
    <UserMenu
      name={name}
      email={email}
      links={links}
      theme={await chosenTheme()}
      chooseTheme={chooseTheme}
      signOut={
        <form action={signOutHere}>
          <button type="submit" className={menuItemClasses}>
            Sign out
          </button>
        </form>
      }
    />
  );
}

async function choicesOf(caller: Caller): Promise<OrganisationChoice[]> {
  const organisations = await ownOrganisations();
  const now = new Date();
  return organisations.flatMap(({ id, name, baseCurrency, lastSyncedAt }) => {
    const scope = caller.scopes.find(({ tenantId }) => tenantId === id);
    const synced = lastSyncedAt ? `synced ${ago(new Date(lastSyncedAt), now)}` : "not synced yet";
    return scope ? [{ id, name, detail: [baseCurrency, synced].filter(Boolean).join(" · "), href: addressOf(id), sections: sectionsFor(scope) }] : [];
  });
}
