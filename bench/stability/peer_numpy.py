"""The same question in numpy: hand-outs of many weightings at once, priority values sorted. Reads JSON, prints JSON.

Debian: python3-numpy. Ties go by the order of the wards, as far as doubles tell priorities apart.
"""
import json
import sys
import time

import numpy as np

question = json.load(sys.stdin)
shares = np.array(question["shares"])  # components by wards
weights = np.array(question["weights"])  # weightings by components
floor, ceiling, officers = question["floor"], question["ceiling"], question["officers"]
wards = shares.shape[1]
extra = officers - floor * wards
began = time.process_time()
steps = np.arange(floor, ceiling)
divisors = np.sqrt(steps * (steps + 1.0))
numbers = np.empty((len(weights), wards), dtype=np.int32)
ranks = np.empty_like(numbers)
for start in range(0, len(weights), 500):
    demand = weights[start : start + 500] @ shares
    priority = (demand[:, :, None] / divisors).reshape(len(demand), -1)
    taken = np.argpartition(-priority, extra - 1, axis=1)[:, :extra] // len(steps)
    for row, own in enumerate(taken):
        numbers[start + row] = floor + np.bincount(own, minlength=wards)
    order = np.argsort(-demand, axis=1, kind="stable")
    np.put_along_axis(ranks[start : start + 500], order, np.arange(1, wards + 1)[None, :], axis=1)
counts = [np.bincount(numbers[:, ward], minlength=ceiling + 1).tolist() for ward in range(wards)]
rank_counts = [np.bincount(ranks[:, ward], minlength=wards + 1).tolist() for ward in range(wards)]
driver = [
    int(np.argmax(np.abs(np.cov(np.c_[weights, numbers[:, ward]], rowvar=False)[:-1, -1] / weights.std(axis=0))))
    for ward in range(wards)
]
json.dump({"seconds": time.process_time() - began, "counts": counts, "ranks": len(rank_counts), "drivers": len(driver)}, sys.stdout)
