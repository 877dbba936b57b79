import { andList } from '../../ui/and-list.ts';
import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { longDate } from '../../ui/long-date.ts';
import { Tag } from '../../ui/tag.tsx';
import type { BeforeAndAfter, FromUnit } from '../changes/before-and-after.ts';
import type { RollOut } from '../changes/roll-out.ts';
import type { Loss } from '../changes/who-lost-what.ts';
import type { BookFrame } from './book-frame.ts';
import { BookPage, ChooseDay } from './book-page.tsx';
import type { ChangesView } from './changes-view.ts';
import { bookAddress } from './page-address.ts';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';

const PATH = '/organisation/changes';

interface Given {
  frame: BookFrame;
  view: ChangesView;
}

/** Every named change of the establishment before and after, who gave posts up for it, and how far a roll-out has come. */
export function ChangesPage({ frame, view }: Given) {
  const due = view.changes.filter(({ state }) => state === 'complete');
  const short = due.filter(isShort).length;
  return (
    <BookPage frame={frame} path={PATH} title="Before and after" over="Changes of the establishment">
      <Answer
        figure={
          view.changes.length === 0
            ? 'No change is recorded.'
            : `${countWords(view.changes.length, 'change')}, ${due.length} of them due by this day${short === 0 ? '.' : ` and ${short} short of what was promised.`}`
        }
        synthetic={frame.synthetic}
      >
        {view.rollOut.there} of {view.rollOut.wards} wards have their second dedicated ward officer.
      </Answer>
      <ChooseDay frame={frame} path={PATH} />
      {view.changes.length === 0 ? null : <Changes frame={frame} view={view} />}
      <Ledger frame={frame} view={view} />
      <SecondOfficer frame={frame} view={view} />
    </BookPage>
  );
}

const isShort = ({ outstanding }: Pick<BeforeAndAfter, 'outstanding'>): boolean => (outstanding ?? 0) > 0;

/** A change whose day is past is complete only if what was promised is there. */
function StateTag({ of: { state, outstanding } }: { of: Pick<BeforeAndAfter, 'state' | 'outstanding'> }) {
  if (state !== 'complete' || !isShort({ outstanding })) return <Tag text={state} />;
  return <Tag text={`${fullTimeEquivalents(outstanding ?? 0)} short`} weight="breach" />;
}

function Changes({ frame, view }: Given) {
  return (
    <DataTable<BeforeAndAfter>
      caption="Each change"
      sub="Full-time equivalents of the posts it is about: the day before it begins, and when it is complete or, until then, on this day"
      synthetic={frame.synthetic}
      phones="stack"
      rows={view.changes}
      rowKey={({ change }) => change.reference}
      columns={[
        {
          head: 'Change',
          rowHeader: true,
          cell: ({ change, ...each }) => (
            <>
              {change.title} <StateTag of={each} />
              <small class="w-line">
                {longDate(change.begins)} to {longDate(change.completes)}
              </small>
            </>
          ),
        },
        { head: 'Before', number: true, cell: ({ before }) => fullTimeEquivalents(before.establishment) },
        {
          head: 'After',
          number: true,
          cell: ({ after }) => (after === null ? '–' : fullTimeEquivalents(after.establishment)),
        },
        {
          head: 'More',
          number: true,
          cell: ({ delivered }) => (delivered === null ? '–' : signed(delivered)),
        },
        {
          head: 'Promised',
          number: true,
          cell: ({ change }) => (change.promised === null ? 'no number' : signed(change.promised)),
        },
        {
          head: 'In post after',
          number: true,
          cell: ({ after }) => (after?.people ? fullTimeEquivalents(after.people.strength) : '–'),
        },
        { head: 'Where its posts came from', full: true, cell: ({ sources }) => <Sources sources={sources} /> },
      ]}
    />
  );
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${fullTimeEquivalents(Math.abs(value))}`;

function Sources({ sources }: { sources: FromUnit[] }) {
  if (sources.length === 0) return <>no new posts</>;
  return (
    <>
      {sources.map(({ unit, fullTimeEquivalents: posts }) => (
        <span key={unit ?? ''} class="w-line">
          {fullTimeEquivalents(posts)} {unit === null ? 'new, or from a unit that is not recorded' : `from ${unit}`}
        </span>
      ))}
    </>
  );
}

function Ledger({ frame, view: { losses } }: Given) {
  if (losses === null) return null;
  const { posts } = losses.notRecorded;
  return (
    <section class="w-section" aria-labelledby="ledger">
      <h2 class="w-h2" id="ledger">
        Which units gave up posts and people
      </h2>
      {losses.units.length === 0 ? (
        <p class="w-body">None is recorded since {longDate(losses.since)}.</p>
      ) : (
        <DataTable<Loss>
          caption={`Since ${longDate(losses.since)}`}
          sub="Posts that began here and the unit they moved from; people who came by transfer"
          synthetic={frame.synthetic}
          phones="stack"
          rows={losses.units}
          rowKey={({ unit }) => unit}
          columns={[
            { head: 'Unit', rowHeader: true, cell: ({ unit }) => unit },
            {
              head: 'Posts by rank',
              cell: ({ posts: moved }) =>
                moved.length === 0
                  ? 'none'
                  : andList(
                      moved.map(({ rank, fullTimeEquivalents: those }) => `${fullTimeEquivalents(those)} ${rank}`),
                    ),
            },
            { head: 'Posts', number: true, cell: (row) => fullTimeEquivalents(row.fullTimeEquivalents) },
            { head: 'People', number: true, cell: ({ officers }) => officers },
          ]}
        />
      )}
      <p class="w-note">
        {posts === 0
          ? 'Of every post that began in these days the book says where it came from.'
          : `Of ${countWords(posts, 'post')} more that began in these days the book does not say where ${posts === 1 ? 'it' : 'they'} came from: new, or moved.`}
      </p>
    </section>
  );
}

function SecondOfficer({ frame, view: { rollOut, through } }: Given) {
  return (
    <section class="w-section" aria-labelledby="roll-out">
      <h2 class="w-h2" id="roll-out">
        The second officer in every ward
      </h2>
      <p class="w-answer">
        <b>
          {rollOut.there} of {countWords(rollOut.wards, 'ward')}.
        </b>{' '}
        {rollOut.byEarlierAllocation === 0
          ? ''
          : `${rollOut.byEarlierAllocation} of them by an earlier allocation that was handed over as numbers.`}
      </p>
      {rollOut.toGo.length === 0 ? null : (
        <>
          <h3 class="w-h3">Wards without one</h3>
          <ul class="w-body-list w-body-list--columns">
            {rollOut.toGo.map(({ code, name, has }) => (
              <li key={code}>
                <a class="govuk-link" href={bookAddress(`/organisation/wards/${code}`, frame)}>
                  {name}
                </a>
                {has === null ? ': not known' : ''}
              </li>
            ))}
          </ul>
        </>
      )}
      <Details summary="Month by month">
        <DataTable<RollOut>
          caption="Wards with a second officer"
          sub="On the first of each month"
          synthetic={frame.synthetic}
          compact
          rows={through}
          rowKey={({ asAt }) => asAt}
          columns={[
            { head: 'Day', rowHeader: true, cell: ({ asAt }) => longDate(asAt) },
            { head: 'Wards with one', number: true, cell: ({ there }) => there },
            { head: 'Wards', number: true, cell: ({ wards }) => wards },
          ]}
        />
      </Details>
    </section>
  );
}
