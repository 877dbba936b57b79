import { expect, it } from 'vitest';
import { hashContent, hashEntry } from './hash-entry.ts';
import { type AuditContent, NO_HASH } from './model.ts';

const content: AuditContent = {
  salt: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
  actor: 'person:3f9c',
  role: null,
  action: 'panels.agree',
  subject: 'Barnsbury ’é',
  whom: null,
  reason: '',
  detail: '{"a":1}',
};

// Computed by hash-entry-vectors.py.
const CONTENT_HASH = '0a22679b71112ddb90deaa4a18dcd8679b0f53d256b3b5c6bb861b62720b515c';
const HASH = '8d771a88a49e315ee88a0a503eefdc40ab2848f1c70d688c166868208d0d02d7';

it('hashes what an entry says as computed elsewhere', () => {
  expect(hashContent(content)).toBe(CONTENT_HASH);
});

it('links an entry to the one before it as computed elsewhere', () => {
  const entry = { prevHash: NO_HASH, seq: 1, at: 1_773_144_000_123_456, module: 'panels', contentHash: CONTENT_HASH };
  expect(hashEntry(entry)).toBe(HASH);
});

it('never gives two contents one hash, wherever a text begins or ends and whether it is empty or there is none', () => {
  const alike: AuditContent[] = [
    content,
    { ...content, actor: 'person:3f9cp', action: 'anels.agree' },
    { ...content, role: '' },
    { ...content, reason: null },
    { ...content, whom: '', reason: null },
    { ...content, subject: 'Barnsbury ’e\u0301' },
  ];
  expect(new Set(alike.map(hashContent)).size).toBe(alike.length);
});
