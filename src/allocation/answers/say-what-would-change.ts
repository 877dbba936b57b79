import { andList } from '../../ui/and-list.ts';
import { ordinalWord } from '../../ui/number-word.ts';
import { percent } from '../../ui/percent.ts';
import { rulesThatBind, sayRules } from '../binding-names.ts';
import { marginsReckoned } from '../margins-reckoned.ts';
import type { OptimalPlan, PlannedWard, Post } from '../model.ts';
import { officerWords } from '../rule.ts';
import type { AnswerStanding } from './model.ts';
import { sharedOut } from './say-last-officer.ts';
import { type Tense, tenseOf } from './tense.ts';

/** What is asked about: officers where margins are reckoned, PCSOs where any are shared out. */
interface Asked {
  plan: OptimalPlan;
  ward: PlannedWard;
  posts: Post[];
  tense: Tense;
}

/** By how much a ward's demand would have to differ for another number, or which side rules decide it. */
export function sayWhatWouldChange(plan: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const officers = marginsReckoned(plan);
  const posts: Post[] = [
    ...(officers ? ['dwo' as const] : []),
    ...(sharedOut(plan, 'pcso') > 0 ? ['pcso' as const] : []),
  ];
  const asked: Asked = { plan, ward, posts, tense: tenseOf(standing) };
  return [
    ...(officers ? [] : [...withoutRules(asked), NOT_UNDER_SIDE_RULES]),
    ...thresholds(asked, 'gain'),
    ...posts.flatMap((post) => noGain(asked, post)),
    ...(officers ? queue(asked) : []),
    ...thresholds(asked, 'lose'),
    ...noLoss(asked),
    ...level(asked),
  ].join(' ');
}

/** The one change that would give it one more officer, or what stands in the way. */
export function sayOneGain(plan: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const asked: Asked = { plan, ward, posts: ['dwo'], tense: tenseOf(standing) };
  const said = marginsReckoned(plan)
    ? [...thresholds(asked, 'gain'), ...noGain(asked, 'dwo')]
    : [...withoutRules(asked), NOT_UNDER_SIDE_RULES];
  return said[0] ?? '';
}

const NOT_UNDER_SIDE_RULES = 'How much more or less demand would change its officers is not reckoned under side rules.';

const marginOf = (ward: PlannedWard, post: Post) => (post === 'dwo' ? ward.margin : ward.pcsoMargin);

/** "It would have a third officer if its demand were 29.1% higher, and a second PCSO if it were 86.3% higher." */
function thresholds({ ward, posts, tense }: Asked, way: 'gain' | 'lose'): string[] {
  const told = posts.flatMap((post) => {
    const threshold = marginOf(ward, post)[way];
    return threshold === null ? [] : [{ post, change: change(ward.demandShare, threshold, way, tense) }];
  });
  const [first, second] = told;
  if (first === undefined) return [];
  const what = (post: Post) =>
    way === 'gain' ? `a ${numbered(ward[post] + 1, post)}` : `its ${numbered(ward[post], post)}`;
  const would = way === 'gain' ? tense.wouldHave : tense.wouldLose;
  const and = second === undefined ? '' : `, and ${what(second.post)} if it ${tense.were} ${second.change}`;
  return [`It ${would} ${what(first.post)} if its demand ${tense.were} ${first.change}${and}.`];
}

function noGain({ plan, ward, tense: { past } }: Asked, post: Post): string[] {
  if (marginOf(ward, post).gain !== null) return [];
  const ceiling = plan.limits.ceilings[post];
  if (ceiling !== null && ward[post] >= ceiling)
    return [
      `More demand would ${past ? 'have given' : 'give'} it no more ${post === 'dwo' ? 'officers' : 'PCSOs'}: ${ceiling} ${past ? 'was the most a ward might have' : 'is the most a ward may have'}.`,
    ];
  return [
    `No demand would ${past ? 'have given' : 'give'} it a ${numbered(ward[post] + 1, post)}: no other ward ${past ? 'had' : 'has'} one to give.`,
  ];
}

/** Why it would lose none: the floor, or that nobody could take one. */
function noLoss({ plan, ward, posts, tense }: Asked): string[] {
  const kept = posts.filter((post) => marginOf(ward, post).lose === null);
  const atFloor = kept.filter((post) => ward[post] <= plan.limits.floors[post]);
  const others = kept.filter((post) => !atFloor.includes(post));
  const { past, wouldLose } = tense;
  const keeps = andList(atFloor.map((post) => officerWords(ward[post], post)));
  return [
    ...(atFloor.length === 0
      ? []
      : [
          `However little its demand, it ${past ? 'kept' : 'keeps'} ${keeps}: every ward ${past ? 'had' : 'has'} as many.`,
        ]),
    ...others.map(
      (post) =>
        `It ${wouldLose} no ${post === 'dwo' ? 'officer' : 'PCSO'} if its demand ${past ? 'had fallen' : 'fell'}: no other ward could ${past ? 'have taken' : 'take'} one.`,
    ),
  ];
}

function queue({ plan: { nextInLine }, ward, tense }: Asked): string[] {
  const place = nextInLine.findIndex((next) => next.code === ward.code);
  if (place < 0 || tense.past) return [];
  return [
    place === 0 ? 'It is next in line for an officer.' : `It is ${ordinalWord(place + 1)} in line for an officer.`,
  ];
}

function withoutRules({ plan: { binding }, ward: { code }, tense }: Asked): string[] {
  return binding.flatMap(({ rule, wards }) => {
    const other = wards.find((ward) => ward.code === code);
    if (other === undefined) return [];
    return [`Without ${sayRules(rulesThatBind({ rule }))} it ${tense.wouldHave} ${officerWords(other.dwo, 'dwo')}.`];
  });
}

/** "third officer", "second PCSO". */
const numbered = (number: number, post: Post) => `${ordinalWord(number)} ${post === 'dwo' ? 'officer' : 'PCSO'}`;

/** A relative difference below which two wards are level, and the order of their codes decides. */
const LEVEL = 1e-9;
const isLevel = (share: number, threshold: number | null): boolean =>
  threshold !== null && share > 0 && Math.abs(threshold / share - 1) < LEVEL;

function level({ ward, posts, tense: { past } }: Asked): string[] {
  const margins = posts.map((post) => marginOf(ward, post));
  const some = margins.some(({ gain, lose }) => isLevel(ward.demandShare, gain) || isLevel(ward.demandShare, lose));
  if (!some) return [];
  return [
    past
      ? 'It was level with another ward, and the order of their codes decided.'
      : 'It is level with another ward, and the order of their codes decides.',
  ];
}

/** "3.7% higher"; "less than 0.1% lower"; "2.3 times what it is"; "any higher" where two wards are level. */
function change(share: number, threshold: number, way: 'gain' | 'lose', { past }: Tense): string {
  if (share === 0) return `more than ${percent(threshold)} of the unit’s`;
  const word = way === 'gain' ? 'higher' : 'lower';
  const relative = threshold / share - 1;
  const size = Math.abs(relative);
  if (size < LEVEL) return `any ${word}`;
  if (size < 0.0005) return `less than 0.1% ${word}`;
  if (relative >= 1) return `${(1 + relative).toFixed(1)} times what it ${past ? 'was' : 'is'}`;
  return `${percent(size)} ${word}`;
}
