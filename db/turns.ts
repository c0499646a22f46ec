// A few things, many who want one: each gets one in the order of asking, and nobody waits for ever.

/** `patience` in seconds; who waits longer gets the error that `tooLate` makes. Who gets a turn hears until when that patience lasts. */
export function takingTurns<Thing>(things: readonly Thing[], tooLate: () => Error, patience: number) {
  const free = [...things];
  const waiting: ((thing: Thing) => void)[] = [];

  async function take(): Promise<Thing> {
    const thing = free.pop();
    return thing === undefined ? wait() : thing;
  }
  function wait(): Promise<Thing> {
    return new Promise((resolve, reject) => {
      const given = (thing: Thing) => {
        clearTimeout(timer);
        resolve(thing);
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(given), 1);
        reject(tooLate());
      }, patience * 1000);
      waiting.push(given);
    });
  }
  function giveBack(thing: Thing): void {
    const next = waiting.shift();
    if (next) next(thing);
    else free.push(thing);
  }

  return async function withOne<T>(work: (thing: Thing, deadline: number) => Promise<T>): Promise<T> {
    const deadline = Date.now() + patience * 1000;
    const thing = await take();
    try {
      return await work(thing, deadline);
    } finally {
      giveBack(thing);
    }
  };
}
