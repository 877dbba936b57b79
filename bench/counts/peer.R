# R's exact comparison of two Poisson counts, poisson.test, for every pair on standard input (current, previous, days, days).
# Prints for each the p-value that is twice the smaller tail and the central interval; then the seconds of poisson.test.
pairs <- as.matrix(read.table(file("stdin")))
started <- proc.time()[["user.self"]]
found <- apply(pairs, 1, function(p) {
  # poisson.test's two-sided p-value sums the pairs as unlikely; twice the smaller of its one-sided ones is central.
  less <- poisson.test(p[1:2], p[3:4], alternative = "less")$p.value
  more <- poisson.test(p[1:2], p[3:4], alternative = "greater")$p.value
  interval <- poisson.test(p[1:2], p[3:4])$conf.int
  share <- p[3] / (p[3] + p[4])
  c(min(1, 2 * min(less, more)), interval, min(1, 2 * (min(less, more) - dbinom(p[1], p[1] + p[2], share) / 2)))
})
seconds <- proc.time()[["user.self"]] - started
cat(apply(found, 2, function(v) paste(sprintf("%.17g", v), collapse = " ")), sprintf("%.6f", seconds), sep = "\n")
