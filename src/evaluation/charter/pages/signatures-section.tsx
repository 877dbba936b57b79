import { DataTable } from '../../../ui/data-table.tsx';
import { longDate } from '../../../ui/long-date.ts';
import type { CharterShown } from '../../model.ts';
import { stillToSign } from '../say-charter.ts';

/** Who signed which wording when, and who has still to sign. */
export function SignaturesSection({ shown }: { shown: CharterShown }) {
  const { hash, signatures, amendments } = shown;
  const missing = stillToSign(shown);
  const wording = (signed: string): string => {
    const amendment = amendments.find((each) => each.hash === signed);
    return `${amendment === undefined ? 'first signed' : `amendment ${amendment.number}`}, ${signed.slice(0, 8)}…`;
  };
  return (
    <section class="w-section" aria-labelledby="signatures">
      <h2 class="w-h2" id="signatures">
        Who signed
      </h2>
      {signatures.length === 0 ? (
        <p class="w-body">Nobody has signed it.</p>
      ) : (
        <DataTable
          caption="Signatures"
          columns={[
            { head: 'Organisation', rowHeader: true, cell: ({ organisation }) => organisation },
            { head: 'Signed by', cell: ({ name }) => name },
            { head: 'On', cell: ({ on }) => longDate(on) },
            { head: 'Wording', cell: (each) => wording(each.hash) },
          ]}
          rows={[...signatures]}
          rowKey={(each) => `${each.organisation} ${each.hash}`}
          phones="stack"
        />
      )}
      {missing.length === 0 ? null : <p class="w-body">Still to sign: {missing.join(', ')}.</p>}
      <p class="w-body">
        Fingerprint of what is shown here: <code class="w-hash">{hash}</code>
      </p>
    </section>
  );
}
