import { andList } from '../../ui/and-list.ts';
import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { WardStrength } from '../strength/ward-strength.ts';
import type { BookFrame } from './book-frame.ts';
import { BookPage, ChooseDay } from './book-page.tsx';
import type { BoroughView, WardLine } from './borough-view.ts';
import { Holders } from './holders.tsx';
import { bookAddress } from './page-address.ts';
import { rankRows } from './rank-rows.ts';
import { RankTable } from './rank-table.tsx';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';
import { sayShares } from './say-shares.ts';
import type { SeatLine } from './seat-line.ts';
import { VacancyTable } from './vacancy-table.tsx';

/** A borough's posts and people: what there should be, who there is, what it shares, and every ward. */
export function BoroughPostsPage({ frame, borough }: { frame: BookFrame; borough: BoroughView }) {
  const path = `/organisation/boroughs/${borough.code}`;
  const { apportioned } = borough.strength;
  const { people } = apportioned;
  const short = borough.wards.filter(({ strength }) => strength !== null && isBelow(strength));
  const years = [...new Set(borough.budgets.map(({ year }) => year))];
  return (
    <BookPage frame={frame} path={path} title={borough.name} over="Posts and people of a borough">
      <Answer
        figure={`${fullTimeEquivalents(apportioned.establishment)} posts${people === null ? '.' : `, ${fullTimeEquivalents(people.vacancy)} of them vacant.`}`}
        synthetic={frame.synthetic}
      >
        {people === null
          ? 'Nobody’s posting is recorded, so it is not known who is in them.'
          : short.length === 0
            ? `Each of its ${countWords(borough.wards.length, 'ward')} has its floor.`
            : `Of its ${countWords(borough.wards.length, 'ward')}, ${andList(short.map(({ name }) => name))} ${short.length === 1 ? 'is' : 'are'} below the floor.`}
      </Answer>
      <ChooseDay frame={frame} path={path} />
      <div class="w-cols w-cols--half">
        <div>
          <RankTable
            caption="By rank"
            sub={`Full-time equivalents; of a shared post the borough’s part. ${years.length === 0 ? 'No budget is recorded.' : `Budget: ${andList(years)}.`}`}
            synthetic={frame.synthetic}
            sections={[
              {
                rows: rankRows(
                  borough.strength.byRank.map(({ rank, apportioned: part }) => ({ rank, ...part })),
                  borough.budgets,
                ),
              },
            ]}
          />
          <AboveTheFloor borough={borough} />
        </div>
        <SeatTable
          caption="Who leads"
          sub="Superintendent, chief inspector and inspectors of the borough"
          frame={frame}
          borough={borough}
          groups={[{ lines: borough.leaders }]}
        />
      </div>
      <Wards frame={frame} borough={borough} />
      <Teams frame={frame} borough={borough} />
      <section class="w-section" aria-labelledby="vacancies">
        <h2 class="w-h2" id="vacancies">
          What is vacant
        </h2>
        {borough.vacancies.length === 0 ? (
          <p class="w-body">{people === null ? 'Not known.' : 'Nothing.'}</p>
        ) : (
          <VacancyTable vacancies={borough.vacancies} synthetic={frame.synthetic} />
        )}
      </section>
    </BookPage>
  );
}

const isBelow = ({ dwo, pcso }: WardStrength): boolean => dwo.below.posted || pcso.below.posted;

function AboveTheFloor({ borough: { aboveFloor, budgets } }: { borough: BoroughView }) {
  const { constables, floor, ownPosts, sharedPosts, least, most } = aboveFloor;
  const [few, many] = [least, most].map(fullTimeEquivalents);
  return (
    <p class="w-body">
      <b>{few === many ? few : `${few} to ${many}`} constables above the floor at most.</b> Of{' '}
      {fullTimeEquivalents(constables)} that {budgets.length === 0 ? 'its posts list' : 'its budget pays for'}, {floor}{' '}
      are the floor and {fullTimeEquivalents(ownPosts)} hold other posts
      {sharedPosts === 0
        ? '.'
        : `; ${sharedPosts === 1 ? 'the post' : `the ${fullTimeEquivalents(sharedPosts)} posts`} shared with another borough ${sharedPosts === 1 ? 'counts' : 'count'} wholly here for the least, and wholly there for the most.`}
    </p>
  );
}

function Wards({ frame, borough }: { frame: BookFrame; borough: BoroughView }) {
  const clusters = [...new Set(borough.wards.map(({ cluster }) => cluster))].sort();
  return (
    <section class="w-section" aria-labelledby="wards">
      <h2 class="w-h2" id="wards">
        Every ward, its sergeant and its floor
      </h2>
      <DataTable<WardLine>
        caption="Wards"
        sub="Officers and PCSOs: whole full-time equivalents posted, and deployable in brackets where fewer. A sergeant with two wards leads both."
        synthetic={frame.synthetic}
        phones="stack"
        compact
        sections={clusters.map((cluster) => ({
          ...(clusters.length === 1 ? {} : { heading: cluster ?? 'No cluster', kind: 'group' as const }),
          rows: borough.wards.filter((ward) => ward.cluster === cluster),
        }))}
        rowKey={({ code }) => code}
        columns={[
          {
            head: 'Ward',
            rowHeader: true,
            cell: ({ code, name }) => (
              <a class="govuk-link" href={bookAddress(`/organisation/wards/${code}`, frame)}>
                {name}
              </a>
            ),
          },
          { head: 'Sergeant', cell: (ward) => <Sergeant ward={ward} /> },
          { head: 'Officers', number: true, cell: ({ strength }) => counted(strength, 'dwo') },
          { head: 'PCSOs', number: true, cell: ({ strength }) => counted(strength, 'pcso') },
          { head: 'Floor', cell: ({ strength }) => <FloorTag strength={strength} /> },
        ]}
      />
      {borough.undecided.length === 0 ? null : (
        <p class="w-body">
          {countWords(borough.undecided.length, 'ward post')} {borough.undecided.length === 1 ? 'has' : 'have'} no ward
          yet.
        </p>
      )}
    </section>
  );
}

function Sergeant({ ward: { sergeants, ledWith } }: { ward: WardLine }) {
  const names = sergeants.flatMap(({ holders }) => holders.map(({ name }) => name));
  if (sergeants.length === 0) return <>none</>;
  return (
    <>
      {names.length === 0 ? 'vacant' : andList(names)}
      {ledWith.length === 0 ? null : <small class="w-line">also leads {andList(ledWith)}</small>}
    </>
  );
}

function counted(strength: WardStrength | null, kind: 'dwo' | 'pcso'): string {
  if (strength === null) return 'not known';
  const { posted, deployable } = strength[kind];
  const fewer = deployable === null || deployable.whole === posted.whole ? '' : ` (${deployable.whole})`;
  return `${posted.whole}${fewer}`;
}

function FloorTag({ strength }: { strength: WardStrength | null }) {
  if (strength === null) return <>not known</>;
  if (isBelow(strength)) return <Tag text="below" weight="breach" />;
  if (strength.dwo.below.deployable === true || strength.pcso.below.deployable === true)
    return <Tag text="not deployable" />;
  return <>kept</>;
}

function Teams({ frame, borough }: { frame: BookFrame; borough: BoroughView }) {
  if (borough.teams.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="teams">
      <h2 class="w-h2" id="teams">
        Teams for the whole borough
      </h2>
      <SeatTable
        caption="Posts outside the ward teams"
        sub="A shared post is one person: it stands on both boroughs’ pages and counts once in the unit."
        frame={frame}
        borough={borough}
        groups={borough.teams.map(({ team, lines }) => ({ heading: team, lines }))}
      />
    </section>
  );
}

function SeatTable(given: {
  caption: string;
  sub: string;
  frame: BookFrame;
  borough: BoroughView;
  groups: { heading?: string; lines: SeatLine[] }[];
}) {
  const { caption, sub, frame, borough, groups } = given;
  const nameOf = (code: string) => frame.boroughs.find((each) => each.code === code)?.name ?? code;
  return (
    <DataTable<SeatLine>
      caption={caption}
      sub={sub}
      synthetic={frame.synthetic}
      phones="stack"
      compact
      sections={groups.map(({ heading, lines }) => ({
        ...(heading === undefined ? {} : { heading, kind: 'group' as const }),
        rows: lines,
      }))}
      rowKey={({ post }) => post.reference}
      columns={[
        {
          head: 'Post',
          rowHeader: true,
          cell: ({ post }) => {
            const shared = sayShares(post, borough.code, nameOf);
            const funded = post.fundedBy === null ? null : `paid by ${post.fundedBy}`;
            const notes = [post.rank === 'Constable' ? null : post.rank, shared, funded].filter(
              (note) => note !== null,
            );
            return (
              <>
                {post.title} {notes.length === 0 ? null : <small class="w-line">{notes.join('; ')}</small>}
              </>
            );
          },
        },
        { head: 'Who, and since when', full: true, cell: (line) => <Holders line={line} /> },
      ]}
    />
  );
}
