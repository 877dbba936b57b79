import type { OutcomeFigures, OutcomeSetting } from './model.ts';

/** What one outcome comes to, a sentence each, in the order in which they are read. */
export function sayOutcome(outcome: OutcomeFigures, setting: OutcomeSetting): string[] {
  return [`${outcome.title} in ${setting.treated.join(' and ')}.`];
}
