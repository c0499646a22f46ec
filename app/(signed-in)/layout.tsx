import type { ReactNode } from "react";
import { chooseTheme } from "#app/(signed-in)/choose-theme.ts";
import { ownOrganisations } from "#app/(signed-in)/own-organisations.ts";
import { toggleBlur } from "#app/(signed-in)/toggle-blur.ts";
import { addressOf, sectionsFor } from "#app/(signed-in)/sections.ts";
import { SyncInHead } from "#app/(signed-in)/sync-in-head.tsx";
import { whatWasSaid } from "#app/(signed-in)/said.ts";
import { switchOrganisation } from "#app/(signed-in)/switch-organisation.ts";
import { signOutHere } from "#app/(signed-out)/sign-out.ts";
import { scriptNonce } from "#app/nonce.ts";
import { requireCaller } from "#app/session.ts";
import { blursAmounts, chosenTheme } from "#app/theme.ts";
import { EarlyKeys } from "#components/shell/early-keys.tsx";
import { Header } from "#components/shell/header.tsx";
import { OrganisationSwitcher } from "#components/shell/organisation-switcher.tsx";
import { Page } from "#components/shell/page.tsx";
import { PaletteButton } from "#components/shell/palette-button.tsx";
import type { OrganisationChoice } from "#components/shell/place.ts";
import { Said } from "#components/shell/said.tsx";
import { SectionNav } from "#components/shell/section-nav.tsx";
import { Shortcuts } from "#components/shell/shortcuts.tsx";
import { UserMenu } from "#components/shell/user-menu.tsx";
import { menuItemClasses } from "#components/ui/menu.tsx";
import { ago } from "#components/ui/moment-in-words.ts";
import { readMany } from "#db/index.ts";
import { asJob, liveSyncs } from "#lib/jobs/queries.ts";
import type { SignedIn } from "#lib/people/caller.ts";
import { allows, type Caller } from "#lib/scope.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller();
  const organisations = await choicesOf(caller);
  return (
    <>
      <EarlyKeys nonce={await scriptNonce()} />
      <Header
        homeHref="/"
        switcher={<OrganisationSwitcher organisations={organisations} switchTo={switchOrganisation} allHref="/organisations" />}
        running={<SyncInHead organisations={organisations} jobs={await liveJobs(caller)} />}
        search={<PaletteButton organisations={organisations} links={[{ label: "Organisations", href: "/organisations" }, ...linksFor(caller)]} switchTo={switchOrganisation} />}
        navigation={<SectionNav organisations={organisations} />}
        userMenu={<OwnMenu caller={caller} />}
      />
      <Said said={await whatWasSaid()} />
      <Page>{children}</Page>
      <Shortcuts />
    </>
  );
}

async function OwnMenu({ caller }: { caller: SignedIn }) {
  const { name, email } = caller.person;
  return (
    <UserMenu
      name={name}
      email={email}
      links={linksFor(caller)}
      theme={await chosenTheme()}
      chooseTheme={chooseTheme}
      amountsAreBlurred={await blursAmounts()}
      toggleBlur={toggleBlur}
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

function linksFor(caller: Caller) {
  return [
    { label: "Your profile", href: "/settings/profile" },
    ...(allows(caller, "keys:manage") ? [{ label: "API keys", href: "/settings/api-keys" }] : []),
    ...(allows(caller, "members:manage") ? [{ label: "Members", href: "/settings/members" }] : []),
  ];
}

async function liveJobs({ scopes }: Caller) {
  const following = scopes.filter((scope) => allows(scope, "jobs:read"));
  return following.length === 0 ? [] : (await readMany(following, liveSyncs)).map(asJob);
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
