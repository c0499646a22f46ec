"use client";

import { type FormEvent, type ReactNode, useActionState } from "react";
import { Notice } from "#components/ui/notice.tsx";

/** What a form is told when it was not done; nothing when it was. */
export type Answer = { refused: string } | undefined;
export type Act = (previous: Answer, form: FormData) => Promise<Answer>;

type Props = { action: Act; hidden?: Record<string, string>; id?: string; className?: string; children: ReactNode };

/** A form that shows, beneath itself, why it was refused, and keeps what was chosen. Works without scripts as well. */
export function ActionForm({ action, hidden = {}, id, className, children }: Props) {
  const [answer, act] = useActionState(action, undefined);
  return (
    <form action={act} onReset={keep} id={id} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {answer && (
        <Notice tone="error" className="mt-2 max-w-md">
          <p>{answer.refused}</p>
        </Notice>
      )}
    </form>
  );
}

/** React empties a form after its action, even where that refused. */
export function keep(event: FormEvent): void {
  event.preventDefault();
}
