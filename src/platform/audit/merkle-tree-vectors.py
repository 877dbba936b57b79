"""Prints the roots and proofs of merkle-tree.test.ts by RFC 6962's own recursion, which the code does not use."""
import hashlib

LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]


def sha(data):
    return hashlib.sha256(data).digest()


def split(count):
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def root(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return sha(b"\0" + leaves[0])
    at = split(len(leaves))
    return sha(b"\1" + root(leaves[:at]) + root(leaves[at:]))


def path(place, leaves):
    if len(leaves) == 1:
        return []
    at = split(len(leaves))
    if place < at:
        return path(place, leaves[:at]) + [root(leaves[at:])]
    return path(place - at, leaves[at:]) + [root(leaves[:at])]


leaves = [bytes.fromhex(leaf) for leaf in LEAVES]
for count in range(len(leaves) + 1):
    print(count, root(leaves[:count]).hex())
print([each.hex() for each in path(4, leaves[:5])])
print([each.hex() for each in path(2, leaves[:7])])
