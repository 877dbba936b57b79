import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { Records } from '../database/index.ts';
import { Conflict } from '../web/named-errors.ts';
import { checkName, lockParent, type Parent, schemaOf, triggerFunction } from './parent-lock.ts';
import { tryWrite } from './try-write.ts';

/** What may add up to no more than so much at any instant, and where. */
export interface SumRule {
  /** Table of the dated rows with its schema. */
  table: string;
  /** The constraint's name, in the field's words: "no_officer_is_posted_above_one". */
  name: string;
  /** Whose rows are summed. */
  of: Parent;
  /** Column of what is summed: numeric, so that ten tenths are one. */
  amount: string;
  /** Column of the time: a daterange or tstzrange, not null. */
  during: string;
  /** The most it may come to, as a decimal: "1.0". */
  most: string;
}

/**
 * SQL for a migration: of one parent, the amounts of the rows that hold at an instant never come to more than so much.
 * A constraint trigger, not a check in the service: it holds for every writer, counts the rows that the writer may not
 * see, and cannot be forgotten. It locks the parent first and sums afterwards, in a statement that begins once the lock
 * is held and so sees what others committed meanwhile; two writers who each saw only their own row cannot both pass.
 * The sum changes only where a row begins, so that it is taken at the start of the written row and of each row that
 * begins within it. Taking away or shortening needs no check: amounts are above nothing. It can be deferred to the end
 * of the transaction (`set constraints … deferred`), for rows that change places.
 * @throws InvalidArgument when a name would need quotes or `most` is no decimal
 */
export function sumNeverAbove(rule: SumRule): string {
  const { table, name, of } = rule;
  const [column, amount, during] = [checkName(of.column), checkName(rule.amount), checkName(rule.during)];
  if (!/^\d{1,9}([.]\d{1,9})?$/.test(rule.most)) throw new InvalidArgument(`"${rule.most}" is no decimal.`);
  const check = `${schemaOf(table)}.${checkName(name)}`;
  const body = `  ${lockParent(of)}
  with row_of_parent as (
    select ${during} as during, ${amount} as amount from ${table} where ${column} = new.${column} and ${during} && new.${during}
  ), beginning as (
    select distinct during * new.${during} as rest from row_of_parent
  )
  select lower(b.rest)::text, sum(r.amount)::text into starts, comes_to
  from beginning as b join row_of_parent as r
    on r.during @> lower(b.rest) or (lower_inf(b.rest) and lower_inf(r.during))
  group by b.rest having sum(r.amount) > ${rule.most}
  order by lower(b.rest) nulls first limit 1;
  if found then
    raise exception using errcode = 'check_violation', constraint = '${name}', table = tg_table_name, schema = tg_table_schema,
      message = format('%s of %s %s comes to %s', '${amount}', '${column}', new.${column}, comes_to),
      detail = json_build_object('from', starts, 'sum', comes_to);
  end if;`;
  return `alter table ${table}
  add constraint ${checkName(`${name}_counts`)} check (
    ${column} is not null and ${during} is not null and ${amount} is not null and ${amount} > 0 and not isempty(${during})
    and (lower_inc(${during}) or lower_inf(${during})) and not upper_inc(${during}));
create index ${checkName(`${name}_rows`)} on ${table} (${column});
${triggerFunction(check, ['starts text;', 'comes_to text;'], body)}
create constraint trigger ${name} after insert or update of ${column}, ${amount}, ${during} on ${table}
  deferrable initially immediate for each row execute function ${check}();
`;
}

/** Dated amounts would come to more than they may. */
export class SumTooGreat extends Conflict {
  override name = 'SumTooGreat';
  /** Where it first would; null: from the beginning of time. As PostgreSQL writes a date or an instant. */
  readonly from: string | null;
  /** What it would come to there, as a decimal: "1.25". */
  readonly sum: string;
  constructor(sentence: string, found: { from: string | null; sum: string }) {
    super(sentence);
    this.from = found.from;
    this.sum = found.sum;
  }
}

/**
 * Writes a dated amount, and says when and by how much it would be too much when the database refuses it. The transaction
 * can go on afterwards.
 * @param rule.constraint the name given to sumNeverAbove
 * @param rule.say        one sentence that says what would come to what from when, and what to do
 * @throws SumTooGreat when the amounts would come to more than they may
 */
export async function withinTheSum<Result>(
  trx: Records,
  rule: { constraint: string; say: (found: { from: string | null; sum: string }) => string },
  write: () => Promise<Result>,
): Promise<Result> {
  const attempt = await tryWrite(trx, rule.constraint, write);
  if (attempt.kind === 'written') return attempt.result;
  const found = readDetail(attempt.error.detail);
  if (found === null) throw attempt.error;
  throw new SumTooGreat(rule.say(found), found);
}

function readDetail(detail: string): { from: string | null; sum: string } | null {
  const found: unknown = detail.startsWith('{') ? JSON.parse(detail) : null;
  if (typeof found !== 'object' || found === null || !('from' in found) || !('sum' in found)) return null;
  const { from, sum } = found;
  return (typeof from === 'string' || from === null) && typeof sum === 'string' ? { from, sum } : null;
}
