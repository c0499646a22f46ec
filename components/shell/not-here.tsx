import { DeadEnd } from "#components/shell/dead-end.tsx";
import { buttonClasses } from "#components/ui/button.tsx";

/** "Not there" and "not yours" are the same answer. */
export function NotHere({ homeHref }: { homeHref: string }) {
  return (
    <DeadEnd
      title="Nothing is here"
      actions={
        <a href={homeHref} className={buttonClasses({ variant: "primary" })}>
          Go to the start
        </a>
      }
    >
      <p>There is nothing at this address, or it is not yours.</p>
    </DeadEnd>
  );
}
