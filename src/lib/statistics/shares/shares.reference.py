"""Writes shares.expected.json: python3 shares.reference.py (statsmodels, numpy)"""

import json

import numpy
from scipy.stats import norm
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

CASES = [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 0, 15), (5, 56, 0, 29), (930, 1200, 1011, 1260), (400, 400, 390, 400)]

intervals = [[hits, trials, *proportion_confint(hits, trials, 0.05, "wilson")] for a, b, c, d in CASES for hits, trials in [(a, b), (c, d)]]
differences = [[*case, *confint_proportions_2indep(*case, compare="diff", method="newcomb", alpha=0.05)] for case in CASES]

# Pearson's statistic of a binomial model with one share for each of two periods, with numpy alone.
months = [[(70, 90), (60, 88), (81, 95), (66, 92), (75, 91)], [(55, 80), (70, 93), (62, 71), (49, 77), (58, 90), (66, 84)]]
statistic = 0.0
for period in months:
    hits, trials = numpy.array(period, float).T
    share = hits.sum() / trials.sum()
    statistic += float((((hits - trials * share) ** 2) / (trials * share * (1 - share))).sum())

with open("shares.expected.json", "w", encoding="utf-8") as file:
    json.dump(
        {"critical": norm.ppf(0.975), "intervals": intervals, "differences": differences, "months": months, "dispersion": statistic / 9},
        file,
        indent=1,
    )
    file.write("\n")
