import Link from "next/link";
import { useId } from "react";
import { actionGroups, actionWords, statusWords } from "#components/audit/words.ts";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { controlClasses, Field, FieldFrame } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";

export type AuditFilter = { action: string; actorId: string; status: string; from: string; to: string };
type Props = { chosen: AuditFilter; actors: readonly { id: string; name: string }[]; clearHref: string };

/** A form that asks with GET, so that the address says what is shown. */
export function AuditFilters({ chosen, actors, clearHref }: Props) {
  const isAny = Object.values(chosen).some((value) => value !== "");
  const people = actors.map(({ id, name }) => ({ value: id, label: name }));
  const outcomes = Object.entries(statusWords).map(([value, label]) => ({ value, label }));
  return (
    <form method="get" key={JSON.stringify(chosen)} className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
      <ActionSelect chosen={chosen.action} />
      <Select name="actorId" label="Who" defaultValue={chosen.actorId} choices={[{ value: "", label: "Anybody" }, ...people]} />
      <Select name="status" label="Outcome" defaultValue={chosen.status} choices={[{ value: "", label: "Any" }, ...outcomes]} />
      <Field name="from" label="From" type="date" defaultValue={chosen.from} />
      <Field name="to" label="To" type="date" defaultValue={chosen.to} />
      <div className="flex gap-2 sm:col-span-2 lg:col-span-5">
        <Button variant="primary">Show</Button>
        {isAny && (
          <Link href={clearHref} className={buttonClasses({ variant: "quiet" })}>
            Show everything
          </Link>
        )}
      </div>
    </form>
  );
}

function ActionSelect({ chosen }: { chosen: string }) {
  const id = useId();
  return (
    <FieldFrame id={id} label="What happened">
      <select id={id} name="action" defaultValue={chosen} className={classes(controlClasses, "min-h-10 px-2.5")}>
        <option value="">Anything</option>
        {actionGroups.map(({ label, actions }) => (
          <optgroup key={label} label={label}>
            {actions.map((action) => (
              <option key={action} value={action}>
                {actionWords(action)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
