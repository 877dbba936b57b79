import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { HeldPosting, Member, Seat } from '../model.ts';
import { rankOn } from '../rank-problem.ts';
import { sayHolders, saySeat, saySeatPlace } from '../say-seat.ts';

export interface PostingsPageModel {
  words: string;
  today: string;
  /** Whether what is looked for is made up. */
  synthetic: boolean;
  /** null: nothing was looked for yet. */
  found: {
    officers: readonly { officer: Member; seats: readonly Seat[] }[];
    posts: readonly { seat: Seat; held: HeldPosting[] }[];
    /** Whether there are more of either than are shown. */
    more: boolean;
  } | null;
  /** Whether the reader may change postings anywhere. */
  mayWrite: boolean;
  /** Whether they may open posts: for a whole borough, or the unit. */
  mayOpen: boolean;
}

/** What can be done besides, and what the reader must be allowed for it. */
const WAYS = [
  { href: '/organisation/postings/officers/new', text: 'Add an officer and post them', asks: 'mayWrite' },
  { href: '/organisation/postings/posts/new', text: 'Open a post', asks: 'mayOpen' },
  { href: '/organisation/sharing', text: 'Shared buildings, vehicles and technology', asks: null },
] as const;

/** Where postings are changed: look for an officer or a post, or add one. */
export function PostingsPage({ words, today, synthetic, found, ...allowed }: PostingsPageModel) {
  return (
    <FormPage
      title="Postings"
      active="/organisation"
      above={[{ text: 'Workforce', href: '/organisation' }]}
      synthetic={synthetic}
    >
      <p class="w-lead">Look for an officer or a post; what can be changed is on their page.</p>
      <form action="/organisation/postings" method="get" class="w-form">
        <TextField id="seek" name="seek" label="Name, number, post or ward" value={words} autoComplete="off" />
        <Button text="Look" secondary />
      </form>
      {found === null ? null : <Found {...found} today={today} synthetic={synthetic} />}
      <ul class="govuk-list">
        {WAYS.filter(({ asks }) => asks === null || allowed[asks]).map(({ href, text }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </FormPage>
  );
}

type FoundProps = NonNullable<PostingsPageModel['found']> & Pick<PostingsPageModel, 'today' | 'synthetic'>;

function Found({ officers, posts, more, today, synthetic }: FoundProps) {
  if (officers.length === 0 && posts.length === 0)
    return <p>Nobody and no post was found: look for another name, number, title or ward.</p>;
  return (
    <>
      {more ? <p>Only the first twenty of each are shown: look for more words to see others.</p> : null}
      {officers.length === 0 ? null : (
        <DataTable
          caption="Officers"
          synthetic={synthetic}
          phones="stack"
          columns={[
            {
              head: 'Officer',
              rowHeader: true,
              cell: ({ officer }) => (
                <a class="govuk-link" href={`/organisation/postings/officers/${officer.id}`}>
                  {officer.name}
                </a>
              ),
            },
            { head: 'Number', cell: ({ officer }) => officer.reference },
            { head: 'Rank', cell: ({ officer }) => rankOn(officer, today) ?? 'not recorded' },
            {
              head: 'Posted to today',
              cell: ({ seats }) => (seats.length === 0 ? 'nothing' : seats.map(saySeat).join('; ')),
            },
          ]}
          rows={[...officers]}
          rowKey={({ officer }) => String(officer.id)}
        />
      )}
      {posts.length === 0 ? null : (
        <DataTable
          caption="Posts"
          synthetic={synthetic}
          phones="stack"
          columns={[
            {
              head: 'Post',
              rowHeader: true,
              cell: ({ seat }) => (
                <a class="govuk-link" href={`/organisation/postings/posts/${seat.id}`}>
                  {seat.reference}
                </a>
              ),
            },
            { head: 'Title and rank', cell: ({ seat }) => `${seat.title}, ${seat.rank}` },
            { head: 'Where', cell: ({ seat }) => saySeatPlace(seat) },
            { head: 'Who', cell: ({ held }) => sayHolders(held, today) },
          ]}
          rows={[...posts]}
          rowKey={({ seat }) => String(seat.id)}
        />
      )}
    </>
  );
}
