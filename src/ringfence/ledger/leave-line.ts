import type { LedgerLine, PostClass } from '../model.ts';

/** Contracted minutes of an officer's day that leave, sickness or adjusted duties took. */
interface Leave {
  officer: number;
  place: number;
  postClass: PostClass;
  day: string;
  minutes: number;
}

/** What a leave comes to in the ledger: one line beside rostered time, of no duty. It is not an abstraction. */
export function leaveLine({ officer, place, postClass, day, minutes }: Leave): LedgerLine {
  return {
    officer,
    place,
    month: `${day.slice(0, 7)}-01`,
    day,
    postClass,
    duty: null,
    absence: null,
    account: 'leave',
    reason: '',
    orderedBy: '',
    event: '',
    late: false,
    policy: null,
    minutes,
  };
}
