import { classes } from "#components/ui/classes.ts";

type Props = { legend: string; name: string; choices: readonly { value: string; label: string }[]; chosen: readonly string[]; className?: string };

/** Any number of a few: checkboxes that look like what they are once chosen, and say so with a tick as well. */
export function Choices({ legend, name, choices, chosen, className }: Props) {
  return (
    <fieldset className={classes("min-w-0", className)}>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <label key={value} className={choice}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} className="size-4 shrink-0 accent-accent" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const choice =
  "inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-md border border-control px-2.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium";
