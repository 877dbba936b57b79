import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { Records } from '../database/index.ts';
import { Conflict } from '../web/named-errors.ts';
import { checkName, lockParent, type Parent, schemaOf, triggerFunction } from './parent-lock.ts';
import { tryWrite } from './try-write.ts';

/** What must not be booked twice, and where. */
export interface Booking {
  /** Table of the bookings with its schema. */
  table: string;
  /** The constraint's name, in the field's words: "duties_never_overlap". */
  name: string;
  /** What is booked. */
  booked: Parent;
  /** Column of the time: a tstzrange or daterange, not null. */
  during: string;
}

/**
 * SQL for a migration: of one thing, no two bookings overlap, whoever writes them and whatever they may see.
 * The exclusion constraint is what holds; it needs no extension, because a whole number is a range of one. The trigger
 * locks what is booked first, so that writers of one officer's bookings queue up instead of waiting for each other.
 * Bookings that touch do not overlap; one of no length at all is refused, since it would overlap nothing.
 * @throws InvalidArgument when a name would need quotes
 */
export function noDoubleBooking({ table, name, booked, during }: Booking): string {
  const column = checkName(booked.column);
  checkName(during);
  const queue = `${schemaOf(table)}.${checkName(`${name}_queue`)}`;
  return `alter table ${table}
  add constraint ${checkName(name)}
    exclude using gist (int8range(${column}, ${column}, '[]') with &&, ${during} with &&),
  add constraint ${checkName(`${name}_has_time`)}
    check (${column} is not null and not isempty(${during}) and ${during} is not null);
${triggerFunction(queue, [], `  ${lockParent(booked)}`)}
create trigger ${name}_queue before insert or update of ${column}, ${during} on ${table}
  for each row execute function ${queue}();
`;
}

/** Somebody or something would be booked twice at one time. */
export class DoubleBooked<Clash = unknown> extends Conflict {
  override name = 'DoubleBooked';
  /** The booking in the way; null when whoever asks may not see it. */
  readonly clash: Clash | null;
  constructor(sentence: string, clash: Clash | null) {
    super(sentence);
    this.clash = clash;
  }
}

/**
 * Writes a booking, and names the one in the way when the database refuses it. PostgreSQL itself does not say which:
 * under row security its message leaves the values out. The transaction can go on afterwards.
 * @param rule.constraint the name given to noDoubleBooking
 * @param rule.findClash  looks the booking up, among those that the principal may see
 * @param rule.say        one sentence that names the clash and says what to do; null: it is not theirs to see
 * @throws DoubleBooked when it overlaps another
 */
export async function withoutDoubleBooking<Result, Clash>(
  trx: Records,
  rule: {
    constraint: string;
    findClash: (trx: Records) => Promise<Clash | null>;
    say: (clash: Clash | null) => string;
  },
  book: () => Promise<Result>,
): Promise<Result> {
  const attempt = await tryWrite(trx, rule.constraint, book);
  if (attempt.kind === 'written') return attempt.result;
  if (attempt.error.code !== '23P01') throw new InvalidArgument(`${rule.constraint} is no exclusion constraint.`);
  const clash = await rule.findClash(trx);
  throw new DoubleBooked(rule.say(clash), clash);
}
