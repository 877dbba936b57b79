"""Prints the expected values of hash-entry.test.ts, from nothing but the record of the format in README.md."""
import hashlib
import struct


def number(value):
    return struct.pack(">q", value)


def field(text):
    return number(-1) if text is None else number(len(text.encode())) + text.encode()


salt = bytes(range(32))
fields = ["person:3f9c", None, "panels.agree", "Barnsbury ’é", None, "", '{"a":1}']
content = hashlib.sha256(number(32) + salt + b"".join(map(field, fields))).digest()
print(content.hex())
entry = bytes(32) + number(1) + number(1773144000123456) + field("panels") + content
print(hashlib.sha256(entry).hexdigest())
