/** A rule's name in words: "Most moves". */
export const ruleTitle = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** When a rule applies, in words. */
export const RULE_KINDS = {
  always: 'Every plan',
  side: 'A side rule: of a review, and may be left out',
  sergeants: 'Every plan with sergeants',
} as const;
