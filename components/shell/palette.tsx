"use client";

import { Command } from "cmdk";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { types } from "#components/reports/choices.ts";
import { hrefOf, type OrganisationChoice, placeOf } from "#components/shell/place.ts";

export type PaletteProps = {
  organisations: readonly OrganisationChoice[];
  /** Pages that belong to no organisation. */
  links: readonly { label: string; href: string }[];
  switchTo: (form: FormData) => void | Promise<void>;
  close: () => void;
};
type Report = { href: string; name: string };
type Known = { reports: readonly Report[]; mayMake: boolean };

/** Everything that can be gone to, by typing a part of its name. */
export function Palette({ organisations, links, switchTo, close }: PaletteProps) {
  const router = useRouter();
  const place = placeOf(usePathname(), organisations);
  const [typed, setTyped] = useState("");
  const { reports, mayMake } = useReports(place?.organisation.id);
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const change = (tenantId: string) => {
    close();
    const form = new FormData();
    form.set("tenantId", tenantId);
    form.set("section", place?.section?.path ?? "");
    return switchTo(form);
  };
  return (
    <Command.Dialog open onOpenChange={close} label="Go to" overlayClassName="fixed inset-0 z-40 bg-scrim" contentClassName={panel}>
      <Command.Input value={typed} onValueChange={setTyped} placeholder="A page, an organisation, a report, a document …" className="w-full border-b border-line bg-transparent px-4 py-3 text-md outline-none placeholder:text-muted" />
      <Command.List className="max-h-[60dvh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-2 text-muted">Nothing here goes by that name.</Command.Empty>
        {place && (
          <Group heading={place.organisation.name}>
            {place.organisation.sections.map((section) => (
              <Item key={section.path} onSelect={() => go(hrefOf(place.organisation, section))} detail={section.keys}>
                {section.label}
              </Item>
            ))}
          </Group>
        )}
        {place && typed.trim() !== "" && (
          <Group heading="Documents">
            <Item value={`documents ${typed}`} onSelect={() => go(`${place.organisation.href}/transactions?${new URLSearchParams({ q: typed.trim() })}`)}>
              Transactions with “{typed.trim()}”
            </Item>
          </Group>
        )}
        {reports.length > 0 && (
          <Group heading="Reports">
            {reports.map(({ href, name }) => (
              <Item key={href} value={`${name} ${href}`} onSelect={() => go(href)}>
                {name}
              </Item>
            ))}
          </Group>
        )}
        {place && mayMake && typed.trim() !== "" && (
          <Group heading="New report">
            {types.map(({ value, label }) => (
              <Item key={value} value={`new report ${label}`} onSelect={() => go(`${place.organisation.href}/reports?${new URLSearchParams({ new: value })}`)}>
                {label}
              </Item>
            ))}
          </Group>
        )}
        <Group heading="Organisations">
          {organisations
            .filter(({ id }) => id !== place?.organisation.id)
            .map(({ id, name, detail }) => (
              <Item key={id} value={`${name} ${id}`} onSelect={() => change(id)} detail={detail}>
                {name}
              </Item>
            ))}
        </Group>
        <Group heading="Daybook">
          {links.map(({ label, href }) => (
            <Item key={href} onSelect={() => go(href)}>
              {label}
            </Item>
          ))}
        </Group>
      </Command.List>
    </Command.Dialog>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group heading={heading} className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted">
      {children}
    </Command.Group>
  );
}

type ItemProps = { onSelect: () => void; detail?: string | undefined; value?: string; children: ReactNode };

function Item({ onSelect, detail, value, children }: ItemProps) {
  return (
    <Command.Item {...(value === undefined ? {} : { value })} onSelect={onSelect} className="flex cursor-pointer items-center gap-3 rounded-md px-3 py-2 data-[selected=true]:bg-accent-soft">
      <span className="min-w-0 flex-1">{children}</span>
      {detail && <span className="text-xs text-muted">{detail}</span>}
    </Command.Item>
  );
}

/** The newest of the organisation; none while they are on their way, or where they cannot be had. */
function useReports(organisation: string | undefined): Known {
  const [known, setKnown] = useState<Known>({ reports: [], mayMake: false });
  useEffect(() => {
    if (organisation === undefined) return;
    const gone = new AbortController();
    fetch(`/api/o/${organisation}/recent-reports`, { signal: gone.signal })
      .then(async (answer) => answer.ok && setKnown(await answer.json()))
      .catch(() => {});
    return () => gone.abort();
  }, [organisation]);
  return known;
}

const panel = "fixed top-[12dvh] left-1/2 z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-surface text-ink shadow-floating";
