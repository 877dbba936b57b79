/** Answers by their question; the eldest go when there are too many. A question that failed is asked again. */
export function remembering<Answer>(most: number): (question: string, make: () => Promise<Answer>) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (question, make) => {
    const before = known.get(question);
    if (before !== undefined) return before;
    const made = make();
    known.set(question, made);
    made.catch(() => known.delete(question));
    for (const old of [...known.keys()].slice(0, -most)) known.delete(old);
    return made;
  };
}
