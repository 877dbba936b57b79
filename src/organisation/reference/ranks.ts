/** A rank, as the command unit's books write it. */
export interface RankRule {
  rank: string;
  /** From the lowest, 0: who may supervise whom. */
  order: number;
  /** Inspectors and above manage; sergeants and below police. Head counts of management and operations go by it. */
  level: 'management' | 'operational';
  /** Uniformed ranks and detectives: the supervisory ratio of an investigation counts detectives alone. */
  detective: boolean;
}

const rule = (rank: string, order: number, level: RankRule['level'], detective = false): RankRule => ({
  rank,
  order,
  level,
  detective,
});

/** Every rank that posts and officers may have, the lowest first. */
export const RANKS = [
  rule('Police Staff', 0, 'operational'),
  rule('PCSO', 0, 'operational'),
  rule('Constable', 1, 'operational'),
  rule('Detective Constable', 1, 'operational', true),
  rule('Sergeant', 2, 'operational'),
  rule('Detective Sergeant', 2, 'operational', true),
  rule('Inspector', 3, 'management'),
  rule('Detective Inspector', 3, 'management', true),
  rule('Chief Inspector', 4, 'management'),
  rule('Detective Chief Inspector', 4, 'management', true),
  rule('Superintendent', 5, 'management'),
  rule('Detective Superintendent', 5, 'management', true),
  rule('Chief Superintendent', 6, 'management'),
] as const satisfies readonly RankRule[];

/** The rank of a name, whatever its capitals; null when there is none. */
export function findRank(name: string): RankRule | null {
  const wanted = name.trim().toLowerCase();
  return RANKS.find(({ rank }) => rank.toLowerCase() === wanted) ?? null;
}
