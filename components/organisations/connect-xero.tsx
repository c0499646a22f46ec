import { Button } from "#components/ui/button.tsx";

type Props = { href: string; label?: string; variant?: "primary" | "secondary" };

/** A form, not a link: to begin a consent changes something. */
export function ConnectXero({ href, label = "Connect Xero", variant = "primary" }: Props) {
  return (
    <form method="post" action={href}>
      <Button variant={variant} size={variant === "primary" ? "medium" : "small"}>{label}</Button>
    </form>
  );
}
