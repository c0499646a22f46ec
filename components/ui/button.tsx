import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes.ts";

type Look = { variant?: keyof typeof variants; size?: keyof typeof sizes };

export function Button({ variant, size, className, type = "submit", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={classes(buttonClasses({ variant, size }), className)} {...rest} />;
}

/** For a link that leads somewhere but weighs as much as a button. */
export function buttonClasses({ variant = "secondary", size = "medium" }: Look = {}): string {
  return classes(shape, sizes[size], variants[variant]);
}

const shape =
  "inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress print:hidden";

const sizes = {
  small: "min-h-8 px-2.5 text-sm",
  medium: "min-h-10 px-4 text-base",
} as const;

const variants = {
  primary: "border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong",
  secondary: "border-control bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent enabled:hover:bg-accent-soft [a&]:hover:bg-accent-soft",
  danger: "border-critical bg-surface text-critical enabled:hover:bg-critical-soft [a&]:hover:bg-critical-soft",
} as const;
