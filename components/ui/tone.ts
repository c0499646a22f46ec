// The states anything can be in, in the same four colours everywhere. Colour never speaks alone: a badge has words, a notice an icon.
export type Tone = "neutral" | "info" | "success" | "warning" | "error";

export const toneClasses: Record<Tone, string> = {
  neutral: "border-line bg-sunken text-ink",
  info: "border-info/30 bg-info-soft text-info",
  success: "border-positive/30 bg-positive-soft text-positive",
  warning: "border-warning/30 bg-warning-soft text-warning",
  error: "border-critical/30 bg-critical-soft text-critical",
};
