import { expect, test } from "vitest";
import { objectionTo, objectionToUrl } from "#lib/outbound/guard.ts";

const https = { protocol: "https:", port: 443 };
const privately = "This address leads to this machine or into a private network, which is refused.";

test.each([
  ["this machine", ["127.0.0.1", "127.255.255.254", "::1", "0.0.0.0", "::"]],
  ["a private network", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456:789a::1", "fec0::1"]],
  ["a neighbour, and the cloud's own services", ["169.254.169.254", "fe80::1"]],
  ["a provider's inner network", ["100.64.0.1", "100.127.255.255"]],
  ["many at once", ["224.0.0.1", "255.255.255.255", "ff02::1"]],
  ["nobody: kept for examples, tests and the future", ["192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "240.0.0.1", "2001:db8::1", "3fff::1", "5f00::1", "4000::1"]],
  ["an IPv4 number in another's clothes", ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "::ffff:0:7f00:1"]],
])("a number that leads to %s is refused", (_what, numbers) => {
  for (const number of numbers) expect([number, objectionTo(number, https, [])]).toEqual([number, privately]);
});

test("public numbers are written to, over https, on its ports", () => {
  for (const number of ["1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"]) expect([number, objectionTo(number, https, [])]).toEqual([number, undefined]);
  expect(objectionTo("8.8.8.8", { protocol: "http:", port: 80 }, [])).toBe("What we send must not be read on the way: use https.");
  expect(objectionTo("8.8.8.8", { protocol: "https:", port: 25 }, [])).toBe("We write to the ports 443 and 8443 only.");
});

test("what an operator allows is open on any port and without https, and opens nothing beside it", () => {
  const plain = { protocol: "http:", port: 5678 };
  expect(objectionTo("127.0.0.1", plain, ["127.0.0.0/8"])).toBeUndefined();
  expect(objectionTo("::ffff:127.0.0.1", plain, ["127.0.0.0/8"])).toBeUndefined();
  for (const number of ["::1", "10.0.0.1", "169.254.169.254"]) expect(objectionTo(number, plain, ["127.0.0.0/8"])).toBe(privately);
  expect(objectionTo("8.8.8.8", plain, ["127.0.0.0/8"])).toBe("What we send must not be read on the way: use https.");
  expect(objectionTo("fd00::7", plain, ["fd00::/8", "10.0.0.0/8"])).toBeUndefined();
});

test.each(["http://127.0.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/", "https://[::1]/", "https://[::ffff:7f00:1]/", "https://①②⑦.⓪.⓪.①/", "https://169.254.169.254/latest/meta-data"])(
  "%s is a private number, however it is written",
  (url) => expect(objectionToUrl(url, [])).toBe(privately),
);

test.each(["https://localhost/", "https://n8n.localhost/", "https://printer.local/", "https://metadata.google.internal/", "https://intranet/", "https://localhost./"])("%s is a private name", (url) => {
  expect(objectionToUrl(url, [])).toBe("This name is one of a private network, which is refused.");
});

test.each(["", "n8n.example.com", "ftp://n8n.example.com/", "javascript:alert(1)", "file:///etc/passwd", "https://"])("%j is no address to write to", (url) => {
  expect(objectionToUrl(url, [])).toBe("Give an address that begins with https://");
});

test("a public name passes for the time being; with a password in it, without https or on another's port it does not", () => {
  expect(objectionToUrl("https://n8n.example.com/webhook/1?a=b", [])).toBeUndefined();
  expect(objectionToUrl("https://me:secret@n8n.example.com/", [])).toBe("Leave name and password out of the address; send them as a header.");
  expect(objectionToUrl("http://n8n.example.com/", [])).toBe("What we send must not be read on the way: use https.");
  expect(objectionToUrl("https://n8n.example.com:22/", [])).toBe("We write to the ports 443 and 8443 only.");
});
