#!/usr/bin/env python3
"""Make the demo's postcodes from Code-Point Open: scripts/demo_postcodes.py CODE-POINT.csv.gz WARD-NAMES.json.gz

Writes demo/milton-keynes-postcodes.csv and demo/milton-keynes-wards.csv. Every third postcode of the district is taken.
Latitude and longitude by Ordnance Survey, "A guide to coordinate systems in Great Britain" (2020), annexes B and C: a
Helmert transformation, right to about 5 metres, which is less than a postcode is wide.
"""
import csv
import gzip
import json
import math
import pathlib
import sys

DISTRICT = "E06000042"
AIRY = (6377563.396, 6356256.909)
WGS84 = (6378137.0, 6356752.3142)


def to_airy_degrees(easting, northing):
    """Annex C: the inverse of the National Grid's transverse Mercator projection."""
    a, b = AIRY
    scale, lat0, lon0, e0, n0 = 0.9996012717, math.radians(49), math.radians(-2), 400000, -100000
    e2 = 1 - (b / a) ** 2
    n = (a - b) / (a + b)
    lat, arc = lat0, 0.0
    while abs(northing - n0 - arc) >= 0.00001:
        lat += (northing - n0 - arc) / (a * scale)
        d, s = lat - lat0, lat + lat0
        arc = b * scale * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * d
            - (3 * n + 3 * n**2 + 2.625 * n**3) * math.sin(d) * math.cos(s)
            + (1.875 * n**2 + 1.875 * n**3) * math.sin(2 * d) * math.cos(2 * s)
            - 35 / 24 * n**3 * math.sin(3 * d) * math.cos(3 * s))
    sin2, tan = math.sin(lat) ** 2, math.tan(lat)
    nu = a * scale / math.sqrt(1 - e2 * sin2)
    rho = a * scale * (1 - e2) / (1 - e2 * sin2) ** 1.5
    eta2, sec = nu / rho - 1, 1 / math.cos(lat)
    d = easting - e0
    latitude = (lat - tan / (2 * rho * nu) * d**2
                + tan / (24 * rho * nu**3) * (5 + 3 * tan**2 + eta2 - 9 * tan**2 * eta2) * d**4
                - tan / (720 * rho * nu**5) * (61 + 90 * tan**2 + 45 * tan**4) * d**6)
    longitude = (lon0 + sec / nu * d
                 - sec / (6 * nu**3) * (nu / rho + 2 * tan**2) * d**3
                 + sec / (120 * nu**5) * (5 + 28 * tan**2 + 24 * tan**4) * d**5)
    return latitude, longitude


def to_wgs84(latitude, longitude):
    """Annex B: by way of Cartesian coordinates, with the seven parameters of section 6.6, reversed."""
    a, b = AIRY
    e2 = 1 - (b / a) ** 2
    nu = a / math.sqrt(1 - e2 * math.sin(latitude) ** 2)
    x, y = nu * math.cos(latitude) * math.cos(longitude), nu * math.cos(latitude) * math.sin(longitude)
    z = (1 - e2) * nu * math.sin(latitude)
    tx, ty, tz, s = 446.448, -125.157, 542.060, -20.4894e-6
    rx, ry, rz = (math.radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
    x, y, z = (tx + (1 + s) * x - rz * y + ry * z, ty + rz * x + (1 + s) * y - rx * z, tz - ry * x + rx * y + (1 + s) * z)
    a, b = WGS84
    e2 = 1 - (b / a) ** 2
    p = math.hypot(x, y)
    lat = math.atan2(z, p * (1 - e2))
    for _ in range(10):
        nu = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
        lat = math.atan2(z + e2 * nu * math.sin(lat), p)
    return math.degrees(lat), math.degrees(math.atan2(y, x))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    demo = pathlib.Path(__file__).resolve().parent.parent / "demo"
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if row[8] == DISTRICT and row[1] == "10"]
    rows = sorted(rows)[::3]
    with gzip.open(sys.argv[2], "rt", encoding="utf-8") as file:
        names = json.load(file)
    with open(demo / "milton-keynes-postcodes.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["postcode", "easting", "northing", "latitude", "longitude", "ward_code"])
        for row in rows:
            latitude, longitude = to_wgs84(*to_airy_degrees(float(row[2]), float(row[3])))
            writer.writerow([row[0], row[2], row[3], f"{latitude:.5f}", f"{longitude:.5f}", row[9]])
    with open(demo / "milton-keynes-wards.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name"])
        for code in sorted({row[9] for row in rows}):
            writer.writerow([code, names[code]])


if __name__ == "__main__":
    main()
