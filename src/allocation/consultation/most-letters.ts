/** Letters that a name, a question, a comment and a reason may have at most. */
export const MOST_LETTERS = { name: 200, title: 100, text: 10_000 };
