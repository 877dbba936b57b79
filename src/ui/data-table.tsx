import type { ComponentChildren } from 'preact';
import { SyntheticMark } from './synthetic-mark.tsx';

export interface Column<Row> {
  /** Head of the column, units included; also the label beside a value when the table stacks. */
  head: string;
  /** True: the head is for screen readers only, as over a column of bars. */
  hideHead?: boolean;
  /** Drawn under the head, such as the labels of a scale that every row shares. */
  underHead?: ComponentChildren;
  cell: (row: Row) => ComponentChildren;
  /** Numbers stand right. */
  number?: boolean;
  /** The column that names the row. Exactly one column should. */
  rowHeader?: boolean;
  /** When the table stacks, the cell takes the whole line without a label. */
  full?: boolean;
}

export interface Section<Row> {
  /** Row above these rows: the name of a group, or the label of a cut-off. */
  heading?: ComponentChildren;
  kind?: 'group' | 'cut-off';
  rows: Row[];
}

export interface DataTableProps<Row> {
  caption: string;
  sub?: ComponentChildren;
  synthetic?: boolean;
  columns: Column<Row>[];
  /** Rows in one list, or in sections with a heading each. */
  rows?: Row[];
  sections?: Section<Row>[];
  rowKey: (row: Row) => string;
  /** Marks the row the page is about. */
  isHere?: (row: Row) => boolean;
  /** On phones: stay (up to five short columns), stack (wordy tables), or scroll (wide ones). */
  phones?: 'stay' | 'stack' | 'scroll';
  compact?: boolean;
  id?: string;
}

/** A table: the page's own figures, which charts and maps only explain. Stacked tables keep their roles. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, id, phones = 'stay', compact = false } = props;
  const stack = phones === 'stack';
  const sections = props.sections ?? [{ rows: props.rows ?? [] }];
  const classes = ['w-table', compact ? 'w-compact' : '', stack ? 'w-stack' : ''].filter(Boolean).join(' ');
  const table = (
    <table class={classes} id={id} {...role(stack, 'table')} {...(id === undefined ? {} : { tabIndex: -1 })}>
      <caption>
        {props.caption} {props.synthetic === true ? <SyntheticMark /> : null}
        {props.sub === undefined ? null : <span class="w-sub">{props.sub}</span>}
      </caption>
      <thead {...role(stack, 'rowgroup')}>
        <tr {...role(stack, 'row')}>
          {columns.map((column) => (
            <th key={column.head} scope="col" {...role(stack, 'columnheader')} {...numberClass(column)}>
              {column.hideHead === true ? <span class="govuk-visually-hidden">{column.head}</span> : column.head}
              {column.underHead}
            </th>
          ))}
        </tr>
      </thead>
      {sections.map((section, index) => (
        <Rows key={index} section={section} table={props} stack={stack} />
      ))}
    </table>
  );
  if (phones !== 'scroll') return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="w-scroll" aria-label={`${props.caption}, scrolls sideways`} tabIndex={0}>
      {table}
    </section>
  );
}

function Rows<Row>(given: { section: Section<Row>; table: DataTableProps<Row>; stack: boolean }) {
  const { section, table, stack } = given;
  return (
    <tbody {...role(stack, 'rowgroup')}>
      {section.heading === undefined ? null : (
        <tr class={section.kind === 'cut-off' ? 'w-cutlabel' : 'w-group'} {...role(stack, 'row')}>
          <th colSpan={table.columns.length} scope="rowgroup" {...role(stack, 'rowheader')}>
            {section.heading}
          </th>
        </tr>
      )}
      {section.rows.map((row) => (
        <tr
          key={table.rowKey(row)}
          {...role(stack, 'row')}
          {...(table.isHere?.(row) === true ? { class: 'w-here' } : {})}
        >
          {table.columns.map((column) => (
            <Cell key={column.head} column={column} row={row} stack={stack} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cell<Row>({ column, row, stack }: { column: Column<Row>; row: Row; stack: boolean }) {
  if (column.rowHeader === true)
    return (
      <th scope="row" {...role(stack, 'rowheader')} {...numberClass(column)}>
        {column.cell(row)}
      </th>
    );
  const label = stack && column.full !== true ? { 'data-th': column.head } : {};
  return (
    <td {...role(stack, 'cell')} {...numberClass(column)} {...label}>
      {column.cell(row)}
    </td>
  );
}

/** A stacked table is no longer laid out as one, so its roles are written out. */
function role(stack: boolean, name: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') {
  return stack ? { role: name } : {};
}

function numberClass<Row>(column: Column<Row>) {
  const names = [column.number === true ? 'w-n' : '', column.full === true ? 'w-full' : ''].filter(Boolean).join(' ');
  return names === '' ? {} : { class: names };
}
