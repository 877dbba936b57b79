import { todayInLondon } from '../../../../lib/calendar/today-in-london.ts';
import { countWords } from '../../../../ui/count-words.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { longDate } from '../../../../ui/long-date.ts';
import type { Party, WeightProposal } from '../../model.ts';
import { proposalAddress } from '../../say-review.ts';

export interface WhoWasAskedProps {
  invited: readonly Party[];
  /** Those that stand and that the reader may see. */
  proposals: readonly WeightProposal[];
  seesAll: boolean;
}

interface Line {
  key: string;
  party: string;
  kind: string;
  proposal: WeightProposal | null;
}

export const PARTY_WORDS: Readonly<Record<Party['kind'], string>> = {
  police: 'police',
  council: 'council',
  'ward-panel': 'ward panel',
  partner: 'partner',
};

/** Who was asked, and who has answered; whose answers the reader may not see is listed without. */
export function WhoWasAsked({ invited, proposals, seesAll }: WhoWasAskedProps) {
  const answered = invited.filter((party) => answerOf(party, proposals) !== null).length;
  return (
    <section class="w-section" aria-labelledby="asked">
      <h2 class="w-h2" id="asked">
        Who was asked
      </h2>
      <p class="w-body">
        {seesAll
          ? `${answered} of the ${countWords(invited.length, 'party', 'parties')} asked ${answered === 1 ? 'has' : 'have'} answered.`
          : `${countWords(invited.length, 'party', 'parties')} ${invited.length === 1 ? 'was' : 'were'} asked. You see your own answer; everyone sees the others with the decision.`}
      </p>
      <DataTable<Line>
        caption="Parties to the review"
        phones="stack"
        compact
        rows={linesOf(invited, proposals)}
        rowKey={({ key }) => key}
        columns={[
          { head: 'Party', rowHeader: true, cell: ({ party }) => party },
          { head: 'Kind', cell: ({ kind }) => kind },
          { head: 'Answer', cell: ({ proposal }) => <Answered proposal={proposal} seesAll={seesAll} /> },
        ]}
      />
    </section>
  );
}

function Answered({ proposal, seesAll }: { proposal: WeightProposal | null; seesAll: boolean }) {
  if (proposal === null) return <>{seesAll ? 'none yet' : 'not shown'}</>;
  return (
    <a class="govuk-link" href={proposalAddress(proposal)}>
      {proposal.title}, {longDate(todayInLondon(proposal.written.at))}
    </a>
  );
}

const same = (one: Party, other: Party) => one.kind === other.kind && one.name === other.name;
const answerOf = (party: Party, proposals: readonly WeightProposal[]) =>
  proposals.find((proposal) => same(proposal.party, party)) ?? null;

/** Whoever proposed, asked or not, the police first; then who was asked and has not answered. */
function linesOf(invited: readonly Party[], proposals: readonly WeightProposal[]): Line[] {
  const waiting = invited.filter((party) => answerOf(party, proposals) === null);
  return [
    ...proposals
      .toSorted((a, b) => Number(b.party.kind === 'police') - Number(a.party.kind === 'police'))
      .map((proposal) => lineOf(proposal.party, proposal)),
    ...waiting.map((party) => lineOf(party, null)),
  ];
}

const lineOf = (party: Party, proposal: WeightProposal | null): Line => ({
  key: proposal === null ? `${party.kind} ${party.name}` : String(proposal.id),
  party: party.name,
  kind: PARTY_WORDS[party.kind],
  proposal,
});
