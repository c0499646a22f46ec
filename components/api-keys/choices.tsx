import { useId } from "react";

type Choice = { value: string; label: string; isChosen: boolean };
type Props = { name: string; legend: string; choices: readonly Choice[]; hint?: string; error?: string | undefined };

/** Boxes to tick under one question; hint and error are read out with it. */
export function Choices({ name, legend, choices, hint, error }: Props) {
  const id = useId();
  return (
    <fieldset aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {choices.map(({ value, label, isChosen }) => (
        <label key={value} className="flex items-start gap-2.5 py-1">
          <input type="checkbox" name={name} value={value} defaultChecked={isChosen} className="mt-0.5 size-4.5 shrink-0 accent-accent" />
          <span>{label}</span>
        </label>
      ))}
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
    </fieldset>
  );
}
