import { NotHere } from "#components/shell/not-here.tsx";

export default function NotFound() {
  return (
    <>
      {/* The address has no organisation to be called after. */}
      <title>Nothing is here · Daybook</title>
      <NotHere homeHref="/" />
    </>
  );
}
