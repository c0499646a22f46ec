type Props = { invitation: { role: string; invitedBy: string; organisations: readonly { name: string }[] }; keepsRole: boolean };

/** What somebody says yes to. */
export function InvitationFacts({ invitation: { role, invitedBy, organisations }, keepsRole }: Props) {
  const names = organisations.map(({ name }) => name);
  return (
    <>
      <p>
        {invitedBy} invites you{names.length > 0 ? " to the books of:" : ", without any books for now."}
      </p>
      {names.length > 0 && (
        <ul className="mt-1.5 list-disc pl-5 text-ink">
          {names.map((name) => (
            <li key={name} className="break-words">
              {name}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1.5">{keepsRole ? "You keep the role that you have here." : `Your role will be ${role}.`}</p>
    </>
  );
}
