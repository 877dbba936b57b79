import { describe, expect, it } from 'vitest';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import { readCharterFile } from './charter-file.ts';
import { charterHash } from './charter-hash-service.ts';
import { charterSchema } from './charter-schema.ts';
import { checkAgainstRecords, checkCharterFile } from './check-charter-file.ts';
import { checkKeptCharter } from './check-kept-charter.ts';
import type { KeptCharter } from './model.ts';
import { sayChanges } from './say-changes.ts';

const hash = charterHash(CHARTER);
const other = { ...CHARTER, seed: 99 };
const signature = { organisation: 'Camden Council', name: 'Jane Roe', on: '2030-03-03', hash };
const file = { charter: CHARTER, hash: null, signatures: [signature], amendments: [] };

describe('a file of a charter', () => {
  it('is the charter itself or an export, whatever its layout', () => {
    const plain = readCharterFile(`\uFEFF${JSON.stringify(CHARTER, null, 4)}`, 'a.json');
    expect(plain).toEqual({ kind: 'file', file: { ...file, signatures: [] } });
    expect(readCharterFile(JSON.stringify({ ...file, standing: 'signed', hash }), 'a.json')).toEqual({
      kind: 'file',
      file: { ...file, hash },
    });
  });

  it.each([
    ['a.json is no JSON', 'charter: yes'],
    ['signatures.0.hash: write a hash', JSON.stringify({ ...file, hash, signatures: [{ ...signature, hash: 'x' }] })],
    ['seed is missing', JSON.stringify({ charter: { ...CHARTER, seed: undefined } })],
  ])('is refused with "%s"', (sentence, text) => {
    const read = readCharterFile(text, 'a.json');
    expect(read.kind === 'refused' ? read.problems[0]?.sentence : null).toContain(sentence);
  });

  it('that was changed after it was signed is found, with both hashes, who signed and when', () => {
    expect(checkCharterFile(file, hash)).toBeNull();
    expect(checkCharterFile({ ...file, charter: other }, charterHash(other))).toBe(
      `Camden Council (Jane Roe) signed ${hash.slice(0, 8)}… on 3 March 2030, and what this file says has the hash ${charterHash(other).slice(0, 8)}…: it was changed after it was signed; ask them for the file that they signed.`,
    );
    const amendment = { number: 1, on: '2030-05-01', because: 'B', changed: [], hash: charterHash(other) };
    expect(
      checkCharterFile(
        { charter: other, hash: null, signatures: [signature], amendments: [amendment] },
        charterHash(other),
      ),
    ).toBeNull();
    expect(checkCharterFile({ ...file, charter: { ...CHARTER, kind: 'retrospective' } }, hash)).toContain(
      'nobody can do',
    );
  });

  it('whose own hash is another than it claims is found, though nobody signed it', () => {
    expect(checkCharterFile({ ...file, charter: other, hash, signatures: [] }, charterHash(other))).toContain(
      `its hash is ${hash.slice(0, 8)}…, and what it says has ${charterHash(other).slice(0, 8)}…`,
    );
  });

  it('is held against the records with who signed when, and why it was amended', () => {
    const amendment = { number: 1, on: '2030-05-01', because: 'B', changed: [], hash };
    const held = { ...file, hash, standing: 'signed', amendments: [amendment] } as const;
    for (const changed of [{ name: 'John Doe' }, { on: '2030-03-02' }, { organisation: 'Islington Council' }])
      expect(checkAgainstRecords(held, { ...file, signatures: [{ ...signature, ...changed }] }, hash)).toContain(
        'the records hold no such signature',
      );
    expect(checkAgainstRecords(held, { ...file, amendments: [amendment] }, hash)).toBeNull();
    for (const changed of [{ because: 'C' }, { on: '2030-05-02' }, { changed: ['Nothing.'] }])
      expect(checkAgainstRecords(held, { ...file, amendments: [{ ...amendment, ...changed }] }, hash)).toContain(
        'the records hold no such amendment',
      );
  });

  it('is held against the records of its name', () => {
    const held = { ...file, hash, standing: 'signed' } as const;
    expect(checkAgainstRecords(held, file, hash)).toBeNull();
    expect(checkAgainstRecords(held, file, charterHash(other))).toContain(
      `The records hold joint-response-2030 as ${hash.slice(0, 8)}…, signed last by Camden Council on 3 March 2030`,
    );
    const amendment = { number: 1, on: '2030-05-01', because: 'B', changed: [], hash: charterHash(other) };
    const amended = { ...held, charter: other, hash: charterHash(other), amendments: [amendment] };
    expect(checkAgainstRecords(amended, file, hash)).toContain(
      'another wording of joint-response-2030 than the one in force',
    );
  });
});

describe('the records of a charter', () => {
  const written = { by: 'person:a', at: new Date('2026-01-01') };
  const first = {
    ...{ number: 1, amendment: null, charter: CHARTER, hash, previous: null },
    because: '',
    changed: [],
    written,
  };
  const kept: KeptCharter = {
    ...{ id: 1, unit: CHARTER.unit, name: CHARTER.name, kind: 'prospective', synthetic: false, entered: written },
    unreadable: [],
    wordings: [
      first,
      {
        ...{ ...first, number: 2, amendment: 1, charter: other, hash: charterHash(other), previous: hash },
        changed: sayChanges(CHARTER, other),
      },
    ],
    signatures: [{ wording: 1, hash, organisation: 'Camden Council', name: 'Jane Roe', signed: written }],
  };
  const found = (changed: Partial<KeptCharter>) =>
    checkKeptCharter({ ...kept, ...changed }, charterHash, { wordings: 2, signatures: 1 });

  it('are whole, or what was changed past Wardroom is named', () => {
    expect(found({})).toBeNull();
    expect(found({ wordings: [{ ...first, charter: other }, ...kept.wordings.slice(1)] })).toContain(
      'Wording 1 of joint-response-2030 has the hash',
    );
    expect(found({ wordings: kept.wordings.slice(1) })).toContain('does not follow');
    expect(found({ wordings: kept.wordings.slice(0, 1) })).toContain('says that 2 wordings of joint-response-2030');
    expect(found({ signatures: [] })).toContain('says that 1 signatures');
    expect(found({ wordings: kept.wordings.map((each) => ({ ...each, changed: ['Nothing.'] })) })).toContain(
      'kept as changing something else',
    );
    expect(found({ wordings: kept.wordings.slice(0, 1), unreadable: kept.wordings.slice(1) })).toContain(
      'Wording 2 of joint-response-2030 cannot be read',
    );
    expect(found({ signatures: kept.signatures.map((each) => ({ ...each, hash: charterHash(other) })) })).toContain(
      'Camden Council signed',
    );
  });
});

it('says what an amendment changes field by field', () => {
  const [outcome] = CHARTER.outcomes;
  const after = {
    ...CHARTER,
    outcomes: CHARTER.outcomes.map((each) => (each === outcome ? { ...each, harmBoundPercent: 12 } : each)),
    breaks: [{ month: '2030-07', what: 'A new system' } as const],
    comparison: { ...CHARTER.comparison, adjoining: 'left out' } as const,
  };
  expect(sayChanges(CHARTER, after)).toEqual([
    'The comparison (comparison.adjoining): “kept” became “left out”.',
    'The outcomes (outcomes[0].harmBoundPercent): “10” became “12”.',
    'The known breaks (breaks): “month 2030-07; what A new system” was added.',
  ]);
  expect(sayChanges(CHARTER, CHARTER)).toEqual([]);
});

it('publishes a schema with every field that the charter has, and no other', () => {
  const schema = charterSchema() as { properties: object; required: string[]; additionalProperties: boolean };
  expect(Object.keys(schema.properties)).toEqual(Object.keys(CHARTER));
  expect(schema.required).toEqual(Object.keys(CHARTER));
  expect(schema.additionalProperties).toBe(false);
});
