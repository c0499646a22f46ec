import { describe, expect, test } from "vitest";
import { opened, sealed } from "#lib/backups/seal.ts";

const key = Buffer.alloc(32, 7);
const frame = 64 * 1024;
/** Its header, then frames of 64 KiB with sixteen bytes each. */
const header = 57;

async function* chunks(...bytes: Buffer[]) {
  yield* bytes;
}

async function seal(plain: Buffer): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(sealed(chunks(plain.subarray(0, 1000), plain.subarray(1000)), key)));
}

async function open(bytes: Buffer, with_: Buffer | null = key): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(opened(chunks(bytes), with_)));
}

test.each([0, 1, frame - 1, frame, frame + 1, 3 * frame])("%i bytes come back as they were", async (length) => {
  const plain = Buffer.alloc(length, "ledger");
  const closed = await seal(plain);
  expect(closed.length).toBe(header + length + 16 * Math.max(1, Math.ceil(length / frame)));
  expect(await open(closed)).toEqual(plain);
});

test("the same bytes are sealed differently each time, and none of them can be read", async () => {
  const plain = Buffer.alloc(5000, "Kauri & Sons");
  const [one, other] = [await seal(plain), await seal(plain)];
  expect(one.subarray(header).equals(other.subarray(header))).toBe(false);
  expect(one.includes("Kauri")).toBe(false);
});

describe("what is sealed does not open", () => {
  const plain = Buffer.alloc(3 * frame - 10, "ledger");
  const inSentence = "cut off, or a byte of it was altered";

  test.each([25, header - 1, header, header + 1, header + frame, header + frame + 16, header + 2 * frame, 3 * frame + header + 16 * 3 - 11])("when byte %i was altered", async (place) => {
    const closed = await seal(plain);
    closed.writeUInt8(closed.readUInt8(place) ^ 1, place);
    await expect(open(closed)).rejects.toThrow(inSentence);
  });

  test.each([header, header + 5, header + frame + 16, header + 2 * (frame + 16), header + 2 * (frame + 16) + 20])("when it was cut off after %i bytes", async (length) => {
    await expect(open((await seal(plain)).subarray(0, length))).rejects.toThrow(inSentence);
  });

  test("when two frames have changed places, or one is missing", async () => {
    const closed = await seal(plain);
    const [start, first, second, last] = [0, 1, 2, 3].map((number) => (number === 0 ? closed.subarray(0, header) : closed.subarray(header + (number - 1) * (frame + 16), header + number * (frame + 16))));
    const joined = (...parts: (Buffer | undefined)[]) => Buffer.concat(parts.flatMap((part) => part ?? []));
    expect(await open(joined(start, first, second, last))).toEqual(plain);
    await expect(open(joined(start, second, first, last))).rejects.toThrow(inSentence);
    await expect(open(joined(start, first, last))).rejects.toThrow(inSentence);
  });

  test("with another key, and the sentence names both without showing either", async () => {
    const other = Buffer.alloc(32, 8);
    await expect(open(await seal(plain), other)).rejects.toThrow(/^The backup is encrypted with the key [0-9a-f]{16}, and BACKUP_KEY is another one, [0-9a-f]{16}\./);
    await expect(open(await seal(plain), null)).rejects.toThrow(/^The backup is encrypted with the key [0-9a-f]{16}\. Set BACKUP_KEY to it\.$/);
  });
});

test("a file that is something else is called so", async () => {
  await expect(open(Buffer.from("a letter to the bank"))).rejects.toThrow("The file is no backup of Daybook");
});
