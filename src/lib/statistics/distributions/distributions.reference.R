# Makes distributions.expected.json: both tails and quantiles of every distribution here, by R 4.2.2.
# Run: Rscript distributions.reference.R > distributions.expected.json
set.seed(20260301)
num <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
row <- function(...) paste0("[", paste(num(c(...)), collapse = ","), "]")
block <- function(name, rows) paste0("\"", name, "\": [\n", paste(rows, collapse = ",\n"), "\n]")

normal <- sapply(c(-38, -30.2, -8, -3, -1, -0.01, 0, 0.5, 1.96, 6, 20, 37), function(z)
  row(z, pnorm(z), pnorm(z, lower.tail = FALSE)))
normalQuantiles <- sapply(c(1e-300, 1e-200, 1e-50, 1e-9, 0.001, 0.025, 0.2, 0.45, 0.7, 0.975), function(p)
  row(p, qnorm(p), qnorm(p, lower.tail = FALSE)))
student <- c()
for (df in c(0.5, 1, 2.7, 5, 11, 40, 1000, 1e6)) for (t in c(-30, -2, -1e-4, 0.3, 1, 2.2, 10, 60, 1e6))
  student <- c(student, row(t, df, pt(t, df), pt(t, df, lower.tail = FALSE)))
studentQuantiles <- c()
for (df in c(1, 2.7, 5, 11, 40, 1000)) for (p in c(1e-20, 0.0005, 0.025, 0.3, 0.45, 0.9))
  studentQuantiles <- c(studentQuantiles, row(p, df, qt(p, df), qt(p, df, lower.tail = FALSE)))
# k, trials, probability, P(X = k), P(X <= k), P(X >= k): up to 30 standard deviations away, tails down to 1e-250.
binomial <- c()
while (length(binomial) < 150) {
  n <- round(exp(runif(1, 0, 9.5))); p <- runif(1, 0.01, 0.99)
  k <- min(n, max(0, round(n * p + rnorm(1) * 15 * sqrt(n * p * (1 - p)))))
  lower <- pbinom(k, n, p); upper <- pbinom(k - 1, n, p, lower.tail = FALSE)
  if (min(lower, upper) > 1e-290) binomial <- c(binomial, row(k, n, p, dbinom(k, n, p), lower, upper))
}
poisson <- c()
while (length(poisson) < 200) {
  m <- exp(runif(1, -2, 11)); k <- max(0, round(m + rnorm(1) * sample(c(1, 12), 1) * sqrt(m)))
  lower <- ppois(k, m); upper <- ppois(k - 1, m, lower.tail = FALSE)
  if (min(lower, upper) > 1e-290) poisson <- c(poisson, row(k, m, dpois(k, m), lower, upper))
}
negativeBinomial <- c()
while (length(negativeBinomial) < 150) {
  m <- exp(runif(1, -2, 8)); s <- exp(runif(1, -2, 8)); k <- max(0, round(m + rnorm(1) * 6 * sqrt(m + m^2 / s)))
  lower <- pnbinom(k, mu = m, size = s); upper <- pnbinom(k - 1, mu = m, size = s, lower.tail = FALSE)
  if (min(lower, upper) > 1e-290)
    negativeBinomial <- c(negativeBinomial, row(k, m, s, dnbinom(k, mu = m, size = s), lower, upper))
}
# tail, mean, then the smallest counts of the lower and of the upper tail; likewise the others.
poissonQuantiles <- c(); binomialQuantiles <- c(); negativeBinomialQuantiles <- c()
for (m in c(0.1, 1, 7.3, 80, 900, 30000)) for (p in c(1e-30, 0.001, 0.025, 0.5, 0.9, 0.999)) {
  poissonQuantiles <- c(poissonQuantiles, row(p, m, qpois(p, m), qpois(p, m, lower.tail = FALSE)))
  binomialQuantiles <- c(binomialQuantiles, row(p, ceiling(m * 3), 0.31, qbinom(p, ceiling(m * 3), 0.31),
    qbinom(p, ceiling(m * 3), 0.31, lower.tail = FALSE)))
  negativeBinomialQuantiles <- c(negativeBinomialQuantiles, row(p, m, 4.5, qnbinom(p, mu = m, size = 4.5),
    qnbinom(p, mu = m, size = 4.5, lower.tail = FALSE)))
}
# x, shape, lower, upper; tail, shape, quantile, upper quantile.
gamma <- c(); gammaQuantiles <- c()
for (s in c(0.2, 0.5, 1, 3.3, 40, 169, 171, 480, 990, 1066, 5000, 1e5, 1e6)) for (z in c(-20, -6, -2, -0.3, 0, 0.5, 3, 8, 25)) {
  x <- s + z * sqrt(s)
  if (x > 0) gamma <- c(gamma, row(x, s, pgamma(x, s), pgamma(x, s, lower.tail = FALSE)))
}
for (s in c(0.5, 1, 3.3, 40, 169, 171, 990, 1066, 5000, 1e6)) for (p in c(1e-100, 1e-9, 0.005, 0.025, 0.5, 0.8, 0.99))
  gammaQuantiles <- c(gammaQuantiles, row(p, s, qgamma(p, s), qgamma(p, s, lower.tail = FALSE)))
chiSquared <- c()
for (df in c(1, 2.5, 12, 900)) for (x in c(0.1, 3, 40, 900, 1300))
  chiSquared <- c(chiSquared, row(x, df, pchisq(x, df), pchisq(x, df, lower.tail = FALSE)))
beta <- c()
for (a in c(0.4, 1, 7, 300)) for (b in c(0.4, 2, 60, 5000)) for (x in c(0.001, 0.1, 0.4, 0.9))
  beta <- c(beta, row(x, a, b, pbeta(x, a, b), pbeta(x, a, b, lower.tail = FALSE)))
betaQuantiles <- c()
for (a in c(0.5, 1, 7, 300)) for (b in c(0.5, 2, 60, 5000)) for (p in c(0.0005, 0.025, 0.4, 0.975))
  betaQuantiles <- c(betaQuantiles, row(p, a, b, qbeta(p, a, b), qbeta(p, a, b, lower.tail = FALSE)))

names <- c("normal", "normalQuantiles", "student", "studentQuantiles", "binomial", "binomialQuantiles", "poisson",
  "poissonQuantiles", "negativeBinomial", "negativeBinomialQuantiles", "gamma", "gammaQuantiles", "chiSquared", "beta",
  "betaQuantiles")
cat("{\n", paste(sapply(names, function(name) block(name, get(name))), collapse = ",\n"), "\n}\n", sep = "")
