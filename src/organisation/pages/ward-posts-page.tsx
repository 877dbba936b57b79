import { andList } from '../../ui/and-list.ts';
import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { DataTable, type Section } from '../../ui/data-table.tsx';
import { longDate } from '../../ui/long-date.ts';
import { Tag } from '../../ui/tag.tsx';
import type { FloorBreach } from '../strength/floor-breaches.ts';
import type { WardKind } from '../strength/ward-kind.ts';
import type { KindStrength, WardStrength } from '../strength/ward-strength.ts';
import type { BookFrame } from './book-frame.ts';
import { BookPage, ChooseDay } from './book-page.tsx';
import { Holders } from './holders.tsx';
import { bookAddress } from './page-address.ts';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';
import type { SeatLine } from './seat-line.ts';
import type { PastPosting, WardView } from './ward-view.ts';

const KINDS: Record<WardKind, string> = { dwo: 'Dedicated ward officers', pcso: 'PCSOs' };

/** Who is posted in a ward, whether its floor is kept, and who was there before. */
export function WardPostsPage({ frame, ward }: { frame: BookFrame; ward: WardView }) {
  const path = `/organisation/wards/${ward.code}`;
  return (
    <BookPage
      frame={frame}
      path={path}
      title={ward.name}
      over={`Posts and people of a ward in ${ward.borough.name}`}
      above={
        frame.whole
          ? [{ text: ward.borough.name, href: bookAddress(`/organisation/boroughs/${ward.borough.code}`, frame) }]
          : []
      }
    >
      <InShort frame={frame} ward={ward} />
      <ChooseDay frame={frame} path={path} />
      {ward.strength === null ? null : <FloorTable strength={ward.strength} synthetic={frame.synthetic} />}
      <p class="w-note">
        {ward.seesAbsences
          ? 'Deployable: posted, and neither absent nor on adjusted duties. A promise is judged by whole full-time equivalents.'
          : 'Your role does not show you who is absent or on adjusted duties, so only who is posted is counted.'}
      </p>
      <Posts ward={ward} frame={frame} />
      <DaysBelow ward={ward} synthetic={frame.synthetic} />
      <History ward={ward} frame={frame} />
      <p class="w-body">
        <a class="govuk-link" href={bookAddress(`/ward/${ward.code}`, frame)}>
          How many officers {ward.name} is planned to have, and why
        </a>
      </p>
    </BookPage>
  );
}

function InShort({ frame, ward }: { frame: BookFrame; ward: WardView }) {
  const { strength } = ward;
  if (strength === null)
    return (
      <Answer figure={`Who is posted in the wards of ${ward.borough.name} is not recorded.`}>
        So it is not known how many officers {ward.name} has.
      </Answer>
    );
  const below = (['dwo', 'pcso'] as const).filter((kind) => strength[kind].below.posted);
  const floor = `${strength.dwo.floor} and ${strength.pcso.floor}`;
  return (
    <Answer
      figure={`${sentence(countWords(strength.dwo.posted.whole, 'dedicated ward officer'))} and ${countWords(strength.pcso.posted.whole, 'PCSO')} are posted here.`}
      synthetic={frame.synthetic}
    >
      {below.length === 0
        ? `Every ward is promised ${floor}: the floor is kept.`
        : `Every ward is promised ${floor}: it is below its floor of ${andList(below.map((kind) => KINDS[kind].replace(/^D/, 'd')))}.`}{' '}
      {ward.ledWith.length === 0 ? '' : `Its sergeant also leads ${andList(ward.ledWith)}.`}
    </Answer>
  );
}

function FloorTable({ strength, synthetic }: { strength: WardStrength; synthetic: boolean }) {
  const rows = (['dwo', 'pcso'] as const).map((kind) => ({ kind, ...strength[kind] }));
  const counted = (count: KindStrength['posted'] | null) => {
    if (count === null) return 'not shown';
    const heads = count.heads === count.fullTimeEquivalents ? '' : ` (${countWords(count.heads, 'head')})`;
    return `${fullTimeEquivalents(count.fullTimeEquivalents)}${heads}`;
  };
  return (
    <DataTable
      caption="The floor"
      sub="Full-time equivalents; people beside them where they differ"
      synthetic={synthetic}
      phones="stack"
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        { head: 'Who', rowHeader: true, cell: ({ kind }) => KINDS[kind] },
        { head: 'Promised', number: true, cell: ({ floor }) => floor },
        { head: 'Posts', number: true, cell: (row) => fullTimeEquivalents(establishmentOf(row)) },
        { head: 'Posted', number: true, cell: ({ posted }) => counted(posted) },
        { head: 'Deployable', number: true, cell: ({ deployable }) => counted(deployable) },
        { head: 'Floor', cell: ({ below }) => <Kept {...below} /> },
      ]}
    />
  );
}

const establishmentOf = ({ floorPosts, extraPosts, otherPosts }: KindStrength): number =>
  floorPosts.establishment + extraPosts.establishment + otherPosts.establishment;

function Kept({ posted, deployable }: KindStrength['below']) {
  if (posted) return <Tag text="below" weight="breach" />;
  if (deployable === true) return <Tag text="kept on paper, not deployable" />;
  return <Tag text="kept" />;
}

function Posts({ ward, frame }: { ward: WardView; frame: BookFrame }) {
  const sections: Section<SeatLine>[] = [
    { heading: 'Sergeant', kind: 'group' as const, rows: ward.sergeants },
    { heading: 'Floor', kind: 'group' as const, rows: ward.floor },
    { heading: 'Above the floor', kind: 'group' as const, rows: ward.extra },
    { heading: 'Floor or extra: not said', kind: 'group' as const, rows: ward.other },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section class="w-section" aria-labelledby="posts">
      <h2 class="w-h2" id="posts">
        Who is in which post
      </h2>
      {sections.length === 0 ? (
        <p class="w-body">The book has no post in {ward.name} on this day.</p>
      ) : (
        <DataTable<SeatLine>
          caption="Posts of the ward"
          synthetic={frame.synthetic}
          phones="stack"
          sections={sections}
          rowKey={({ post }) => post.reference}
          columns={[
            { head: 'Post', rowHeader: true, cell: (line) => <PostName line={line} /> },
            { head: 'Who, and since when', full: true, cell: (line) => <Holders line={line} /> },
          ]}
        />
      )}
      {frame.mayPost ? (
        <p class="w-body">
          <a class="govuk-link" href={`/organisation/postings?seek=${encodeURIComponent(ward.name)}`}>
            Post an officer here, or record an absence
          </a>
        </p>
      ) : null}
    </section>
  );
}

function PostName({ line: { post } }: { line: SeatLine }) {
  const funded =
    post.fundedBy === null
      ? null
      : `paid by ${post.fundedBy}${post.fundedUntil === null ? '' : ` until ${longDate(post.fundedUntil)}`}`;
  return (
    <>
      {post.title} <small class="w-line">{[post.reference, funded].filter(Boolean).join('; ')}</small>
    </>
  );
}

function DaysBelow({ ward, synthetic }: { ward: WardView; synthetic: boolean }) {
  const span = `the two years since ${longDate(ward.breachesFrom)}`;
  return (
    <section class="w-section" aria-labelledby="below">
      <h2 class="w-h2" id="below">
        Days below the floor
      </h2>
      {ward.strength === null || ward.breaches.length === 0 ? (
        <p class="w-body">
          {ward.strength === null
            ? `Not known for ${span}: who is posted in the wards of ${ward.borough.name} is not recorded.`
            : `None in ${span}.`}
        </p>
      ) : (
        <DataTable<FloorBreach>
          caption={`Runs of days in ${span}`}
          synthetic={synthetic}
          phones="stack"
          rows={ward.breaches}
          rowKey={({ kind, measured, from }) => `${kind} ${measured} ${from}`}
          columns={[
            { head: 'Days', rowHeader: true, cell: ({ from, to }) => `${longDate(from)} to ${longDate(to)}` },
            { head: 'Who', cell: ({ kind }) => KINDS[kind] },
            { head: 'Counted', cell: ({ measured }) => (measured === 'posted' ? 'as posted' : 'who can be deployed') },
            { head: 'There', number: true, cell: ({ fullTimeEquivalents: there }) => fullTimeEquivalents(there) },
            { head: 'Promised', number: true, cell: ({ floor }) => floor },
          ]}
        />
      )}
    </section>
  );
}

function History({ ward, frame: { synthetic, asAt } }: { ward: WardView; frame: BookFrame }) {
  return (
    <section class="w-section" aria-labelledby="history">
      <h2 class="w-h2" id="history">
        Everybody posted here, before and since
      </h2>
      <DataTable<PastPosting>
        caption="Postings, the latest first"
        synthetic={synthetic}
        phones="stack"
        compact
        rows={ward.history}
        rowKey={({ name, post, from }) => `${name} ${post} ${from}`}
        columns={[
          { head: 'Who', rowHeader: true, cell: ({ name }) => name },
          { head: 'Post', cell: ({ post }) => post },
          { head: 'From', cell: ({ from }) => longDate(from) },
          {
            head: 'Until',
            cell: ({ from, last }) => (last === null ? (from > asAt ? 'no end set' : 'now') : longDate(last)),
          },
          { head: 'Came from', cell: ({ fromUnit }) => fromUnit ?? '' },
        ]}
      />
    </section>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
