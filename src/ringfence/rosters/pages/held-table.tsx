import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';

interface HeldShown {
  line: number;
  written: string;
  said: string;
  /** When it was settled, in words; null while it waits. */
  settled: string | null;
}

/** Rows that are held back, each as it was written with what to do. @param settle address that settles one; null: none can be yet */
export function HeldTable({ rows, settle }: { rows: readonly HeldShown[]; settle: string | null }) {
  return (
    <DataTable
      id="held-back"
      caption="Held back"
      sub="Correct them in the roster and send it again, or deal with them by hand."
      phones="stack"
      rows={[...rows]}
      rowKey={({ line, said }) => `${line} ${said}`}
      columns={[
        {
          head: 'Line',
          rowHeader: true,
          cell: ({ line }) => <span class="w-nw">{line < 1 ? 'None' : `Line ${line}`}</span>,
        },
        { head: 'What to do', cell: ({ said }) => said, full: true },
        { head: 'As written', cell: ({ written }) => <code>{written}</code>, full: true },
        ...(settle === null
          ? []
          : [
              {
                head: 'Settled',
                full: true,
                cell: ({ line, settled }: HeldShown) =>
                  settled ?? (
                    <Form action={settle} class="w-inline w-nw">
                      <input type="hidden" name="line" value={line} />
                      <Button
                        text={line < 1 ? 'It is dealt with' : `Line ${line} is dealt with`}
                        secondary
                        preventDoubleClick
                      />
                    </Form>
                  ),
              },
            ]),
      ]}
    />
  );
}
