import { TextLink } from "#components/ui/text-link.tsx";

type Props = { supersedesId: string | null; successorId: string | null; hrefOf: (id: string) => string; what?: "report" | "pack" };

/** In whose place a report, or a pack, was made, and what was made in its own: on paper too, where a reader ought to know that theirs is not the last. */
export function Succession({ supersedesId, successorId, hrefOf, what = "report" }: Props) {
  if (!supersedesId && !successorId) return null;
  return (
    <p className="mb-4 text-sm text-muted">
      {successorId && (
        <>
          It was made again since: <TextLink href={hrefOf(successorId)}>the newer {what}</TextLink> takes its place.{" "}
        </>
      )}
      {supersedesId && (
        <>
          It takes the place of <TextLink href={hrefOf(supersedesId)}>an earlier {what}</TextLink>, which is kept as it was.
        </>
      )}
    </p>
  );
}
