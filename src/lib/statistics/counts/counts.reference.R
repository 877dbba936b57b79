# Makes counts.expected.json: exact and mid-p comparisons of two counts, exact binomial and Poisson, by R 4.2.2 alone.
# poisson.test and binom.test give the central intervals; mid-p limits are roots of R's own tails.
# Run: Rscript counts.reference.R > counts.expected.json
set.seed(20260302)
num <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
row <- function(...) paste0("[", paste(num(c(...)), collapse = ","), "]")
block <- function(name, rows) paste0("\"", name, "\": [\n", paste(rows, collapse = ",\n"), "\n]")
root <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-15, maxiter = 10000)$root

lowerTail <- function(x, n, p) pbinom(x, n, p)
upperTail <- function(x, n, p) pbinom(x - 1, n, p, lower.tail = FALSE)
midLimits <- function(x, y, tail) { # log odds of a hit
  n <- x + y
  c(if (x == 0) -Inf else root(function(o) log(upperTail(x, n, plogis(o)) - dbinom(x, n, plogis(o)) / 2) - log(tail), -25, 25),
    if (y == 0) Inf else root(function(o) log(lowerTail(x, n, plogis(o)) - dbinom(x, n, plogis(o)) / 2) - log(tail), -25, 25))
}
# x, y, exposures, ratio, level | p, interval | mid-p p, interval
comparisons <- sapply(1:120, function(i) {
  big <- exp(runif(1, 0, 8)); x <- rpois(1, big); y <- rpois(1, big * exp(rnorm(1) * sample(c(0.2, 1.5), 1)))
  t <- if (i %% 3 == 0) c(1, 1) else round(runif(2, 28, 400)); ratio <- if (i %% 2 == 0) 1 else exp(rnorm(1) * 0.4)
  level <- sample(c(0.8, 0.95, 0.99), 1)
  if (x + y == 0) x <- 1
  share <- ratio * t[1] / (ratio * t[1] + t[2]); n <- x + y
  p <- min(1, 2 * min(lowerTail(x, n, share), upperTail(x, n, share)))
  mid <- min(1, 2 * (min(lowerTail(x, n, share), upperTail(x, n, share)) - dbinom(x, n, share) / 2))
  central <- poisson.test(c(x, y), t, r = ratio, conf.level = level)$conf.int
  row(x, y, t, ratio, level, p, central, mid, exp(midLimits(x, y, (1 - level) / 2)) * t[2] / t[1])
})
# hits, trials, level | interval
binomial <- sapply(1:60, function(i) {
  n <- ceiling(exp(runif(1, 0, 8))); k <- sample(c(0, n, round(n * runif(1))), 1); level <- sample(c(0.9, 0.95, 0.998), 1)
  row(k, n, level, binom.test(k, n, conf.level = level)$conf.int)
})
# count, level | interval | mid-p interval
poisson <- sapply(c(0:30, 66, 170, 171, 500, 999, 1066, 4406, 20000), function(k) {
  level <- if (k %% 4 == 3) 0.998 else 0.95; tail <- (1 - level) / 2; wide <- 6 * sqrt(k + 1) + 8
  row(k, level, poisson.test(k, conf.level = level)$conf.int,
    if (k == 0) 0 else root(function(m) log(ppois(k - 1, m, lower.tail = FALSE) - dpois(k, m) / 2) - log(tail), max(1e-6, k - wide), k),
    root(function(m) log(ppois(k, m) - dpois(k, m) / 2) - log(tail), max(k, 1e-6), k + wide))
})
cat("{\n", paste(block("comparisons", comparisons), block("binomial", binomial), block("poisson", poisson), sep = ",\n"),
  "\n}\n", sep = "")
