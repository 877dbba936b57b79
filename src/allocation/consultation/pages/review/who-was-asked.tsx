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
  /** Those that the reader answers for. */
  own: readonly Party[];
  /** Whether it takes proposals. */
  open: boolean;
}

interface Line {
  key: string;
  party: string;
  kind: string;
  proposal: WeightProposal | null;
  /** Whether the reader would see an answer, were there one. */
  seen: boolean;
}

export const PARTY_WORDS: Readonly<Record<Party['kind'], string>> = {
  police: 'police',
  council: 'council',
  'ward-panel': 'ward panel',
  partner: 'partner',
};

/** Who was asked, and who has answered; whose answers the reader may not see is listed without. */
export function WhoWasAsked(props: WhoWasAskedProps) {
  return (
    <section class="w-section" aria-labelledby="asked">
      <h2 class="w-h2" id="asked">
        Who was asked
      </h2>
      <p class="w-body">{sayAnswered(props)}</p>
      <DataTable<Line>
        caption="Parties to the review"
        phones="stack"
        compact
        rows={linesOf(props)}
        rowKey={({ key }) => key}
        columns={[
          { head: 'Party', rowHeader: true, cell: ({ party }) => party },
          { head: 'Kind', cell: ({ kind }) => kind },
          { head: 'Answer', cell: Answered },
        ]}
      />
    </section>
  );
}

/** How many answered, and who sees what they said; the police run it and are not asked, so they are not counted. */
function sayAnswered({ invited, proposals, seesAll, open }: WhoWasAskedProps): string {
  const answered = invited.filter((party) => answerOf(party, proposals) !== null).length;
  const asked = countWords(invited.length, 'party', 'parties');
  if (seesAll)
    return `${answered} of the ${asked} asked ${answered === 1 ? 'has' : 'have'} answered. The police run the review and propose too; they are not among those asked.`;
  const others = open
    ? 'The police who run the review see every proposal as it comes; other parties see it with the decision.'
    : 'The police who run the review see every proposal; other parties see it with the decision.';
  return `${asked} ${invited.length === 1 ? 'was' : 'were'} asked. You see your own answer. ${others}`;
}

function Answered({ proposal, seen }: Line) {
  if (proposal === null) return <>{seen ? 'none yet' : 'not shown'}</>;
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
function linesOf({ invited, proposals, seesAll, own }: WhoWasAskedProps): Line[] {
  const waiting = invited.filter((party) => answerOf(party, proposals) === null);
  return [
    ...proposals
      .toSorted((a, b) => Number(b.party.kind === 'police') - Number(a.party.kind === 'police'))
      .map((proposal) => lineOf(proposal.party, proposal, true)),
    ...waiting.map((party) => lineOf(party, null, seesAll || own.some((each) => same(each, party)))),
  ];
}

const lineOf = (party: Party, proposal: WeightProposal | null, seen: boolean): Line => ({
  key: proposal === null ? `${party.kind} ${party.name}` : String(proposal.id),
  party: party.name,
  kind: PARTY_WORDS[party.kind],
  proposal,
  seen,
});
