import { refuse, sayIt } from "#app/design/actions.ts";
import { PickAccounts } from "#app/design/pick-accounts.tsx";
import { Part, Specimen } from "#app/design/specimen.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { Choices } from "#components/ui/choices.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Menu, menuItemClasses } from "#components/ui/menu.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** What is pressed, typed into, chosen from and opened. */
export function Controls() {
  return (
    <Part title="Controls">
      <Specimen name="Buttons: primary, secondary, quiet, danger; a link; busy and disabled; medium and small">
        {(["medium", "small"] as const).map((size) => (
          <div key={size} className="mb-3 flex flex-wrap items-center gap-2">
            {(["primary", "secondary", "quiet", "danger"] as const).map((variant) => (
              <Button key={variant} type="button" variant={variant} size={size} className="capitalize">
                {variant}
              </Button>
            ))}
            <a href="#link" className={buttonClasses({ size })}>
              Open the report
            </a>
            <Button type="button" size={size} variant="primary" aria-busy disabled>
              Saving …
            </Button>
            <Button type="button" size={size} disabled>
              Disabled
            </Button>
          </div>
        ))}
      </Specimen>
      <Specimen name="Fields: plain, with a hint, with an error, disabled; a list, choices, and many of many">
        <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
          <Field name="name" label="Name" defaultValue="Month end robot" />
          <Field name="day" label="Last day" type="date" hint="Leave it empty for a key that does not expire." />
          <Field name="email" label="E-mail" type="email" defaultValue="ada@" error="This is no e-mail address." />
          <Field name="currency" label="Currency" defaultValue="NZD" disabled />
          <Select name="role" label="Role" choices={["Admin", "Standard", "ReadOnly"].map((value) => ({ value, label: value }))} />
          <Select name="basis" label="Basis" error="Choose one." choices={[{ value: "", label: "Choose …" }]} />
          <Choices legend="May" name="may" choices={["Read reports", "Make reports", "Start syncs"].map((label) => ({ value: label, label }))} chosen={["Read reports"]} className="sm:col-span-2" />
          <PickAccounts />
        </div>
      </Specimen>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        <Specimen name="A form that is refused">
          <ActionForm action={refuse}>
            <SubmitButton size="small">Be refused</SubmitButton>
          </ActionForm>
        </Specimen>
        <Specimen name="A form that says what it did">
          <ActionForm action={sayIt}>
            <SubmitButton size="small">Save the role</SubmitButton>
          </ActionForm>
        </Specimen>
        <Specimen name="Dialog">
          <Dialog id="revoke" trigger="Revoke…" title="Revoke Month end robot?">
            <p>Whatever uses this key is refused from its next request on, and no key can be brought back.</p>
            <ActionForm action={refuse} className="mt-5">
              <div className="flex flex-wrap gap-2">
                <DialogClose id="revoke">Keep it</DialogClose>
                <SubmitButton variant="danger">Revoke this key</SubmitButton>
              </div>
            </ActionForm>
          </Dialog>
        </Specimen>
        <Specimen name="Menu">
          <Menu id="menu" trigger="Period" align="left">
            {["October 2026", "September 2026", "A year to October 2026"].map((label, order) => (
              <a key={label} href={`#${order}`} aria-current={order === 0 || undefined} className={menuItemClasses}>
                {label}
              </a>
            ))}
          </Menu>
        </Specimen>
        <Specimen name="Drawer">
          <TextLink href="/design?drawer=open" scroll={false}>
            Open the proof of a figure
          </TextLink>
        </Specimen>
        <Specimen name="Copy">
          <CopyButton text="dbk_" label="Copy the key" />
        </Specimen>
        <Specimen name="Progress: some way, and without a known end">
          <div className="flex flex-col gap-3">
            <Progress label="Invoices fetched" value={30} max={100} />
            <Progress label="Contacts fetched" value={0} max={null} />
          </div>
        </Specimen>
      </div>
    </Part>
  );
}
