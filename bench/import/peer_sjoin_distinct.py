"""The same, joining distinct points and merging back. Usage: peer_sjoin_distinct.py ARCHIVE WARDS COUNTS"""

import sys

from peer_read import as_points, join_once, read_rows, read_wards, write_counts

archive, wards, counts = sys.argv[1:]
rows = read_rows(archive)
points = rows[["Longitude", "Latitude"]].drop_duplicates().reset_index(drop=True)
placed = join_once(as_points(points), read_wards(wards))[["Longitude", "Latitude", "ward"]]
write_counts(rows.merge(placed, on=["Longitude", "Latitude"]), counts)
