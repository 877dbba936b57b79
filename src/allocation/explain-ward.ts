import { missingSentences } from '../demand/index.ts';
import { andList } from '../ui/and-list.ts';
import { longDate } from '../ui/long-date.ts';
import { ordinal } from '../ui/ordinal.ts';
import { percent } from '../ui/percent.ts';
import { rulesThatBind, sayRules } from './binding-names.ts';
import { marginsReckoned } from './margins-reckoned.ts';
import type { Margin, OptimalPlan, PlannedWard, Post } from './model.ts';
import { officerWords, POSTS } from './rule.ts';
import { sergeantOf } from './sergeant-lines.ts';

/** Why a ward has the number it has, in paragraphs of plain sentences. */
export interface WardExplanation {
  /** How many, and which turn the last one was. */
  answer: string;
  /** The turn of its last, the reason for each above the floor, what would change it, what demand is made of, what is missing. */
  paragraphs: string[];
}

/** Explains one ward of a plan. The ward must be one of the plan's. */
export function explainWard(plan: OptimalPlan, ward: PlannedWard): WardExplanation {
  return {
    answer: `${ward.name}: ${officerWords(ward.dwo, 'dwo')} and ${officerWords(ward.pcso, 'pcso')}, as at ${longDate(plan.asAt)}.`,
    paragraphs: [
      [floorSentence(plan), ...POSTS.map((post) => lastTurn(plan, ward, post))].filter(Boolean).join(' '),
      shareSentence(plan, ward),
      ...POSTS.flatMap((post) => awardsOf(ward, post).map((award) => award.reason)),
      ...sergeantSentence(plan, ward),
      ...withoutSentences(plan, ward),
      ...POSTS.map((post) => marginSentence(plan, ward, post)),
      ...queueSentence(plan, ward),
      partsSentence(plan, ward),
      ...missingSentences(plan.missing),
      ...(plan.synthetic ? ['The figures are made up: this is synthetic demonstration data.'] : []),
    ],
  };
}

const awardsOf = (ward: PlannedWard, post: Post) => (post === 'dwo' ? ward.awards : ward.pcsoAwards);
const marginOf = (ward: PlannedWard, post: Post): Margin => (post === 'dwo' ? ward.margin : ward.pcsoMargin);

function floorSentence({ limits: { floors } }: OptimalPlan): string {
  return `Every ward has at least ${officerWords(floors.dwo, 'dwo')} and ${officerWords(floors.pcso, 'pcso')}.`;
}

/** "Its last officer was the 16th of the 44 shared out above the 2 every ward has." */
function lastTurn(plan: OptimalPlan, ward: PlannedWard, post: Post): string {
  const turns = plan.officers[post] - plan.limits.floors[post] * plan.wards.length;
  const last = awardsOf(ward, post).at(-1);
  const noun = post === 'dwo' ? 'officer' : 'PCSO';
  if (plan.decidedBy === 'solver' && post === 'dwo') {
    const extra = awardsOf(ward, post).length;
    return `Of the ${turns} above that it has ${extra === 0 ? 'none' : extra}, under the side rules of “${plan.review ?? ''}”.`;
  }
  if (turns === 0) return post === 'dwo' ? 'None are left to share out above that.' : '';
  const shared = `${turns} shared out above that`;
  if (!last && turns === 1) return `The one ${noun} shared out above that went to another ward.`;
  if (!last) return `It got none of the ${turns} ${noun}s shared out above that.`;
  return `Its last ${noun} was the ${ordinal(last.rank ?? turns)} of the ${shared}.`;
}

function shareSentence(plan: OptimalPlan, ward: PlannedWard): string {
  const average = 1 / plan.wards.length;
  return `It has ${percent(ward.demandShare, 2)} of the demand in ${plan.unit}, where an average ward has ${percent(average, 2)}; an exact share of ${officerWords(plan.officers.dwo, 'dwo')} would be ${ward.quota.toFixed(2)}.`;
}

function marginSentence(plan: OptimalPlan, ward: PlannedWard, post: Post): string {
  if (post === 'dwo' && !marginsReckoned(plan))
    return 'How much its demand would have to change for another number of officers is not reckoned under side rules.';
  return `${gainSentence(plan, ward, post)} ${loseSentence(plan, ward, post)}`;
}

/** Who leads the ward, and with which other. */
function sergeantSentence(plan: OptimalPlan, ward: PlannedWard): string[] {
  const led = sergeantOf(plan, ward.code);
  if (led === null) return [];
  const { names, tier, demandShare } = led.sergeant;
  const others = names.filter((name) => name !== ward.name);
  return others.length === 0
    ? [`Its tier is ${tier}: it has a sergeant of its own, sergeant ${led.number}.`]
    : [
        `Its tier is ${tier}: it shares sergeant ${led.number} with ${andList(others)}, ${percent(demandShare, 2)} of demand together.`,
      ];
}

/** "Without the rule 'most moves' it would have 4 officers.", for each rule that binds and changes the ward. */
function withoutSentences({ binding }: OptimalPlan, { code }: PlannedWard): string[] {
  return binding.flatMap(({ rule, wards }) => {
    const other = wards.find((ward) => ward.code === code);
    if (other === undefined) return [];
    return [`Without ${sayRules(rulesThatBind({ rule }))} it would have ${officerWords(other.dwo, 'dwo')}.`];
  });
}

function gainSentence(plan: OptimalPlan, ward: PlannedWard, post: Post): string {
  const { gain } = marginOf(ward, post);
  const next = ordinalPost(ward[post] + 1, post);
  if (gain !== null) return `It would have ${next} if its demand were ${change(ward.demandShare, gain)}.`;
  const ceiling = plan.limits.ceilings[post];
  if (ceiling !== null && ward[post] >= ceiling) return `It is at the ceiling of ${officerWords(ceiling, post)}.`;
  return `No demand would give it ${next}: no other ward has one to give.`;
}

function loseSentence(plan: OptimalPlan, ward: PlannedWard, post: Post): string {
  const { lose } = marginOf(ward, post);
  if (lose !== null)
    return `It would lose its ${ordinal(ward[post])} if its demand were ${change(ward.demandShare, lose)}.`;
  if (ward[post] <= plan.limits.floors[post]) return 'The floor keeps it from having fewer.';
  return 'It would lose none if its demand fell: no other ward could take one.';
}

/** "1.7% higher", "0.4% lower", "5.1% of the unit's". */
function change(share: number, threshold: number): string {
  if (share === 0) return `more than ${percent(threshold, 2)} of the unit's`;
  const relative = threshold / share - 1;
  return `${percentThatTells(Math.abs(relative))} ${relative < 0 ? 'lower' : 'higher'}`;
}

/** At least one digit that is not 0, so that a close call never reads as none. */
function percentThatTells(share: number): string {
  if (share === 0) return 'the least bit';
  let decimals = 1;
  while (decimals < 9 && Number((share * 100).toFixed(decimals)) === 0) decimals += 1;
  return percent(share, decimals);
}

function queueSentence(plan: OptimalPlan, ward: PlannedWard): string[] {
  const place = plan.nextInLine.findIndex((next) => next.code === ward.code);
  if (place < 0) return [];
  return [
    place === 0 ? 'It is next in line for an officer.' : `It is ${ordinal(place + 1)} in line for the next officer.`,
  ];
}

function partsSentence(plan: OptimalPlan, ward: PlannedWard): string {
  const parts = plan.used.map(({ component, title, weight }) => {
    const share = percent(ward.components[component] ?? 0);
    return `${title.charAt(0).toLowerCase()}${title.slice(1)} ${share} (weight ${percent(weight)})`;
  });
  return `Its share of the unit, part by part: ${parts.join('; ')}.`;
}

const ordinalPost = (number: number, post: Post) => `a ${ordinal(number)} ${post === 'dwo' ? 'officer' : 'PCSO'}`;
