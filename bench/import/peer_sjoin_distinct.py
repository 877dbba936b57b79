"""The same, joining distinct points and merging back. Usage: peer_sjoin_distinct.py ARCHIVE WARDS COUNTS [lean]

With "lean" it reads three of the twelve columns: less than an import has to, and so a bound rather than a peer.
"""

import sys

from peer_read import NEEDED, as_points, join_once, read_rows, read_wards, write_counts

archive, wards, counts, *lean = sys.argv[1:]
rows = read_rows(archive, NEEDED if lean else None)
points = rows[["Longitude", "Latitude"]].drop_duplicates().reset_index(drop=True)
placed = join_once(as_points(points), read_wards(wards))[["Longitude", "Latitude", "ward"]]
write_counts(rows.merge(placed, on=["Longitude", "Latitude"]), counts)
