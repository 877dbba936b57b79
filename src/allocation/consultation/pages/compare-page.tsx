import type { HexPlace } from '../../../geography/index.ts';
import type { Problem } from '../../../lib/refused.ts';
import { Answer } from '../../../ui/answer.tsx';
import type { Stability } from '../../stability/model.ts';
import type { PairCompared } from '../comparison/compare-pair.ts';
import type { DecidedProposal } from '../model.ts';
import { reviewAddress } from '../say-review.ts';
import { type Baseline, EveryWardTable, type NamedWard } from './compare/every-ward-table.tsx';
import { ChoosePair, PairSection } from './compare/pair-section.tsx';
import { ProposalNotes } from './compare/proposal-notes.tsx';
import { WeightsTable } from './compare/weights-table.tsx';
import { ReviewFrame, type ReviewHead, type UnitShown } from './review-frame.tsx';

export interface ComparePageModel {
  unit: UnitShown;
  review: ReviewHead;
  /** How the review stands: "Review 2026–1 · decided". */
  over: string;
  /** Every proposal that stands, as it came. */
  proposals: DecidedProposal[];
  /** Number of the proposal that was chosen; null before. */
  chosen: number | null;
  wards: NamedWard[];
  hexPlaces: HexPlace[];
  /** The two that are set side by side; null where there are not two with a plan. */
  asked: { a: number; b: number } | null;
  /** null where there are no two, or one of them has no plan. */
  pair: PairCompared | null;
  /** What every proposal is held against in the table of wards; null for nothing. */
  baseline: Baseline | null;
  /** How sure the numbers are; or why that is left out. */
  stability: Stability | { missing: string };
  /** What is said of a proposal without a comment. */
  noComment: string;
  problems: Problem[];
}

const EVERY_WARD = 'every-ward';

/** Two proposals side by side, then all of them: weights, wards, what their parties said. */
export function ComparePage(model: ComparePageModel) {
  const { unit, review, over, proposals, problems, asked } = model;
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      title="Two proposals side by side"
      over={over}
      here="Side by side"
      problems={problems}
    >
      <TheAnswer {...model} />
      {asked === null ? null : (
        <ChoosePair
          action={`${reviewAddress(review.id)}/compare`}
          proposals={proposals}
          asked={asked}
          problems={problems}
        />
      )}
      {model.pair === null ? null : (
        <PairSection {...model} pair={model.pair} places={model.hexPlaces} {...common(review)} />
      )}
      {proposals.length === 0 ? null : <AllProposals {...model} />}
    </ReviewFrame>
  );
}

const common = ({ synthetic }: ReviewHead) => ({ synthetic, tableId: EVERY_WARD });

function TheAnswer({ proposals, pair, asked, problems, review: { synthetic } }: ComparePageModel) {
  if (problems.length > 0) return null;
  if (pair !== null)
    return (
      <Answer figure={pair.answer} synthetic={synthetic}>
        {pair.weightsSentence ?? 'Both have the same weights.'}
      </Answer>
    );
  if (proposals.length === 0) return <Answer figure="Nobody has proposed weights yet." />;
  if (proposals.length === 1) return <Answer figure="There is one proposal, and nothing to set beside it yet." />;
  if (asked === null) return <Answer figure="Fewer than two of the proposals give a plan, so none are side by side." />;
  return <Answer figure="One of the two gives no plan, so they cannot be set side by side: choose two others." />;
}

function AllProposals({ review, proposals, chosen, wards, baseline, noComment }: ComparePageModel) {
  const { synthetic } = review;
  return (
    <>
      <section class="w-section" aria-labelledby="weights">
        <h2 class="w-h2" id="weights">
          What each proposal would have count
        </h2>
        <WeightsTable proposals={proposals} chosen={chosen} synthetic={synthetic} />
      </section>
      <section class="w-section" aria-labelledby="wards">
        <h2 class="w-h2" id="wards">
          All {wards.length} wards
        </h2>
        <EveryWardTable id={EVERY_WARD} wards={wards} proposals={proposals} baseline={baseline} synthetic={synthetic} />
      </section>
      <section class="w-section" aria-labelledby="said">
        <h2 class="w-h2" id="said">
          What each party said
        </h2>
        <ProposalNotes proposals={proposals} chosen={chosen} noComment={noComment} />
      </section>
    </>
  );
}
