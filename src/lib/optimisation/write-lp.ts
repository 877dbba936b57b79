import type { Column, LinearModel, Row } from './linear-model.ts';

/** Some readers take no more than 255 characters of a line or a name. */
const LONGEST_LINE = 100;
const LONGEST_NAME = 60;

/**
 * Writes a model as a CPLEX LP file, as CBC, GLPK and HiGHS read it, so that others can solve the very same model.
 * Columns are c0, c1 …; rows r0_name …, their names reduced to letters, digits and underscores. A row with two limits
 * becomes two rows, for not every reader takes both; the offset becomes the cost of a column that is always 1.
 * @source https://lpsolve.sourceforge.net/5.5/CPLEX-format.htm
 */
export function writeLp({ columns, rows, offset }: LinearModel): string {
  const costs = columns.flatMap(({ cost }, column) => (cost === 0 ? [] : [{ name: `c${column}`, value: cost }]));
  const constant = offset === undefined || offset === 0 ? [] : [{ name: 'constant', value: offset }];
  return [
    'Minimize',
    ...statement('objective', [...costs, ...constant], ''),
    'Subject To',
    ...rows.flatMap(writeRow),
    'Bounds',
    ...(constant.length > 0 ? [' constant = 1'] : []),
    ...columns.flatMap(writeBounds),
    ...section(
      'General',
      columns.flatMap(({ whole }, column) => (whole ? [`c${column}`] : [])),
    ),
    'End',
    '',
  ].join('\n');
}

interface Term {
  name: string;
  value: number;
}

function writeRow({ name, lower, upper, entries }: Row, place: number): string[] {
  const terms = entries.map(({ column, value }) => ({ name: `c${column}`, value }));
  const safe = `r${place}_${name.replaceAll(/[^A-Za-z0-9]+/g, '_')}`.slice(0, LONGEST_NAME);
  if (lower === upper) return statement(safe, terms, `= ${lower}`);
  return [
    ...(lower === Number.NEGATIVE_INFINITY ? [] : statement(`${safe}_least`, terms, `>= ${lower}`)),
    ...(upper === Number.POSITIVE_INFINITY ? [] : statement(`${safe}_most`, terms, `<= ${upper}`)),
  ];
}

/** A sum without terms still needs a column to be read. */
const statement = (name: string, terms: readonly Term[], limit: string): string[] =>
  wrapped(`${name}:`, [...(terms.length > 0 ? terms : [{ name: 'c0', value: 0 }]).map(writeTerm), limit]);

const writeTerm = ({ name, value }: Term): string => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`;

function writeBounds({ lower, upper }: Column, column: number): string[] {
  const name = `c${column}`;
  if (lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY) return [` ${name} free`];
  if (lower === 0 && upper === Number.POSITIVE_INFINITY) return [];
  if (lower === upper) return [` ${name} = ${lower}`];
  const most = upper === Number.POSITIVE_INFINITY ? '' : ` <= ${upper}`;
  return [` ${lower === Number.NEGATIVE_INFINITY ? '-inf' : lower} <= ${name}${most}`];
}

const section = (title: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [title, ...wrapped('', names)];

/** Parts after one another, on as many lines as they need; no part is broken. */
function wrapped(begin: string, parts: readonly string[]): string[] {
  const lines: string[] = [];
  let line = ` ${begin}`;
  for (const part of parts) {
    if (part === '') continue;
    if (line.length + 1 + part.length > LONGEST_LINE) {
      lines.push(line);
      line = '  ';
    }
    line = `${line} ${part}`;
  }
  return [...lines, line];
}
