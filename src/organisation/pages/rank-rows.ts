import type { Budget } from '../post-book.ts';
import type { Strength } from '../strength/strength-of.ts';

/** What there should be and what there is, of one rank. */
export interface RankRow {
  rank: string;
  /** Full-time equivalents that the budget pays for; null: no budget is recorded. */
  budget: number | null;
  establishment: number;
  /** null: nobody's posting is recorded. */
  strength: number | null;
  vacancy: number | null;
}

/** Ranks with posts or a budget: those with posts in the order given, then those with a budget alone. */
export function rankRows(byRank: readonly ({ rank: string } & Strength)[], budgets: readonly Budget[]): RankRow[] {
  const paid = (rank: string) => {
    const rows = budgets.filter((budget) => budget.rank === rank);
    return rows.length === 0 ? null : rows.reduce((sum, { fullTimeEquivalents }) => sum + fullTimeEquivalents, 0);
  };
  const budgetAlone = [...new Set(budgets.map(({ rank }) => rank))].filter(
    (rank) => !byRank.some((row) => row.rank === rank),
  );
  return [
    ...byRank.map(({ rank, establishment, people }) => ({
      rank,
      budget: paid(rank),
      establishment,
      strength: people?.strength ?? null,
      vacancy: people?.vacancy ?? null,
    })),
    ...budgetAlone.map((rank) => ({ rank, budget: paid(rank), establishment: 0, strength: null, vacancy: null })),
  ];
}
