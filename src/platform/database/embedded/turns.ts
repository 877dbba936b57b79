/** Hands out turns one at a time, first come first served. */
export interface Turns {
  /** Resolves with the function that ends the turn; calling it twice does no harm. */
  take(): Promise<() => void>;
}

export function makeTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    async take() {
      const previous = last;
      let end: () => void = () => undefined;
      last = new Promise((resolve) => {
        end = resolve;
      });
      await previous;
      return end;
    },
  };
}
