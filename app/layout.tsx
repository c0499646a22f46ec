import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { fontClasses } from "#app/fonts.ts";
import { blursAmounts, chosenTheme } from "#app/theme.ts";
import "#app/globals.css";
import "#components/shell/shortcuts.css";

export const metadata: Metadata = {
  title: { default: "Daybook", template: "%s · Daybook" },
  description: "The CFO assistant for Xero that shows its proof",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#171d1c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made ahead of the request carries no nonce, and the content security policy would take its scripts away.
  await connection();
  const theme = await chosenTheme();
  return (
    <html lang="en-NZ" className={fontClasses} data-theme={theme === "system" ? undefined : theme} data-blur={(await blursAmounts()) ? "" : undefined}>
      <body>
        <a
          href="#main"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus-visible:translate-y-0 print:hidden"
        >
          Skip to content
        </a>
        {children}
      </body>
    </html>
  );
}
