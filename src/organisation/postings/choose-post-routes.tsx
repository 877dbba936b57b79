import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Address } from './ask-routes.tsx';
import { findPosts } from './find-service.ts';
import { ChoosePage, type ChoosePageModel } from './pages/choose-page.tsx';
import { sayHolders, saySeat } from './say-seat.ts';

/** The key of the post that an address names; null where none was chosen yet. */
export function chosenPost({ query }: Address): number | null {
  return keyIn(query.post);
}

/** A key of a record in an address; null where it is none. */
export function keyIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The page on which a post is chosen, of those whose postings the reader may change. */
export async function choosePost(
  platform: Platform,
  { query }: Address,
  page: Pick<ChoosePageModel, 'title' | 'above' | 'action' | 'other'>,
) {
  const words = (query.seek ?? '').slice(0, 100);
  const { posts, more } = await findPosts(platform, { words, writable: true });
  const today = todayInLondon(platform.now());
  const offered = posts.map(({ seat, held }) => ({
    value: String(seat.id),
    text: saySeat(seat),
    hint: sayHolders(held, today),
  }));
  const lead = 'Which post? Look for a ward, a title, a rank or a reference.';
  return (
    <ChoosePage
      {...page}
      lead={lead}
      synthetic={worksWithMadeUp(platform)}
      words={words}
      label="Ward, title, rank or reference"
      name="post"
      offered={offered}
      more={more}
    />
  );
}
