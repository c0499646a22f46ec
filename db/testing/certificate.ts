// A certificate that signs itself, made in memory: what a private authority hands out, for a name or an address of the loopback.
import { generateKeyPairSync, sign } from "node:crypto";

export type Certificate = { cert: string; key: string };

const ecdsaWithSha256 = oid("1.2.840.10045.4.3.2");

/** `names` are DNS names; `addresses` IPv4 addresses. Good from 2020 to 2049. */
export function selfSigned({ names = [], addresses = [] }: { names?: string[]; addresses?: string[] }): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const subject = sequence(set(sequence(oid("2.5.4.3"), tagged(0x0c, Buffer.from("A test authority")))));
  const validity = sequence(tagged(0x17, Buffer.from("200101000000Z")), tagged(0x17, Buffer.from("491231000000Z")));
  const alternatives = sequence(...names.map((name) => tagged(0x82, Buffer.from(name))), ...addresses.map((address) => tagged(0x87, Buffer.from(address.split(".").map(Number)))));
  const extensions = sequence(
    sequence(oid("2.5.29.17"), tagged(0x04, alternatives)),
    sequence(oid("2.5.29.19"), tagged(0x01, Buffer.from([0xff])), tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff]))))),
  );
  const spki = publicKey.export({ type: "spki", format: "der" });
  const body = sequence(tagged(0xa0, tagged(0x02, Buffer.from([2]))), tagged(0x02, Buffer.from([1])), sequence(ecdsaWithSha256), subject, validity, subject, spki, tagged(0xa3, extensions));
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]));
  return { cert: pem(sequence(body, sequence(ecdsaWithSha256), signature)), key: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function set(...parts: Buffer[]): Buffer {
  return tagged(0x31, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}
