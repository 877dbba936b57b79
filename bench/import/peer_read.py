"""What both peers share: reading the archive and the wards, and writing the answer."""

import json
import zipfile

import geopandas as gpd
import pandas as pd
from shapely.geometry import shape


NEEDED = ["Month", "Longitude", "Latitude"]


def read_rows(archive, columns=None):
    """Every row that has a place, with the twelve columns of the files unless only some are asked for."""
    with zipfile.ZipFile(archive) as files:
        months = [pd.read_csv(files.open(name), usecols=columns) for name in files.namelist() if name.endswith("-street.csv")]
    return pd.concat(months, ignore_index=True).dropna(subset=["Longitude"])


def read_wards(path):
    """Code and polygon of every ward. Not by gpd.read_file: geopandas 0.12.2 with fiona 1.9 crashes on this file."""
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    return gpd.GeoDataFrame(
        {"ward": [feature["properties"]["WD22CD"] for feature in features]},
        geometry=[shape(feature["geometry"]) for feature in features],
        crs="EPSG:4326",
    )


def as_points(rows):
    return gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy(rows["Longitude"], rows["Latitude"]), crs="EPSG:4326")


def join_once(points, wards):
    """The ward of each point; a point on a shared edge goes to the lowest code."""
    joined = gpd.sjoin(points, wards, how="inner", predicate="intersects").sort_values("ward")
    return joined[~joined.index.duplicated()]


def write_counts(rows, path):
    rows.groupby(["ward", "Month"]).size().rename("count").reset_index().to_csv(path, index=False)
