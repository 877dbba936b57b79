/** Hands out turns one at a time, first come first served. */
export interface Turns {
  /** Resolves with the function that ends the turn; calling it twice does no harm. */
  take(): Promise<() => void>;
  /** How many wait for a turn that someone else has. */
  waiting(): number;
}

export function makeTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  return {
    async take() {
      const previous = last;
      let end: () => void = () => undefined;
      last = new Promise((resolve) => {
        end = resolve;
      });
      waiting += 1;
      await previous;
      waiting -= 1;
      return end;
    },
    waiting: () => waiting,
  };
}
