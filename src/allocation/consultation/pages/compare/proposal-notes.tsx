import { findComponent } from '../../../../demand/index.ts';
import { longDate } from '../../../../ui/long-date.ts';
import type { DecidedProposal, PartyKind, WeightBounds } from '../../model.ts';
import { sayWeight } from '../../say-weight.ts';

export interface ProposalNotesProps {
  proposals: readonly DecidedProposal[];
  /** Number of the proposal that was chosen; null before. */
  chosen: number | null;
  /** What is said where no comment stands: that there is none, or that it is not published. */
  noComment: string;
}

/** Who proposed it, on which day, what they would accept, and what they said: one proposal under the other. */
export function ProposalNotes({ proposals, chosen, noComment }: ProposalNotesProps) {
  return (
    <div class="w-proposals">
      {proposals.map(({ id, title, party, on, bounds, comment }) => (
        <section key={id} aria-labelledby={`proposal-${id}`}>
          <h3 class="w-h3" id={`proposal-${id}`}>
            {title}
            {id === chosen ? ' (chosen)' : ''}
          </h3>
          <p class="w-small">
            {PARTY_WORDS[party.kind]}
            {party.kind === 'police' || party.name === title ? '' : `, ${party.name}`} · {longDate(on)}
          </p>
          {bounds === null ? null : <Bounds bounds={bounds} />}
          {comment === null || comment === '' ? <p class="w-body">{noComment}</p> : <Quoted text={comment} />}
        </section>
      ))}
    </div>
  );
}

const PARTY_WORDS: Readonly<Record<PartyKind, string>> = {
  police: 'Police',
  council: 'Council',
  'ward-panel': 'Ward panel',
  partner: 'Partner',
};

/** What the party would accept at least and at most, part by part. */
function Bounds({ bounds }: { bounds: WeightBounds }) {
  const parts = Object.entries(bounds);
  if (parts.length === 0) return null;
  return (
    <>
      <p class="w-body">Would accept:</p>
      <ul class="w-body-list">
        {parts.map(([part, [least, most]]) => (
          <li key={part}>
            {findComponent(part)?.title ?? part}: {sayWeight(least)} to {sayWeight(most)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Somebody's own words, with their line ends. */
export function Quoted({ text }: { text: string }) {
  return (
    <blockquote class="w-quoted">
      {text
        .split(/(?:\r?\n)+/)
        .filter((line) => line.trim() !== '')
        .map((line, place) => (
          <p key={place} class="w-body">
            {line}
          </p>
        ))}
    </blockquote>
  );
}
