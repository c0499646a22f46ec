import { buttonClasses } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = { url: string; againHref: string };

/** The one time that the link can be read. */
export function MadeInvitationNotice({ url, againHref }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="success" title="The invitation is made.">
        <p>Copy the link now and pass it on: Daybook sends no e-mail. It lets one person in, once, and cannot be read again.</p>
      </Notice>
      <div className="flex flex-wrap items-center gap-3 rounded-md border border-line bg-sunken px-3 py-2.5">
        <code className="min-w-0 flex-1 break-all select-all">{url}</code>
        <CopyButton text={url} label="Copy the link of the invitation" />
      </div>
      <div>
        <a href={againHref} className={buttonClasses()}>
          Invite somebody else
        </a>
      </div>
    </div>
  );
}
