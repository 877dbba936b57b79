# The E-test of statsmodels (wald), for every pair on standard input: current, previous, days, days. Then its seconds.
import sys
import time

from statsmodels.stats.rates import test_poisson_2indep as compare

pairs = [tuple(int(word) for word in line.split()) for line in sys.stdin]
started = time.process_time()
found = [compare(a, now, b, before, method="etest-wald").pvalue for a, b, now, before in pairs]
seconds = time.process_time() - started
for p_value in found:
    print(repr(float(p_value)))
print(seconds)
