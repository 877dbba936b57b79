import { countWords } from '../ui/count-words.ts';
import { longDate } from '../ui/long-date.ts';
import type { BookCheck } from './check-book.ts';
import type { Finding, OrganisationRule } from './rule.ts';
import { ORGANISATION_RULES } from './rules-of-the-book.ts';
import { groupBy } from './strength/group-by.ts';

/** A rule with what became of it. */
export interface JudgedRule {
  rule: OrganisationRule;
  broken: Finding[];
  unknown: Finding[];
}

/** Every rule of the book with its findings, in the order in which rules are told. */
export function judgedRules({ broken, unknown }: BookCheck): JudgedRule[] {
  return ORGANISATION_RULES.map((rule) => {
    const mine = (findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule.name);
    return { rule, broken: mine(broken), unknown: mine(unknown) };
  });
}

/** "3 of 24 rules are broken on 1 March 2026.", and what that leaves. */
export function checkAnswer(check: BookCheck): { figure: string; rest: string } {
  const rules = judgedRules(check);
  const broken = rules.filter((each) => each.broken.length > 0).length;
  const unknown = rules.filter((each) => each.broken.length === 0 && each.unknown.length > 0).length;
  const verb = broken === 1 ? 'is' : 'are';
  const many = broken === 0 ? 'No rule' : `${broken} of ${countWords(rules.length, 'rule')}`;
  const rest = [
    countWords(check.kept.length, 'rule'),
    check.kept.length === 1 ? 'is kept' : 'are kept',
    ...(unknown === 0 ? [] : [`and ${countWords(unknown, 'rule')} cannot be judged`]),
  ].join(' ');
  const day = longDate(check.asAt);
  return {
    figure: `${many} ${broken === 0 ? 'is' : verb} broken on ${day}.`,
    rest: `${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`,
  };
}

/** Why something cannot be judged, once for all rules that it is so of. */
export interface Reason extends Pick<Finding, 'where' | 'sentence'> {
  /** Names of the rules. */
  rules: string[];
}

/** What cannot be judged, each reason once. */
export function unknownReasons({ unknown }: BookCheck): Reason[] {
  return [...groupBy(unknown, ({ where, sentence }) => `${where}\n${sentence}`).values()].flatMap((findings) => {
    const [first] = findings;
    if (first === undefined) return [];
    return [{ where: first.where, sentence: first.sentence, rules: findings.map(({ rule }) => rule) }];
  });
}

/** "20 January 2026 to 8 March 2026", "from 5 May 2022", "on 1 March 2026". */
export function findingDays({ from, to }: Finding): string {
  if (to === null) return `from ${longDate(from)}`;
  return from === to ? `on ${longDate(from)}` : `${longDate(from)} to ${longDate(to)}`;
}
