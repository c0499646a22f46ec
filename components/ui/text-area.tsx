import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "#components/ui/classes.ts";
import { controlClasses, describedBy, FieldFrame } from "#components/ui/field.tsx";

type Words = { label: ReactNode; hint?: ReactNode; error?: ReactNode };

/** Several lines of plain text. */
export function TextArea({ label, hint, error, className, rows = 4, ...area }: ComponentProps<"textarea"> & Words) {
  const made = useId();
  const id = area.id ?? made;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      <textarea {...area} rows={rows} {...describedBy(id, { hint, error })} className={classes(controlClasses, "px-3 py-2")} />
    </FieldFrame>
  );
}
