type Props = { label: string; value: number; max: number | null };

/** How far something has come; without a known end it only says that it moves. The number itself stands beside it, in words. */
export function Progress({ label, value, max }: Props) {
  return <progress aria-label={label} className={bar} {...(max === null ? {} : { value: Math.min(value, Math.max(max, 1)), max: Math.max(max, 1) })} />;
}

const bar =
  "h-1.5 w-full appearance-none overflow-hidden rounded-sm border-0 bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:rounded-sm [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width] indeterminate:animate-pulse indeterminate:bg-accent-soft";
