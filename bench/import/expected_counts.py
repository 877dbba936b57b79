"""What Wardroom's ward series should say, counted by geopandas. Usage: expected_counts.py ARCHIVE WARDS COUNTS

Not timed. As the peers count, but with Wardroom's two rules: of rows of a file that are identical, crime ID and all,
one counts; and the Metropolitan Police's rows in the wards of the City are not the City's figures.
"""

import json
import sys
import zipfile

import pandas as pd
from peer_read import as_points, join_once, read_wards, write_counts

CITY_OF_LONDON = "E09000001"
archive, wards, counts = sys.argv[1:]


def read_once(file):
    rows = pd.read_csv(file, dtype=str, keep_default_na=False)
    repeated = rows.duplicated() & (rows["Crime ID"] != "")
    return rows.loc[~repeated, ["Month", "Longitude", "Latitude"]]


with zipfile.ZipFile(archive) as files:
    names = [name for name in files.namelist() if name.endswith("-street.csv")]
    rows = pd.concat([read_once(files.open(name)) for name in names], ignore_index=True)
rows = rows[rows["Longitude"] != ""].astype({"Longitude": float, "Latitude": float})

with open(wards, encoding="utf-8") as file:
    properties = [feature["properties"] for feature in json.load(file)["features"]]
city = {ward["WD22CD"] for ward in properties if ward["LAD22CD"] == CITY_OF_LONDON}

points = rows[["Longitude", "Latitude"]].drop_duplicates().reset_index(drop=True)
placed = join_once(as_points(points), read_wards(wards))[["Longitude", "Latitude", "ward"]]
rows = rows.merge(placed, on=["Longitude", "Latitude"])
write_counts(rows[~rows["ward"].isin(city)], counts)
