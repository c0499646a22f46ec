import type { FormEvent, ReactNode } from "react";
import type { FormAnswer } from "#components/people/fields-form.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = { act: (form: FormData) => void; answer: FormAnswer; tenantId: string; children: ReactNode };

/** The frame of a form whose fields say themselves what is wrong with them: what became of it as a whole stands above. */
export function AnsweredForm({ act, answer, tenantId, children }: Props) {
  return (
    <form action={act} onReset={keep} noValidate>
      {answer?.refused && (
        <Notice tone="error" className="mb-4">
          {answer.refused}
        </Notice>
      )}
      {answer?.saved && (
        <Notice tone="success" className="mb-4">
          {answer.saved}
        </Notice>
      )}
      <input type="hidden" name="tenantId" value={tenantId} />
      {children}
    </form>
  );
}

/** React empties a form after its action, even where that refused. */
function keep(event: FormEvent): void {
  event.preventDefault();
}
