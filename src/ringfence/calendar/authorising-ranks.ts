import { RANKS } from '../../organisation/index.ts';

/** Ranks above those of a command unit, the lowest first: they authorise too. */
const CHIEF_OFFICERS = [
  'Commander',
  'Deputy Assistant Commissioner',
  'Assistant Commissioner',
  'Deputy Commissioner',
  'Commissioner',
];

/** Ranks that a policy may ask for and an emergency may be authorised by, the lowest first. */
export const AUTHORISING_RANKS: readonly string[] = [
  ...RANKS.filter(({ level }) => level === 'management').map(({ rank }) => rank),
  ...CHIEF_OFFICERS,
];

const order = (name: string): number | null => {
  const chief = CHIEF_OFFICERS.indexOf(name);
  if (chief >= 0) return RANKS.length + chief;
  return RANKS.find(({ rank }) => rank === name)?.order ?? null;
};

/** Whether a rank is another or above it; a detective's rank is as high as the uniformed one. A rank nobody knows is below all. */
export function isAtLeast(rank: string, lowest: string): boolean {
  const [held, asked] = [order(rank), order(lowest)];
  return held !== null && asked !== null && held >= asked;
}
