import { andList } from '../../ui/and-list.ts';
import { longDate } from '../../ui/long-date.ts';
import { numberWord } from '../../ui/number-word.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import type { Decision, Party } from '../consultation/model.ts';
import { sayWhose } from '../consultation/say-party.ts';
import type { PlannedWard } from '../model.ts';
import type { AnswerStanding } from './model.ts';

/** Who was asked, whose weights the plan follows, what each proposal would have given the ward, and who approved it. */
export function sayWhoWasAsked(
  ward: Pick<PlannedWard, 'code' | 'dwo'>,
  decision: Decision | null,
  standing: AnswerStanding,
): string {
  const approved = sayApproval(standing);
  if (decision === null) return ['No consultation is on record for this plan.', ...approved].join(' ');
  const near = nearestFirst(decision.review.invited, ward.code);
  return [sayInvited(near), sayProposals(decision), ...proposedForWard(decision, ward.code), ...approved].join(' ');
}

/** "Camden Council, Islington Council and 4 others were asked." @param invited those to be named first come first */
export function sayInvited(invited: readonly Party[], mostNamed = MOST_NAMED): string {
  if (invited.length === 0) return 'Nobody is on record as asked.';
  return `${listed(invited, mostNamed)} ${invited.length === 1 ? 'was' : 'were'} asked.`;
}
const MOST_NAMED = 4;

/** The same as a clause for reading out: "Camden Council and five others were asked", who is nearest to the ward first. */
export const sayInvitedAloud = (invited: readonly Party[], code: string): string =>
  sayInvited(nearestFirst(invited, code), MOST_NAMED_ALOUD).replace(/\.$/, '');
const MOST_NAMED_ALOUD = 2;

function listed(invited: readonly Party[], mostNamed: number): string {
  const named = invited.slice(0, invited.length > mostNamed + 1 ? mostNamed : invited.length).map(theName);
  const others = invited.length - named.length;
  return sentenceCase(andList(others === 0 ? named : [...named, `${numberWord(others)} others`]));
}

/** "Five proposed weights, and the plan follows Camden Council’s, chosen on 2 April 2026." */
export function sayProposals({ proposals, chosen, on }: Decision): string {
  const winner = proposals.find(({ id }) => id === chosen);
  const count = proposals.length;
  const how =
    count === 1
      ? 'One proposal of weights was made'
      : `${sentenceCase(numberWord(count))} proposals of weights were made`;
  const whose = winner === undefined ? 'the one chosen' : `${theFor(winner.party)}${sayWhose(winner)}`;
  return `${how}, and the plan follows ${whose}, chosen on ${longDate(on)}.`;
}

/** "Under two of them this ward would have 3 officers, under three 2." */
function proposedForWard({ proposals }: Decision, code: string): string[] {
  const counts = new Map<number, number>();
  for (const { officers } of proposals) {
    const dwo = officers?.[code];
    if (dwo !== undefined) counts.set(dwo, (counts.get(dwo) ?? 0) + 1);
  }
  const told = [...counts].toSorted(([a, one], [b, other]) => other - one || b - a);
  const [first, ...rest] = told;
  if (first === undefined || proposals.length === 1) return [];
  const officers = (dwo: number) => `${dwo} ${dwo === 1 ? 'officer' : 'officers'}`;
  if (rest.length === 0 && first[1] === proposals.length)
    return [`All of them would give this ward ${officers(first[0])}.`];
  const others = rest.map(([dwo, count]) => `${numberWord(count)} ${dwo}`);
  return [`Of them, ${andList([`${numberWord(first[1])} would give this ward ${officers(first[0])}`, ...others])}.`];
}

/** Who approved it; nothing of a plan that was not published. */
export function sayApproval(standing: AnswerStanding): string[] {
  if (standing.kind === 'put forward' || standing.kind === 'tried') return [];
  const on = longDate(standing.publishedOn);
  return [
    standing.alone
      ? `Its author approved it alone, because nobody else could; it was published on ${on}.`
      : `A second person approved it, and it was published on ${on}.`,
  ];
}

/** Who approved it, as a clause; null of a plan that was not published. */
export function sayApprovedBy(standing: AnswerStanding): string | null {
  if (standing.kind === 'put forward' || standing.kind === 'tried') return null;
  return standing.alone ? 'its author approved it alone, because nobody else could' : 'a second person approved it';
}

const nearestFirst = (invited: readonly Party[], code: string): Party[] =>
  invited.toSorted((a, b) => closeness(b, code) - closeness(a, code));

/** The panel of the ward itself first, then who speaks for one place, then the others. */
const closeness = ({ ward, borough }: Party, code: string): number =>
  ward === code ? 2 : borough !== null && ward === null ? 1 : 0;

/** A party in a sentence: "the Bloomsbury ward panel", "Islington Council", "the police". */
const theName = (party: Party): string => (party.kind === 'police' ? 'the police' : `${theFor(party)}${party.name}`);

/** Panels are spoken of with an article; the police have theirs already. */
const theFor = ({ kind, name }: Party): string => (kind === 'ward-panel' && !/^the /i.test(name) ? 'the ' : '');
