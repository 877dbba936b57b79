import type { Account, LedgerLine } from '../model.ts';

/** What an account is called on a page. */
export const ACCOUNT_WORDS: Readonly<Record<Account, string>> = {
  confirmed: 'Kept, confirmed',
  presumed: 'Kept, presumed',
  exception: 'Away, an exception',
  permitted: 'Away, permitted',
  breach: 'Away, a breach',
  unruled: 'Away, not ruled',
  'rest-day': 'Worked on rest days',
  overtime: 'Worked as overtime',
  leave: 'Leave, sickness and adjusted duties',
};

/** What a sum on the page is of: an account, or duty of days to come, which nobody has kept yet. */
type Counted = Account | 'planned';

/**
 * Minutes by account, in the order of the words; only those that are not nothing.
 * @param today days after it are planned, whatever they are entered as; leave is leave
 */
export function sumsOfLedger(lines: readonly LedgerLine[], today: string): { account: Counted; minutes: number }[] {
  const counted = (line: LedgerLine): Counted =>
    line.day > today && line.account !== 'leave' ? 'planned' : line.account;
  return [...(Object.keys(ACCOUNT_WORDS) as Account[]), 'planned' as const].flatMap((account) => {
    const minutes = lines.filter((line) => counted(line) === account).reduce((sum, line) => sum + line.minutes, 0);
    return minutes === 0 ? [] : [{ account, minutes }];
  });
}
