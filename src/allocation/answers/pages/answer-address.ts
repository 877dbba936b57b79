import type { AnswerStanding } from '../model.ts';

/** What an address of an answer asks: the day, and whether the reader named it; a plan's number, or null. */
export interface AnswerAddress {
  asAt: string;
  dayAsked: boolean;
  plan: string | null;
}

/** Address of the unit's answer or a ward's, in a form, with the day and plan that were asked for. */
export function answerAddress(
  asked: AnswerAddress,
  code: string | null = null,
  form: 'html' | 'txt' | 'json' = 'html',
): string {
  const query = new URLSearchParams([
    ...(asked.plan === null ? [] : [['plan', asked.plan]]),
    ...(asked.dayAsked ? [['as-at', asked.asAt]] : []),
  ]).toString();
  const path = `/allocation/answers${code === null ? '' : `/${encodeURIComponent(code)}`}${form === 'html' ? '' : `.${form}`}`;
  return query === '' ? path : `${path}?${query}`;
}

/** Address of the plan that an answer is of. */
export const planAddress = (standing: AnswerStanding): string =>
  standing.kind === 'put forward' || standing.kind === 'tried' ? '/allocation' : `/allocation/plans/${standing.id}`;
