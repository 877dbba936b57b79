import { describe, expect, it } from 'vitest';
import { hashLeaf, inclusionProof, isIncluded, merkleRoot } from './merkle-tree.ts';

const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const treeOf = (count: number) =>
  Buffer.concat(LEAVES.slice(0, count).map((leaf) => hashLeaf(Buffer.from(leaf, 'hex'))));

// Computed by merkle-tree-vectors.py; the leaves and roots are also those of the tests of Certificate Transparency.
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

it.each(ROOTS.map((root, count) => [count, root] as const))('of %i leaves has the root %s', (count, root) => {
  expect(merkleRoot(treeOf(count))).toBe(root);
});

describe('an inclusion proof', () => {
  it('is the hashes beside the way up, from the bottom', () => {
    const hex = (proof: readonly Buffer[]) => proof.map((each) => each.toString('hex'));
    expect(hex(inclusionProof(treeOf(5), 4))).toEqual([ROOTS[4]]);
    expect(hex(inclusionProof(treeOf(7), 2))).toEqual([
      '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
      ROOTS[2],
      '837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e',
    ]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('shows each of %i leaves in its place, and nothing else anywhere', (size) => {
    const tree = treeOf(size);
    const root = merkleRoot(tree);
    const leafOf = (index: number) => tree.subarray(index * 32, index * 32 + 32);
    for (let index = 0; index < size; index += 1) {
      const proof = inclusionProof(tree, index);
      const given = { leaf: leafOf(index), index, size, proof, root };
      expect(isIncluded(given)).toBe(true);
      expect(isIncluded({ ...given, leaf: hashLeaf(Buffer.from('forged')) })).toBe(false);
      expect(isIncluded({ ...given, root: ROOTS[0] ?? '' })).toBe(false);
      expect(isIncluded({ ...given, proof: [...proof, Buffer.alloc(32)] })).toBe(false);
      if (size > 1) expect(isIncluded({ ...given, proof: proof.slice(1) })).toBe(false);
      if (size > 1) expect(isIncluded({ ...given, index: (index + 1) % size })).toBe(false);
    }
    expect(isIncluded({ leaf: leafOf(0), index: size, size, proof: inclusionProof(tree, 0), root })).toBe(false);
  });

  it('never takes a node for a leaf', () => {
    const tree = treeOf(4);
    const [left, right] = [treeOf(2), tree.subarray(64)];
    const node = (pair: Buffer) => Buffer.from(merkleRoot(pair), 'hex');
    expect(hashLeaf(left).equals(node(left))).toBe(false);
    expect(merkleRoot(Buffer.concat([node(left), node(right)]))).toBe(merkleRoot(tree)); // the level above, by hand
    expect(isIncluded({ leaf: hashLeaf(left), index: 0, size: 2, proof: [node(right)], root: merkleRoot(tree) })).toBe(
      false,
    );
  });
});
