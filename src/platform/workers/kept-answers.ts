/** The answer to a question, worked out only where it is not kept. */
type KeptAnswers<Answer> = (question: string, work: () => Promise<Answer>) => Promise<Answer>;

/**
 * Keeps the answers asked for last: who asks the same while it is worked out waits for that one, and who asks later is given
 * it at once. What fails is not kept.
 * @param most answers kept, ≥ 1; the one asked for longest ago goes first
 */
export function keptAnswers<Answer>(most: number): KeptAnswers<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return (question, work) => {
    const known = kept.get(question);
    // A map keeps the order in which it was filled: taken out and put in again, it is the last.
    kept.delete(question);
    const answer = known ?? work();
    kept.set(question, answer);
    if (known === undefined)
      answer.catch(() => {
        if (kept.get(question) === answer) kept.delete(question);
      });
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return answer;
  };
}
