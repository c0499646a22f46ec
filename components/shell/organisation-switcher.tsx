"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef, useState } from "react";
import { Awaited } from "#components/shell/awaited.tsx";
import { type OrganisationChoice, placeOf } from "#components/shell/place.ts";
import { buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { controlClasses } from "#components/ui/field.tsx";
import { matching } from "#components/ui/matching.ts";
import { menuItemClasses, panel, places } from "#components/ui/menu.tsx";
import { moveFocus } from "#components/ui/move-focus.ts";

type Props = {
  organisations: readonly OrganisationChoice[];
  /** Gets `tenantId` and `section`; makes the organisation the active one and goes to that section of it. */
  switchTo: (form: FormData) => void | Promise<void>;
  allHref: string;
};

/** Top left: which organisation this page is about, and the way to another. Type to filter, arrows to move, Enter to go; Enter alone takes
 * the first match, for it is the form's first button. Without scripts it is a plain list. */
export function OrganisationSwitcher({ organisations, switchTo, allHref }: Props) {
  const place = placeOf(usePathname(), organisations);
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const found = matching(organisations, typed, ({ name }) => name);

  return (
    <>
      <button type="button" popoverTarget="organisation-switcher" title={place?.organisation.name} className={classes(buttonClasses({ size: "small" }), "max-w-[11.5rem] sm:max-w-xs")}>
        <span className="sr-only">Organisation: </span>
        <span className="truncate">{place?.organisation.name ?? "Organisations"}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </button>
      <div
        ref={box}
        id="organisation-switcher"
        popover="auto"
        role="dialog"
        aria-label="Choose an organisation"
        onToggle={(event) => event.newState === "closed" && setTyped("")}
        onKeyDown={(event) => moveFocus(event, box.current)}
        className={classes(panel, places.left, "w-80 max-w-[calc(100vw-1.5rem)]")}
      >
        <form action={switchTo} onSubmit={() => box.current?.hidePopover()}>
          <input type="hidden" name="section" value={place?.section?.path ?? ""} />
          <input
            // The browser itself moves here when the list opens, scripts or not.
            autoFocus
            type="search"
            aria-label="Filter organisations"
            placeholder="Filter organisations"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={classes(controlClasses, "mb-1.5 min-h-9 px-2.5")}
          />
          <ul aria-label="Organisations">
            {found.map((organisation) => (
              <li key={organisation.id}>
                <Choice organisation={organisation} here={organisation === place?.organisation} />
              </li>
            ))}
          </ul>
          <p role="status" className="px-3 text-sm text-muted">
            {found.length === 0 && "No organisation has that in its name."}
          </p>
        </form>
        <Link href={allHref} prefetch={false} data-key="g o" onClick={() => box.current?.hidePopover()} className={classes(menuItemClasses, "mt-1.5 border-t border-line text-accent")}>
          All organisations
          <Awaited page="portfolio" />
        </Link>
      </div>
    </>
  );
}

function Choice({ organisation, here }: { organisation: OrganisationChoice; here: boolean }) {
  return (
    <button type="submit" name="tenantId" value={organisation.id} aria-current={here || undefined} className={menuItemClasses}>
      <span className="min-w-0 flex-1">
        <span className="block break-words">{organisation.name}</span>
        <span className="block text-xs font-normal text-muted">{organisation.detail}</span>
      </span>
      {here && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
    </button>
  );
}
