import { andList } from '../../../ui/and-list.ts';
import { Answer } from '../../../ui/answer.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Details } from '../../../ui/details.tsx';
import { longDate } from '../../../ui/long-date.ts';
import type { DecidedProposal, Decision, Party } from '../model.ts';
import { sayWhose } from '../say-party.ts';
import { reviewTitle } from '../say-review.ts';
import { EveryWardTable, type NamedWard } from './compare/every-ward-table.tsx';
import { ProposalNotes, Quoted } from './compare/proposal-notes.tsx';
import { WeightsTable } from './compare/weights-table.tsx';
import { StabilityTable } from './decision/stability-table.tsx';

export interface DecisionRecordProps {
  decision: Decision;
  /** The wards of its plan. */
  wards: readonly NamedWard[];
  /** Number of the plan that came of it, where the record stands on another page; null on the plan's own. */
  plan: string | null;
}

/** What was decided and on what: who was asked, who proposed which weights, the plan under each, what was chosen and why. */
export function DecisionRecord({ decision, wards, plan }: DecisionRecordProps) {
  const { review, proposals, reasons } = decision;
  const chosen = proposals.find(({ id }) => id === decision.chosen);
  return (
    <section class="w-section" aria-labelledby="decision">
      <h2 class="w-h2" id="decision">
        How it was decided
      </h2>
      <Answer figure={sayChosen(decision, chosen)} synthetic={review.synthetic}>
        {plan === null ? null : (
          <a class="govuk-link" href={`/allocation/plans/${plan}`}>
            It is plan {plan}.
          </a>
        )}
      </Answer>
      <h3 class="w-h3">Why</h3>
      <Quoted text={reasons} />
      <h3 class="w-h3">Who was asked</h3>
      <WhoWasAsked decision={decision} onPlan={plan === null} />
      <Figures {...decision} />
      <WeightsTable proposals={proposals} chosen={decision.chosen} synthetic={review.synthetic} />
      {proposals.length < 2 ? null : (
        <p class="w-body">
          <a class="govuk-link" href={`/allocation/reviews/${review.id}/compare`}>
            Look at two of them side by side
          </a>
        </p>
      )}
      <ProposalNotes proposals={proposals} chosen={decision.chosen} noComment="No comment was published." />
      <Details summary={`Officers of all ${wards.length} wards under every proposal`}>
        <EveryWardTable
          wards={wards}
          proposals={proposals}
          baseline={baselineOf(chosen)}
          synthetic={review.synthetic}
        />
      </Details>
      <HowSure decision={decision} wards={wards} chosen={chosen} />
    </section>
  );
}

/** Who was asked and who answered; on the plan's page the review and its question too, which head the review's own. */
function WhoWasAsked({ decision, onPlan }: { decision: Decision; onPlan: boolean }) {
  const { review } = decision;
  const named = `${reviewTitle(review)}, “${review.name}”`;
  return (
    <>
      <p class="w-body">
        {onPlan ? (
          <a class="govuk-link" href={`/allocation/reviews/${review.id}`}>
            {named}
          </a>
        ) : (
          'The review'
        )}{' '}
        took proposals {sayDays(review)}. {sayAsked(decision)}
      </p>
      {onPlan ? <Quoted text={review.question} /> : null}
    </>
  );
}

const sayDays = ({ opensOn, closesOn }: Decision['review']): string =>
  opensOn === closesOn ? `on ${longDate(opensOn)}` : `from ${longDate(opensOn)} to ${longDate(closesOn)}`;

/** What the numbers were worked out from, and what was revised since. */
function Figures({ figures, revised }: Decision) {
  const which =
    figures === 'as opened'
      ? 'Every proposal was worked out on the figures as they stood when the review opened.'
      : 'Every proposal was worked out on the figures as revised since the review opened.';
  return (
    <p class="w-body">
      {which} {revised ?? 'No figure was revised while it ran.'}
    </p>
  );
}

function HowSure({ decision, wards, chosen }: Pick<DecisionRecordProps, 'decision' | 'wards'> & Chosen) {
  const officers = chosen?.officers ?? null;
  if (officers === null) return null;
  const { stability, review } = decision;
  const { samples } = stability;
  const most = stability.wards.filter(({ code, shares }) => (shares[String(officers[code] ?? '')] ?? 0) > 0.5).length;
  return (
    <>
      <h3 class="w-h3">How sure it is</h3>
      <p class="w-body">
        <b>
          {countWords(most, 'ward')} of {wards.length} would have the same number in more than half of{' '}
          {countWords(samples, 'other weighting')}.
        </b>{' '}
        The fewer there are for a ward, the more its number depends on which weights were chosen.
      </p>
      <Details summary="How sure each ward’s number is">
        <StabilityTable
          wards={wards}
          officers={officers}
          stability={stability}
          within={decision.stabilityWithin}
          synthetic={review.synthetic}
        />
      </Details>
    </>
  );
}

interface Chosen {
  chosen: DecidedProposal | undefined;
}

function baselineOf(chosen: DecidedProposal | undefined) {
  if (chosen === undefined || chosen.officers === null) return null;
  const { id, title, officers } = chosen;
  return { head: `${title} (chosen)`, words: 'the proposal chosen', proposal: id, officers };
}

/** "Chosen on 12 May 2026 from 5 proposals: Islington Council’s." */
function sayChosen({ on, proposals }: Decision, chosen: DecidedProposal | undefined): string {
  const whose = chosen === undefined ? '' : `: ${sayWhose(chosen)}`;
  const from = proposals.length === 1 ? ', the only proposal' : ` from ${countWords(proposals.length, 'proposal')}`;
  return `Chosen on ${longDate(on)}${from}${whose}.`;
}

/** Who was invited, and who of them proposed weights. */
function sayAsked({ review, proposals }: Decision): string {
  const names = (parties: readonly Party[]) => andList(parties.map(({ name }) => name));
  const answered = review.invited.filter((asked) => proposals.some(({ party }) => isSame(asked, party)));
  const silent = review.invited.filter((asked) => !answered.includes(asked));
  if (review.invited.length === 0) return 'Nobody outside the police was invited.';
  if (silent.length === 0) return `Invited were ${names(answered)}, and each proposed weights.`;
  if (answered.length === 0) return `Invited were ${names(silent)}; none of them proposed weights.`;
  return `Of those invited, ${names(answered)} proposed weights, and ${names(silent)} did not.`;
}

const isSame = (a: Party, b: Party): boolean => a.kind === b.kind && a.name === b.name;
