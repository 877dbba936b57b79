import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Tag } from '../../../ui/tag.tsx';
import { rulingWords } from '../ruling-words.ts';
import { sayReason } from '../say-reason.ts';
import { sayHours } from '../say-times.ts';
import { UNCOUNTED } from '../say-uncounted.ts';
import { byOrderOf } from '../say-where.ts';
import type { AbsenceToConfirm, DutyToConfirm, TeamView } from '../team-view.ts';

/** A duty or an absence, in one list: the oldest first. */
type Row = { kind: 'duty'; at: Date; of: DutyToConfirm } | { kind: 'absence'; at: Date; of: AbsenceToConfirm };

export interface ToConfirmProps extends Pick<TeamView, 'duties' | 'absences' | 'writes'> {
  /** Where the form comes back to. */
  ward: string | null;
}

/** What nobody has confirmed yet, each with a button of its own, and several at once by their boxes. */
export function ToConfirmSection({ duties, absences, writes, ward }: ToConfirmProps) {
  const rows: Row[] = [
    ...absences.map((of) => ({ kind: 'absence' as const, at: of.absence.from, of })),
    ...duties.map((of) => ({ kind: 'duty' as const, at: of.duty.during.from, of })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const ticked = rows.filter((row) => row.kind === 'duty' || row.of.notYours === null).length;
  return (
    <section class="w-section w-team" aria-labelledby="to-confirm">
      <h2 class="w-h2" id="to-confirm" tabIndex={-1}>
        What needs confirming
      </h2>
      {rows.length === 0 ? (
        <p class="w-body">Nothing: every duty and absence that is over has been confirmed.</p>
      ) : (
        <ConfirmForm writes={writes} ward={ward}>
          <p class="w-body">
            Until a duty is confirmed, the time it kept is presumed. Confirming an absence says that it happened and by
            whose order: it is about the order, not about the officer.
          </p>
          <DataTable
            caption={`${rows.length} to confirm`}
            sub="The oldest first."
            phones="stack"
            columns={[
              ...(writes ? [{ head: 'Several at once', full: true, cell: (row: Row) => <Tick row={row} /> }] : []),
              { head: 'Who and when', rowHeader: true, cell: (row: Row) => <WhoAndWhen row={row} /> },
              { head: 'What', full: true, cell: (row: Row) => <What row={row} /> },
              ...(writes ? [{ head: 'What to do', full: true, cell: (row: Row) => <Ways row={row} /> }] : []),
            ]}
            sections={groupsOf(rows).map((group) => ({
              ...(group.length > 1
                ? { heading: <GroupHead rows={group} writes={writes} />, kind: 'group' as const }
                : {}),
              rows: group,
            }))}
            rowKey={fieldOf}
          />
          {writes && ticked > 1 ? <Button text="Confirm those that are ticked" preventDoubleClick /> : null}
        </ConfirmForm>
      )}
    </section>
  );
}

/** A duty with the times away in it, the duty first: of one officer on one day. By their oldest. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const duty = row.kind === 'duty' ? row.of.duty.id : row.of.absence.duty;
    groups.set(duty, [...(groups.get(duty) ?? []), row]);
  }
  return [...groups.values()].map((group) =>
    group.toSorted((a, b) => Number(a.kind === 'absence') - Number(b.kind === 'absence')),
  );
}

/** Whose day it is, with one button for all of it that is the reader's to confirm. */
function GroupHead({ rows, writes }: { rows: readonly Row[]; writes: boolean }) {
  const theirs = rows.filter(isTheirs);
  const [first] = rows;
  if (first === undefined) return null;
  const day = first.kind === 'duty' ? first.of.duty.day : first.of.absence.day;
  return (
    <span class="w-ways">
      {first.of.name}, {longDate(day)}
      {writes && theirs.length > 1 ? (
        <button
          class="govuk-button govuk-button--secondary"
          type="submit"
          name="only"
          value={theirs.map((row) => `${fieldOf(row)}:${versionOf(row)}`).join(',')}
        >
          Confirm all of these
          <span class="govuk-visually-hidden">
            : {first.of.name} on {longDate(day)}
          </span>
        </button>
      ) : null}
    </span>
  );
}

function ConfirmForm({
  writes,
  ward,
  children,
}: {
  writes: boolean;
  ward: string | null;
  children: ComponentChildren;
}) {
  if (!writes) return <>{children}</>;
  return (
    <Form action="/ringfence/team/confirm">
      {ward === null ? null : <input type="hidden" name="ward" value={ward} />}
      {children}
    </Form>
  );
}

/** Name of what a box sends; its value is the version that the reader saw. */
const fieldOf = (row: Row): string => (row.kind === 'duty' ? `duty-${row.of.duty.id}` : `absence-${row.of.absence.id}`);
const versionOf = (row: Row): number => (row.kind === 'duty' ? row.of.duty.version : row.of.absence.version);
const isTheirs = (row: Row): boolean => row.kind === 'duty' || row.of.notYours === null;

function sayRow(row: Row): string {
  if (row.kind === 'duty') return `the duty of ${row.of.name} on ${longDate(row.of.duty.day)}`;
  return `${sayReason(row.of.absence.reason)} of ${row.of.name} on ${longDate(row.of.absence.day)}`;
}

function Tick({ row }: { row: Row }) {
  if (!isTheirs(row)) return null;
  const name = fieldOf(row);
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={name} name={name} value={versionOf(row)} />
        <label class="govuk-label govuk-checkboxes__label" for={name}>
          <span class="govuk-visually-hidden">Tick {sayRow(row)}</span>
        </label>
      </div>
    </div>
  );
}

function WhoAndWhen({ row }: { row: Row }) {
  const { name, ward } = row.of;
  const { day, span } =
    row.kind === 'duty'
      ? { day: row.of.duty.day, span: sayHours(row.of.duty.during) }
      : { day: row.of.absence.day, span: sayAbsenceHours(row.of.absence) };
  return (
    <>
      <b class="w-line">{name}</b>
      <span class="w-line w-small">
        {longDate(day)}, {span}, {ward}
      </span>
    </>
  );
}

const sayAbsenceHours = ({ from, to }: AbsenceToConfirm['absence']): string =>
  to === null ? `${sayHours({ from, to: from }).slice(0, 5)} to the end of the duty` : sayHours({ from, to });

function What({ row }: { row: Row }) {
  const uncounted = row.of.counted ? null : <span class="w-line w-small">{UNCOUNTED}</span>;
  if (row.kind === 'duty') return <>Duty, not confirmed by anybody. {uncounted}</>;
  const { absence, ruled, notYours } = row.of;
  return (
    <>
      <span class="w-line">
        {sayReason(absence.reason)}, {byOrderOf(absence.order)}.{' '}
        <Tag text={rulingWords(ruled)} weight={ruled.ruling === 'breach' ? 'breach' : 'plain'} />{' '}
        {absence.standing === 'disputed' ? <Tag text="Disputed" weight="clear" /> : null}
      </span>
      <span class="w-line w-small">{ruled.because}</span>
      {uncounted}
      {notYours === null ? null : <span class="w-line w-small">{notYours}</span>}
    </>
  );
}

function Ways({ row }: { row: Row }) {
  const name = sayRow(row);
  const here =
    row.kind === 'duty' ? `/ringfence/team/duties/${row.of.duty.id}` : `/ringfence/team/absences/${row.of.absence.id}`;
  const ways = [
    ...(isTheirs(row) ? [{ href: `${here}/correct`, text: 'Correct' }] : []),
    ...(row.kind === 'absence' ? [{ href: `${here}/dispute`, text: 'Dispute' }] : []),
    ...(row.kind === 'absence' && row.of.absence.order === null
      ? [{ href: `${here}/order`, text: 'Say who ordered it' }]
      : []),
  ];
  return (
    <span class="w-ways">
      {isTheirs(row) ? (
        <button
          class="govuk-button govuk-button--secondary"
          type="submit"
          name="only"
          value={`${fieldOf(row)}:${versionOf(row)}`}
        >
          Confirm<span class="govuk-visually-hidden"> {name}</span>
        </button>
      ) : null}
      {ways.map(({ href, text }) => (
        <a key={href} class="govuk-link" href={href}>
          {text}
          <span class="govuk-visually-hidden">: {name}</span>
        </a>
      ))}
    </span>
  );
}
