import { ChevronDown, EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { HintsButton } from "#components/shell/hints-button.tsx";
import { Menu, menuItemClasses } from "#components/ui/menu.tsx";

type Props = {
  name: string;
  email: string;
  links: readonly { label: string; href: string }[];
  theme: "light" | "dark" | "system";
  /** Gets `theme`. */
  chooseTheme: (form: FormData) => void | Promise<void>;
  amountsAreBlurred: boolean;
  /** Blurs all amounts, or shows them again. */
  toggleBlur: () => void | Promise<void>;
  signOut: ReactNode;
};

export function UserMenu({ name, email, links, theme, chooseTheme, amountsAreBlurred, toggleBlur, signOut }: Props) {
  return (
    <Menu id="user-menu" trigger={<Trigger name={name} />}>
      <div className="w-60">
        <p className="px-3 pt-1.5 font-medium">{name}</p>
        <p className="truncate px-3 pb-2 text-sm text-muted">{email}</p>
        <ul className="border-t border-line pt-1.5">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className={menuItemClasses}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        <ThemeChoice theme={theme} chooseTheme={chooseTheme} />
        <div className="border-t border-line py-1.5">
          <form action={toggleBlur}>
            <button type="submit" data-key="." aria-pressed={amountsAreBlurred} className={menuItemClasses}>
              <EyeOff aria-hidden className="size-4 text-muted" />
              {amountsAreBlurred ? "Show amounts" : "Blur amounts"}
            </button>
          </form>
          <HintsButton />
        </div>
        <div className="border-t border-line pt-1.5">{signOut}</div>
      </div>
    </Menu>
  );
}

function Trigger({ name }: { name: string }) {
  return (
    <>
      <span className="sr-only">Your account: {name}</span>
      <span aria-hidden className="grid size-7 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent">
        {initials(name)}
      </span>
      <ChevronDown aria-hidden className="size-4 text-muted" />
    </>
  );
}

function ThemeChoice({ theme, chooseTheme }: Pick<Props, "theme" | "chooseTheme">) {
  return (
    <form action={chooseTheme} aria-label="Appearance" className="mt-1.5 grid grid-cols-3 gap-1 border-t border-line px-1.5 py-2">
      {(["system", "light", "dark"] as const).map((choice) => (
        <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme} className={themeButton}>
          {choice}
        </button>
      ))}
    </form>
  );
}

const themeButton = "min-h-8 rounded-md text-sm capitalize text-muted hover:bg-sunken aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink";

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? "").join("");
}
