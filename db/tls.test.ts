import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { databaseUrl } from "./configuration.ts";
import { dialectOf } from "./dialect.ts";
import { readMany } from "./index.ts";
import { checkDatabase } from "./ready.ts";
import { XeroTenants } from "./schema/index.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";
import { type Certificate, selfSigned } from "./testing/certificate.ts";
import { addressOf } from "./tls.ts";

const plain = "postgres://someone:secret@db.example:5432/books";

test.each([plain, `${plain}?sslmode=disable`, `${plain}?ssl=false`])("%s asks for no TLS", (url) => {
  expect(addressOf(url)).toEqual({ url: plain, ssl: false });
});

test.each(["sslmode=require", "sslmode=prefer", "sslmode=allow", "sslmode=verify-ca", "sslmode=verify-full", "sslmode=no-verify", "ssl=true", "ssl=1", "sslrootcert=system"])(
  "%s asks for TLS, and all TLS is verified",
  (setting) => {
    expect(addressOf(`${plain}?${setting}`)).toEqual({ url: plain, ssl: { rejectUnauthorized: true } });
  },
);

test("what else an address says is handed on", () => {
  expect(addressOf(`${plain}?sslmode=require&application_name=books`).url).toBe(`${plain}?application_name=books`);
});

test("a file of an authority that cannot be read is named", () => {
  vi.stubEnv("DATABASE_CA", "/nowhere/ca.pem");
  expect(() => addressOf(`${plain}?sslmode=require`)).toThrow("/nowhere/ca.pem. Check DATABASE_CA");
  vi.unstubAllEnvs();
});

if (dialectOf(databaseUrl()) === "postgres") {
  let database: TestDatabase;
  let folder: string;
  let proxies: Server[];

  beforeEach(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), "daybook-tls-"));
    proxies = [];
  });
  afterEach(async () => {
    for (const proxy of proxies) proxy.close();
    vi.unstubAllEnvs();
    process.env.DATABASE_URL = database.url;
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a certificate that nobody vouches for is refused, with a sentence, whatever the sslmode", async () => {
    for (const mode of ["require", "prefer", "verify-full"]) {
      process.env.DATABASE_URL = `${await behindTls(selfSigned({ addresses: ["127.0.0.1"] }))}?sslmode=${mode}`;
      await expect(checkDatabase()).rejects.toThrow("Set DATABASE_CA");
      await expect(readMany([], (q) => q.select().from(XeroTenants))).rejects.toThrow();
    }
  });

  test("a certificate that DATABASE_CA vouches for is taken, and the books are read through it", async () => {
    const certificate = selfSigned({ addresses: ["127.0.0.1"] });
    process.env.DATABASE_URL = `${await behindTls(certificate)}?sslmode=require`;
    vi.stubEnv("DATABASE_CA", written(certificate));
    await checkDatabase();
    expect(await readMany([], (q) => q.select().from(XeroTenants))).toEqual([]);
  });

  test("a certificate for another host is refused although its authority is known", async () => {
    const certificate = selfSigned({ names: ["db.example"], addresses: ["192.0.2.1"] });
    process.env.DATABASE_URL = `${await behindTls(certificate)}?sslmode=require`;
    vi.stubEnv("DATABASE_CA", written(certificate));
    await expect(checkDatabase()).rejects.toThrow("host name that the certificate names");
  });

  test("a server without TLS is not spoken to in clear when TLS was asked for", async () => {
    process.env.DATABASE_URL = `${database.url}?sslmode=require`;
    await expect(checkDatabase()).rejects.toThrow();
  });

  function written({ cert }: Certificate): string {
    const file = join(folder, "ca.pem");
    writeFileSync(file, cert);
    return file;
  }

  /** The test database behind a TLS of our own: what its server would speak if it had a certificate. */
  async function behindTls(certificate: Certificate): Promise<string> {
    const target = new URL(database.url);
    const proxy = createServer((socket) => socket.once("data", () => upgrade(socket, certificate, target)));
    proxies.push(proxy);
    await new Promise<void>((resolve) => {
      proxy.listen(0, "127.0.0.1", resolve);
    });
    const url = new URL(database.url);
    url.host = `127.0.0.1:${portOf(proxy)}`;
    return url.href;
  }
}

/** Answers PostgreSQL's SSLRequest with yes and hands on what is said inside. */
function upgrade(socket: Socket, { cert, key }: Certificate, target: URL): void {
  socket.write("S");
  const inside = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ cert, key }) });
  const server = connect(Number(target.port), target.hostname);
  inside.pipe(server).pipe(inside);
  for (const end of [socket, inside, server]) end.on("error", () => server.destroy());
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
