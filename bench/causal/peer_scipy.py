# All in-space synthetic controls of a panel by scipy's SLSQP: mean squared gaps before the start, a line each, then seconds.
# Reads JSON from standard input: {"values": units x times, "start": index of the first treated time}.
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

asked = json.load(sys.stdin)
values, start = np.array(asked["values"]), asked["start"]
started = time.process_time()
found = []
for unit in range(len(values)):
    target = values[unit, :start]
    donors = np.delete(values[:, :start], unit, axis=0).T

    def loss(weights):
        gap = donors @ weights - target
        return gap @ gap / start, 2 * donors.T @ gap / start

    count = donors.shape[1]
    answer = minimize(
        loss,
        np.full(count, 1 / count),
        jac=True,
        method="SLSQP",
        bounds=[(0, 1)] * count,
        constraints=[{"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones_like(w)}],
        options={"maxiter": 1000, "ftol": 1e-10},
    )
    found.append(answer.fun)
seconds = time.process_time() - started
for value in found:
    print(repr(float(value)))
print(seconds)
