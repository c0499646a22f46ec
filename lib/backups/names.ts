// What a backup is called: daybook-20261124T231500Z.tar.gz, with .sealed behind it where it is encrypted. The instant in the name is when it was
// taken; a folder's backups are known by it, whatever copying did to their dates.
import { readdir } from "node:fs/promises";

export type Listed = { name: string; takenAt: Date };

const pattern = /^daybook-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(\.sealed)?$/;

export function nameOfBackup(takenAt: Date, isSealed: boolean): string {
  const instant = takenAt.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return `daybook-${instant}.tar.gz${isSealed ? ".sealed" : ""}`;
}

/** Latest first; none where there is no such folder yet. */
export async function listBackups(folder: string): Promise<Listed[]> {
  const names = await readdir(folder).catch(() => []);
  const listed = names.flatMap((name) => {
    const [, year, month, day, hour, minute, second] = pattern.exec(name) ?? [];
    return year === undefined ? [] : [{ name, takenAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) }];
  });
  return listed.toSorted((one, other) => other.takenAt.getTime() - one.takenAt.getTime());
}
