import { Part, Specimen } from "#app/design/specimen.tsx";
import { amountInColumn } from "#lib/amount-label.ts";
import { classes } from "#components/ui/classes.ts";
import { money } from "#lib/money.ts";

/** Type, figures, colours and the steps of space. */
export function Foundations() {
  return (
    <Part title="Foundations">
      <Specimen name="Type: xs 12, sm 13, base 14, md 16, lg 20, xl 24, 2xl 32">
        <div className="flex flex-col gap-1">
          {sizes.map((size) => (
            <p key={size} className={size}>
              Debits equal credits
            </p>
          ))}
        </div>
      </Specimen>
      <Specimen name="Figures of one width, negatives in parentheses, the last digits under each other">
        <ul className="figures w-fit text-right">
          {["1234567.89", "-1111.1", "0", "99999999999999.9999"].map((amount) => (
            <li key={amount}>{amountInColumn(money(amount))}</li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Colours, each a pair for light and dark">
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-8">
          {colours.map((colour) => (
            <li key={colour} className="text-sm">
              <span style={{ background: `var(--${colour})` }} className="mb-1 block h-10 rounded-md border border-line" />
              {colour}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Space: multiples of four pixels">
        <ul className="flex flex-wrap items-end gap-4 text-sm text-muted">
          {spaces.map(([step, width]) => (
            <li key={step}>
              <span className={classes("mb-1 block h-4 bg-accent", width)} />
              {step}
            </li>
          ))}
        </ul>
      </Specimen>
    </Part>
  );
}

const sizes = ["text-xs", "text-sm", "text-base", "text-md font-semibold", "text-lg font-semibold", "text-xl font-semibold tracking-tight", "text-2xl font-semibold tracking-tight"];
const states = ["positive", "warning", "critical", "info"];
const colours = ["canvas", "surface", "sunken", "line", "control", "ink", "muted", "accent", "accent-strong", "accent-soft", "on-accent", ...states.flatMap((state) => [state, `${state}-soft`]), "focus"];
const spaces = [
  ["1", "w-1"],
  ["2", "w-2"],
  ["3", "w-3"],
  ["4", "w-4"],
  ["5", "w-5"],
  ["6", "w-6"],
  ["8", "w-8"],
  ["12", "w-12"],
] as const;
