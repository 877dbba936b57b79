/**
 * Makes work that is asked for far more often than it needs doing: who asks while it is done, or shortly after it began,
 * is given the same answer. What fails is not remembered.
 * @param milliseconds how old an answer may be
 * @param clock        milliseconds since any instant, never going back
 */
export function sharedAnswer<Answer>(
  work: () => Promise<Answer>,
  milliseconds: number,
  clock: () => number,
): () => Promise<Answer> {
  let last: { at: number; answer: Promise<Answer>; done: boolean } | null = null;
  return () => {
    if (last !== null && (!last.done || clock() - last.at < milliseconds)) return last.answer;
    const begun = { at: clock(), answer: work(), done: false };
    last = begun;
    begun.answer.then(
      () => {
        begun.done = true;
      },
      () => {
        if (last === begun) last = null;
      },
    );
    return begun.answer;
  };
}
