import { ArrowRight, ChevronRight, Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Step = { name: keyof typeof words; isDone: boolean; href: string };
type Props = { steps: readonly Step[]; isOpen: boolean; tenantId: string; hide: Act };

/** What a newcomer does first, each where it is done, under one line that opens; nothing when there is nothing to show. */
export function FirstSteps({ steps, isOpen, tenantId, hide }: Props) {
  if (steps.length === 0) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <details open={isOpen} className="group mb-6 rounded-lg border border-line bg-surface shadow-raised print:hidden">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-lg px-4 py-2.5 sm:px-5 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4.5 shrink-0 text-muted group-open:rotate-90" />
        <h2 className="text-md font-semibold">First steps</h2>
        <span className="text-muted">
          {done} of {steps.length} done
        </span>
      </summary>
      <ol className="grid gap-2.5 px-4 pt-1 pb-3 sm:grid-cols-2 sm:px-5 lg:grid-cols-3">
        {steps.map((step) => (
          <li key={step.name} className="flex min-w-0 gap-2.5 rounded-md border border-line px-3 py-2.5">
            <StepWords {...step} />
          </li>
        ))}
      </ol>
      <ActionForm action={hide} hidden={{ tenantId }} className="px-2 pb-3 sm:px-3">
        <SubmitButton size="small" variant="quiet">
          Hide the first steps
        </SubmitButton>
      </ActionForm>
    </details>
  );
}

function StepWords({ name, isDone, href }: Step) {
  const { title, why } = words[name];
  const Mark = isDone ? CircleCheck : Circle;
  return (
    <>
      <Mark aria-hidden className={`mt-0.5 size-4.5 shrink-0 ${isDone ? "text-positive" : "text-muted"}`} />
      <div className="min-w-0">
        {isDone ? (
          <p className="font-medium text-muted">
            {title} <span className="sr-only">(done)</span>
          </p>
        ) : (
          <Link href={href} prefetch={false} className="inline-flex items-center gap-1 rounded-sm font-medium text-accent-strong underline underline-offset-4">
            {title} <ArrowRight aria-hidden className="size-4" />
          </Link>
        )}
        <p className="text-sm text-muted">{why}</p>
      </div>
    </>
  );
}

const words = {
  connect: { title: "Connect Xero", why: "So that Daybook can read the books." },
  sync: { title: "Sync once", why: "Every document is fetched and posted." },
  tieOut: { title: "Check the tie-out", why: "Done when nothing differs from Xero unexplained." },
  tags: { title: "Tag accounts", why: "So that EBITDA and cash flows know your loans, tax and owners." },
  invite: { title: "Invite somebody", why: "By a link, with the role you choose." },
  key: { title: "Make an API key", why: "For n8n, a script or a spreadsheet." },
} as const;
