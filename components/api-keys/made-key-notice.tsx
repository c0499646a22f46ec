import { buttonClasses } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = { name: string; secret: string; againHref: string; docsHref: string };

/** The one time that a key can be read. */
export function MadeKeyNotice({ name, secret, againHref, docsHref }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="success" title={`The key “${name}” is made.`}>
        <p>Copy it now and keep it where your program keeps its secrets. It is shown this once and cannot be read again.</p>
      </Notice>
      <div className="flex flex-wrap items-center gap-3 rounded-md border border-line bg-sunken px-3 py-2.5">
        <code className="min-w-0 flex-1 break-all select-all">
          {secret}
        </code>
        <CopyButton text={secret} label={`Copy the key “${name}”`} />
      </div>
      <p className="text-muted">
        Send it as <code className="text-ink">Authorization: Bearer …</code>. What can be asked is described in the{" "}
        <a href={docsHref} className="text-accent underline">
          API reference
        </a>
        .
      </p>
      <div>
        <a href={againHref} className={buttonClasses()}>
          Make another key
        </a>
      </div>
    </div>
  );
}
