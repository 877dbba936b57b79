import { andList } from '../../ui/and-list.ts';
import type { MonthReport } from '../reports/model.ts';

/** What the public report leaves out of a month, and why. */
export function NotShownSection({ report }: { report: MonthReport }) {
  const { together, byReason } = { together: report.together, byReason: report.total.byReason };
  return (
    <section class="w-section" aria-labelledby="not-shown">
      <h2 class="w-h2" id="not-shown">
        What is not shown, and why
      </h2>
      <ul class="w-body-list">
        {together.length === 0 ? null : (
          <li>
            Shown together: {together.map(({ wards }) => andList(wards.map(({ name }) => name))).join('; ')}. Not shown
            apart: fewer than 3 officers, or would reveal such a figure.
          </li>
        )}
        {byReason.some(({ reason }) => reason === 'not-shown') ? (
          <li>
            Some reasons are shown together. Not shown apart: fewer than 3 officers or 2 wards behind one of them.
          </li>
        ) : null}
        <li>
          What officers of one ward were away for is told for whole years only, April to March, and only where at least
          3 officers stand behind it. Until then the borough’s reasons stand here.
        </li>
        {report.total.leaveMinutes === null || report.wards.some(({ leaveMinutes }) => leaveMinutes === null) ? (
          <li>
            Leave, sickness and adjusted duties are told with time in no roster where fewer than 3 officers had any.
          </li>
        ) : null}
        {report.published !== null && report.published.revision > 1 ? (
          <li>Corrected since it was first closed. Reasons, orders and classes of posts are as they were then.</li>
        ) : null}
        <li>Nobody’s own hours are ever shown, and no name: orders are told by role.</li>
      </ul>
    </section>
  );
}
