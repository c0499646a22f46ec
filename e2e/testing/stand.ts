// What a project runs against, by address only: Daybook, its stand-in for Xero, and the environment of the machine that runs them, for the
// commands that are typed there. `npm run test:e2e` says where they are.

export type Stand = { url: string; xero: string; settings: Record<string, string> };

export function standOf(project: string): Stand {
  const prefix = `E2E_${project.toUpperCase()}`;
  const settings: Record<string, string> = JSON.parse(given(`${prefix}_ENV`));
  return { url: given(`${prefix}_URL`), xero: given(`${prefix}_XERO`), settings };
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing. Run the browser tests with: npm run test:e2e`);
  return value;
}
