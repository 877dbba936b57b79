import { Answer } from '../../ui/answer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { constablesAboveFloor } from '../constables-above-floor.ts';
import type { BudgetedRank, NamedPost, PublishedWorkforce } from '../model.ts';

export interface WorkforcePageProps {
  unit: { name: string; boroughs: string[] };
  workforces: (PublishedWorkforce & { wards: number; floorPerWard: number })[];
}

/** What each borough of the unit has published about its workforce. Public figures, nothing made up. */
export function WorkforcePage({ unit, workforces }: WorkforcePageProps) {
  const silent = unit.boroughs.filter((name) => !workforces.some((workforce) => workforce.boroughName === name));
  return (
    <Page
      title="Workforce"
      active="/organisation"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Workforce' }]}
    >
      <h1 class="w-title">
        <span class="w-over">{unit.name} command unit</span>Posts the boroughs have published
      </h1>
      <p class="w-lead">
        The budget says how many officers a borough should have. It does not say who is posted where, or which posts are
        vacant: that is in the post book, for those who sign in and may read it.
      </p>
      {workforces.map((workforce) => (
        <Borough key={workforce.boroughCode} workforce={workforce} />
      ))}
      {silent.map((name) => (
        <section key={name} class="w-section">
          <h2 class="w-h2">{name}</h2>
          <p class="w-body">No workforce of {name} has been published in the documents Wardroom starts from.</p>
        </section>
      ))}
    </Page>
  );
}

function Borough({ workforce }: { workforce: WorkforcePageProps['workforces'][number] }) {
  const bound = constablesAboveFloor(workforce, workforce.wards, workforce.floorPerWard);
  return (
    <section class="w-section">
      <h2 class="w-h2">{workforce.boroughName}</h2>
      <Answer figure={`${bound.constables} constables are budgeted.`}>
        {workforce.wards} wards with {workforce.floorPerWard} dedicated ward officers each need {bound.floor}, and{' '}
        {bound.ownPosts} hold other named posts. That leaves {bound.least} to {bound.most} above the floor at most, by
        how the {bound.sharedPosts} posts shared with another borough are counted.
      </Answer>
      <div class="w-cols w-cols--half">
        <div>
          <DataTable<BudgetedRank>
            caption={`Budgeted workforce, ${workforce.year.toLowerCase()}`}
            sub="Full-time equivalents"
            columns={[
              { head: 'Rank', cell: (row) => row.rank, rowHeader: true },
              { head: 'Posts', cell: (row) => row.fullTimeEquivalents, number: true },
            ]}
            rows={workforce.ranks}
            rowKey={(row) => row.rank}
          />
          <p class="w-note">Source: {workforce.ranks[0]?.source}.</p>
        </div>
        <DataTable<NamedPost>
          caption="Named posts outside the ward teams"
          sub="Full-time equivalents. A shared post is one person, listed by both boroughs."
          columns={[
            { head: 'Post', cell: (row) => <PostName post={row} />, rowHeader: true },
            { head: 'Posts', cell: (row) => row.fullTimeEquivalents, number: true },
          ]}
          sections={teamsOf(workforce.posts)}
          rowKey={(row) => row.title}
        />
      </div>
    </section>
  );
}

function PostName({ post }: { post: NamedPost }) {
  const notes = [post.sharedWith === null ? null : `shared with ${post.sharedWith}`, post.fundedBy].filter(Boolean);
  return (
    <>
      {post.title}
      {notes.length > 0 ? <small> ({notes.join('; ')})</small> : null}
    </>
  );
}

function teamsOf(posts: NamedPost[]) {
  const teams = [...new Set(posts.map((post) => post.team))];
  return teams.map((team) => ({ heading: team, rows: posts.filter((post) => post.team === team) }));
}
