import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = { title: string; secret: string; secretText: string; children?: ReactNode };

/** The one time that a secret can be read, in the two ways that receivers ask for it. */
export function SecretNotice({ title, secret, secretText, children }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="success" title={title}>
        <p>Copy its secret now: it is shown this once. With it your receiver proves that a message is ours and was not changed.</p>
      </Notice>
      <SecretText label="For libraries of Standard Webhooks" text={secret} />
      <SecretText label="The same as text, for n8n’s Crypto node and the like" text={secretText} />
      {children}
    </div>
  );
}

function SecretText({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className="mb-1.5 text-sm text-muted">{label}</p>
      <div className="flex flex-wrap items-center gap-3 rounded-md border border-line bg-sunken px-3 py-2.5">
        <code className="min-w-0 flex-1 break-all select-all">{text}</code>
        <CopyButton text={text} label={`Copy: ${label}`} />
      </div>
    </div>
  );
}
