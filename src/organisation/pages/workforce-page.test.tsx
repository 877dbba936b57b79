import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ISLINGTON_BUDGETED_WORKFORCE, ISLINGTON_NAMED_POSTS } from '../reference/central-north.ts';
import { WorkforcePage } from './workforce-page.tsx';

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const islington = {
  boroughCode: 'E09000019',
  boroughName: 'Islington',
  year: 'Year 1',
  ranks: ISLINGTON_BUDGETED_WORKFORCE,
  posts: ISLINGTON_NAMED_POSTS,
  wards: 17,
  floorPerWard: 2,
};
const page = text(
  render(
    <WorkforcePage unit={{ name: 'Central North', boroughs: ['Camden', 'Islington'] }} workforces={[islington]} />,
  ),
);

test('the answer says how many constables there are and how many are left above the floor', () => {
  expect(page).toContain('85 constables are budgeted.');
  expect(page).toContain('That leaves 38 to 41 above the floor at most');
});

test('ranks, shared and funded posts stand as published', () => {
  expect(page).toContain('Sergeant 16.5');
  expect(page).toContain('Faith Officer (shared with Camden) 1');
});

test('a borough that has published nothing is named, not left out', () => {
  expect(page).toContain('No workforce of Camden has been published');
});

test('who is posted where is said to be kept, and where', () => {
  expect(page).toContain('that is in the post book, for those who sign in');
});
