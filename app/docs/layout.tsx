import type { ReactNode } from "react";
import { Header } from "#components/shell/header.tsx";
import { Page } from "#components/shell/page.tsx";

/** Open to everybody: it says what can be done, and nothing of anybody's books. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Header homeHref="/" switcher={null} running={null} search={null} navigation={null} userMenu={null} />
      <Page>{children}</Page>
    </>
  );
}
