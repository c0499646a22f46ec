import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "#components/ui/classes.ts";

type Words = { label: ReactNode; hint?: ReactNode; error?: ReactNode };

/** A labelled input; hint and error are tied to it, so that they are read out with it. */
export function Field({ label, hint, error, className, ...input }: ComponentProps<"input"> & Words) {
  const made = useId();
  const id = input.id ?? made;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      <input {...input} {...describedBy(id, { hint, error })} className={classes(controlClasses, "min-h-10 px-3")} />
    </FieldFrame>
  );
}

/** Label above, control, then hint and error below; the control carries `describedBy(id, …)`. */
export function FieldFrame({ id, label, hint, error, className, children }: Words & { id: string; className?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-critical">
          {error}
        </p>
      )}
    </div>
  );
}

export function describedBy(id: string, { hint, error }: Omit<Words, "label">) {
  const ids = classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return { id, "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

/** Sixteen pixels on a phone, or the browser zooms into the page on focus. */
export const controlClasses =
  "w-full rounded-md border border-control bg-surface text-md text-ink placeholder:text-muted disabled:opacity-60 aria-invalid:border-critical sm:text-base";
