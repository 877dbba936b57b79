import { andList } from '../ui/and-list.ts';
import { fullPlanQuestion, termsWithout } from './full-plan-question.ts';
import type { Conflict } from './model.ts';
import { officerWords, quotedRule, type Terms } from './rule.ts';
import { sideRulesInForce } from './terms-of.ts';
import type { AskSideQuestion } from './what-rules-cost.ts';

/**
 * Side rules of which all are needed for there to be no plan: each is left out for good where there is none without it.
 * Where the time is over before all were asked about, the rest stay named.
 * @throws Error when there is no plan without any of them either: a fault of the solver or of ours
 */
export async function conflictingRules(terms: Terms, ask: AskSideQuestion): Promise<Conflict[]> {
  let dropped: string[] = [];
  let allAsked = true;
  for (const { name } of sideRulesInForce(terms)) {
    const without = [...dropped, name];
    const answer = await ask(fullPlanQuestion(termsWithout(terms, without)));
    if (answer?.kind === 'infeasible') dropped = without;
    else if (answer?.kind !== 'planned') allAsked = false;
  }
  const needed = sideRulesInForce(termsWithout(terms, dropped));
  if (needed.length === 0) throw new Error('The rules of every plan allow a plan that the solver does not find.');
  return conflictOf(
    terms,
    needed.map(({ name }) => name),
    allAsked,
  );
}

/** No plan keeps the side rules in force, and there was no time to ask which of them. */
export const conflictUnasked = (terms: Terms): Conflict[] =>
  conflictOf(
    terms,
    sideRulesInForce(terms).map(({ name }) => name),
    false,
  );

function conflictOf(terms: Terms, names: readonly string[], allAsked: boolean): Conflict[] {
  const head =
    names.length === 1
      ? `No plan keeps the rule ${names.map(quotedRule).join('')} beside the floor, the ceiling and the numbers asked for`
      : `No plan keeps the rules ${allAsked ? names.map(quotedRule).join(' and ') : andList(names.map(quotedRule))} together`;
  const unsure = allAsked || names.length === 1 ? '' : ' There was no time to find out which of them are to blame.';
  return sideRulesInForce(terms)
    .filter(({ name }) => names.includes(name))
    .map((rule, place) => {
      const says = rule.inForce(terms)?.sentence ?? '';
      const before = place === 0 ? `${head}.${unsure} ` : '';
      const last = place === names.length - 1;
      const after = last ? ` ${numbersOf(terms)} Loosen ${names.length === 1 ? 'it' : 'one'} or leave it out.` : '';
      return { rule: rule.name, sentence: `${before}${says}${after}` };
    });
}

function numbersOf({ limits, wards, sergeants }: Terms): string {
  const led = sergeants === null ? '' : ` and ${sergeants.sergeants} sergeants`;
  return `There are ${officerWords(limits.officers.dwo, 'dwo')}${led} for ${wards.length} wards.`;
}
