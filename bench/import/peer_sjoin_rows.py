"""Ward by month counts the plain way: a spatial join of every row. Usage: peer_sjoin_rows.py ARCHIVE WARDS COUNTS"""

import sys

from peer_read import as_points, join_once, read_rows, read_wards, write_counts

archive, wards, counts = sys.argv[1:]
write_counts(join_once(as_points(read_rows(archive)), read_wards(wards)), counts)
