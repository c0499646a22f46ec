import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";

// A question before something that cannot be undone, by the browser's own <dialog>: modal, closed by Escape, focus given back, no script. A browser
// that does not know `command` yet opens it as a popover, which is all of that but modal.

type Props = { id: string; trigger: ReactNode; triggerName?: string; variant?: "secondary" | "danger"; title: string; children: ReactNode };

/** `trigger` is what the button says, `triggerName` what it is called where there are several of it. */
export function Dialog({ id, trigger, triggerName, variant = "danger", title, children }: Props) {
  return (
    <>
      <Button type="button" size="small" variant={variant} aria-haspopup="dialog" aria-label={triggerName} {...opens(id)}>
        {trigger}
      </Button>
      <dialog id={id} popover="auto" aria-labelledby={`${id}-title`} className={classes(panel, answeredWithoutScripts)}>
        <h2 id={`${id}-title`} className="text-md font-semibold text-balance">
          {title}
        </h2>
        <div className="mt-2">{children}</div>
      </dialog>
    </>
  );
}

/** The way out, beside the button that goes ahead. It comes first, so that focus is not on the other. */
export function DialogClose({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Button type="button" {...closes(id)}>
      {children}
    </Button>
  );
}

function opens(id: string) {
  return { commandfor: id, command: "show-modal", popoverTarget: id };
}

function closes(id: string) {
  return { commandfor: id, command: "close", popoverTarget: id, popoverTargetAction: "hide" } as const;
}

/** It hangs in the middle of the screen wherever its button stands, and looks the same in a cell of a table. */
const panel =
  "m-auto w-[min(30rem,calc(100vw-1.5rem))] max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-lg border border-line bg-surface p-5 text-left text-base font-normal whitespace-normal text-ink shadow-floating backdrop:bg-scrim";

/** What a form was refused for stands within; the page that comes back without scripts has the dialog closed. */
const answeredWithoutScripts = "noscript:has-[[role=alert]]:static noscript:has-[[role=alert]]:mt-3 noscript:has-[[role=alert]]:block";
