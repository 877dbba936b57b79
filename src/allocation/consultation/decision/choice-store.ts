import { sql } from 'kysely';
import type { Records } from '../../../platform/database/index.ts';
import type { FiguresUsed, Written } from '../model.ts';

/** A choice as it is written down. */
export interface NewChoice {
  review: number;
  proposal: number;
  reasons: string;
  figures: FiguresUsed;
  /** Number of its plan. */
  plan: string;
  chosen: Written;
}

/** Writes a choice down; it stands as long as its plan is not withdrawn. */
export async function insertChoice(trx: Records, choice: NewChoice): Promise<void> {
  const { review, proposal, reasons, figures, plan, chosen } = choice;
  await sql`insert into allocation.review_choice (review, proposal, reasons, figures, plan, chosen_by, chosen_at)
    values (${review}, ${proposal}, ${reasons}, ${figures}, ${plan}::bigint, ${chosen.by},
      ${chosen.at.toISOString()}::timestamptz)`.execute(trx);
}
