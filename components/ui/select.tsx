import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "#components/ui/classes.ts";
import { controlClasses, describedBy, FieldFrame } from "#components/ui/field.tsx";

type Choice = { value: string; label: string };
type Words = { label: ReactNode; hint?: ReactNode; error?: ReactNode; choices: readonly Choice[] };

/** The browser's own list: right on a phone, with a keyboard and without scripts. */
export function Select({ label, hint, error, choices, className, ...select }: ComponentProps<"select"> & Words) {
  const made = useId();
  const id = select.id ?? made;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      <select {...select} {...describedBy(id, { hint, error })} className={classes(controlClasses, "min-h-10 px-2.5")}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
