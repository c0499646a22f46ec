// What was noticed while an answer was read: texts that had to be cut, words Xero uses that we do not know. An answer is read in one go,
// so what is noticed between two takings belongs to one answer.

const noticed = new Map<string, number>();

export function remark(sentence: string): void {
  noticed.set(sentence, (noticed.get(sentence) ?? 0) + 1);
}

/** The sentences since the last taking, each once with how often it held. */
export function takeRemarks(): string[] {
  const sentences = [...noticed].map(([sentence, times]) => (times === 1 ? sentence : `${sentence} (${times} times)`));
  noticed.clear();
  return sentences;
}
