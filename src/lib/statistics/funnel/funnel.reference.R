# Makes funnel.expected.json: Rscript funnel.reference.R > funnel.expected.json
# R's own quantiles and tails; the formulas are written anew from Spiegelhalter (2005), doi:10.1002/sim.1970.

number <- function(x) paste0("[", paste(format(x, digits = 15, scientific = FALSE, trim = TRUE), collapse = ","), "]")

interpolated <- function(p, q, F, f) { k <- q(p); k - (F(k) - p) / f(k) }
shares <- c(0.001, 0.025, 0.975, 0.999)

poissonAt <- function(mu) {
  whole <- qpois(shares, mu)
  between <- sapply(shares, interpolated, function(p) qpois(p, mu), function(k) ppois(k, mu), function(k) dpois(k, mu))
  upper <- function(tail) uniroot(function(x) pgamma(mu, x) - tail, c(1e-9, 40 + 5 * mu), tol = 1e-12)$root
  lower <- function(tail) if (exp(-mu) >= tail) 0 else
    uniroot(function(x) pgamma(mu, x + 1, lower.tail = FALSE) - tail, c(-1 + 1e-9, mu), tol = 1e-12)$root
  list(whole = whole, between = pmax(0, between), exact = c(lower(.001), lower(.025), upper(.025), upper(.001)))
}
binomialAt <- function(n, rate) {
  whole <- qbinom(shares, n, rate)
  between <- sapply(shares, interpolated, function(p) qbinom(p, n, rate), function(k) pbinom(k, n, rate),
    function(k) dbinom(k, n, rate))
  list(whole = whole, between = pmax(0, between))
}

means <- c(0.4, 5, 10, 20, 50, 100, 500, 2345.6)
trials <- list(c(20, 0.3), c(150, 0.9), c(1200, 0.06))

# Twelve units of different sizes whose true rates differ.
count <- c(88, 41, 160, 97, 12, 230, 75, 64, 140, 33, 51, 310)
exposure <- c(9.1, 7.4, 12.2, 10.8, 6.3, 11.9, 9.7, 8.8, 12.6, 7.1, 8.2, 10.4)
target <- sum(count) / sum(exposure)
score <- 2 * (sqrt(count + 3 / 8) - sqrt(target * exposure + 3 / 8))
ends <- quantile(score, c(0.1, 0.9), type = 7)
drawn <- pmin(pmax(score, ends[1]), ends[2])
published <- mean(drawn^2)
# What the mean square of drawn-in standard normal scores is, by integration.
edge <- qnorm(0.9)
expected <- integrate(function(z) pmin(abs(z), edge)^2 * dnorm(z), -Inf, Inf, rel.tol = 1e-10)$value
factor <- published / expected
weight <- 4 * exposure
tau2 <- max(0, (factor * 12 - 11) / (sum(weight) - sum(weight^2) / sum(weight)))
chance <- function(z) 2 * pt(-abs(z), 11)
twoSided <- pmin(1, 2 * pmin(ppois(count, target * exposure), ppois(count - 1, target * exposure, lower.tail = FALSE)))

cat("{\n  \"poisson\": [\n")
cat(paste(sapply(means, function(mu) { at <- poissonAt(mu)
  sprintf("    {\"mean\": %s, \"whole\": %s, \"interpolated\": %s, \"exact\": %s}", mu, number(at$whole), number(at$between),
    number(at$exact)) }), collapse = ",\n"))
cat("\n  ],\n  \"binomial\": [\n")
cat(paste(sapply(trials, function(of) { at <- binomialAt(of[1], of[2])
  sprintf("    {\"trials\": %s, \"rate\": %s, \"whole\": %s, \"interpolated\": %s}", of[1], of[2], number(at$whole),
    number(at$between)) }), collapse = ",\n"))
cat("\n  ],\n  \"units\": {\n")
cat(sprintf("    \"count\": %s,\n    \"exposure\": %s,\n    \"winsorised\": %s,\n    \"published\": %s,\n    \"factor\": %s,\n",
  number(count), number(exposure), number(drawn), format(published, digits = 15), format(factor, digits = 15)))
cat(sprintf("    \"variance\": %s,\n    \"exactChance\": %s,\n    \"multiplicativeChance\": %s,\n    \"additiveChance\": %s\n  }\n}\n",
  format(tau2, digits = 15), number(twoSided), number(chance(score / sqrt(factor))),
  number(chance(score / sqrt(1 + weight * tau2)))))
