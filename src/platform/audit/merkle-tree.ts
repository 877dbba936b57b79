import { hash } from 'node:crypto';

/** Bytes of one hash. */
const HASH_BYTES = 32;
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The hash of what a leaf stands for; its first byte keeps it from being taken for a node. */
export function hashLeaf(content: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, content]), 'buffer');
}

/**
 * The root of the tree over some leaves, in their order: equal only where every leaf is, and in its place.
 * @param leaves hashes of leaves, 32 bytes each, one after another
 * @returns hexadecimal; of no leaves the hash of nothing
 * @source RFC 6962, section 2.1, https://www.rfc-editor.org/rfc/rfc6962#section-2.1
 * @example
 * merkleRoot(Buffer.concat([hashLeaf(Buffer.from('a')), hashLeaf(Buffer.from('b'))]));
 */
export function merkleRoot(leaves: Uint8Array): string {
  if (leaves.length === 0) return hash('sha256', '', 'hex');
  let level: Buffer = Buffer.from(leaves);
  while (level.length > HASH_BYTES) level = levelAbove(level);
  return level.toString('hex');
}

/**
 * What shows that a leaf is in a tree: the hashes beside the way from it to the root, from the bottom.
 * @param index place of the leaf, from 0
 * @source RFC 6962, section 2.1.1, https://www.rfc-editor.org/rfc/rfc6962#section-2.1.1
 */
export function inclusionProof(leaves: Uint8Array, index: number): Buffer[] {
  const proof: Buffer[] = [];
  let level: Buffer = Buffer.from(leaves);
  for (let place = index; level.length > HASH_BYTES; place = Math.floor(place / 2)) {
    const beside = hashAt(level, place ^ 1);
    if (beside.length === HASH_BYTES) proof.push(beside);
    level = levelAbove(level);
  }
  return proof;
}

/**
 * Whether a leaf is in the tree of a root, at a place.
 * @param given.leaf hash of the leaf
 * @param given.size leaves of the tree
 * @param given.root hexadecimal
 */
export function isIncluded(given: {
  leaf: Uint8Array;
  index: number;
  size: number;
  proof: readonly Uint8Array[];
  root: string;
}): boolean {
  if (given.index < 0 || given.index >= given.size) return false;
  const rest = [...given.proof];
  let found: Buffer = Buffer.from(given.leaf);
  let place = given.index;
  for (let width = given.size; width > 1; width = Math.ceil(width / 2), place = Math.floor(place / 2)) {
    // The last of an odd number goes up alone.
    if (place % 2 === 0 && place === width - 1) continue;
    const beside = rest.shift();
    if (beside === undefined) return false;
    found = place % 2 === 0 ? hashNode(found, beside) : hashNode(beside, found);
  }
  return rest.length === 0 && found.toString('hex') === given.root;
}

function levelAbove(level: Buffer): Buffer {
  const pairs: Buffer[] = [];
  for (let start = 0; start < level.length; start += 2 * HASH_BYTES) {
    const pair = level.subarray(start, start + 2 * HASH_BYTES);
    pairs.push(pair.length === HASH_BYTES ? pair : hash('sha256', Buffer.concat([NODE, pair]), 'buffer'));
  }
  return Buffer.concat(pairs);
}

const hashNode = (left: Uint8Array, right: Uint8Array): Buffer =>
  hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');

function hashAt(level: Buffer, place: number): Buffer {
  return level.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
}
