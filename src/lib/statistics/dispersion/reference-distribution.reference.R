# Makes reference-distribution.expected.json: P(Z^2 > x W) for sums W of chi-squared parts, by Imhof's (1961) inversion
# of the characteristic function of Z^2 - x W at 0, and the eigenvalues of differences that share spans, by eigen().
# Run: Rscript reference-distribution.reference.R > reference-distribution.expected.json
imhof <- function(values, degrees) {
  f <- function(u) sin(colSums(degrees * atan(outer(values, u))) / 2) /
    (u * exp(colSums(degrees * log1p(outer(values, u)^2)) / 4))
  # Half-waves of the sine are summed on pieces, for integrate() loses them on the whole line.
  ends <- c(0, 10^seq(-3, 9, by = 0.1))
  sum <- 0
  for (i in seq_len(length(ends) - 1))
    sum <- sum + integrate(f, ends[i], ends[i + 1], rel.tol = 1e-12, abs.tol = 1e-15, subdivisions = 20000)$value
  0.5 + sum / pi
}
num <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ","), "]")
cases <- list(
  list(c(0.25, 0.15, 0.1), c(2, 3, 0.5)), list(c(0.6, 0.4), c(1, 1)), list(c(0.5, 0.5 / 31), c(1, 31)),
  list(c(0.2425, 0.2208, 0.1875, 0.1467, 0.1033, 0.0625, 0.0292, 0.0075), rep(1, 8)))
rows <- c()
for (case in cases) for (x in c(0.3, 2, 6, 15)) {
  share <- case[[1]] / sum(case[[1]] * case[[2]])
  rows <- c(rows, paste0("{\"share\":", num(share), ",\"degreesOfFreedom\":", num(case[[2]]), ",\"x\":", x,
    ",\"upper\":", sprintf("%.12g", imhof(c(1, -x * share), c(1, case[[2]]))), "}"))
}
# Differences of spans `lag` apart, among those that are there: eigenvalues of their covariance over the span's variance.
eigenvalues <- function(there, lag) {
  first <- which(there & c(there[-seq_len(lag)], rep(FALSE, lag)))
  b <- t(sapply(first, function(i) { r <- rep(0, length(there)); r[i] <- -1; r[i + lag] <- 1; r }))
  sort(eigen(b %*% t(b) / 2, symmetric = TRUE)$values / length(first), decreasing = TRUE)
}
patterns <- list(list(rep(1, 9), 1), list(rep(1, 9), 4), list(c(1, 1, 1, 1, 0, 0, 1, 1, 1), 1), list(c(1, 1, 0, 1, 1, 1, 1, 1), 2))
structures <- sapply(patterns, function(p) paste0("{\"there\":", num(p[[1]]), ",\"lag\":", p[[2]], ",\"shares\":",
  num(eigenvalues(p[[1]] == 1, p[[2]])), "}"))
cat("{\"tails\": [\n", paste(rows, collapse = ",\n"), "\n],\n\"structures\": [\n", paste(structures, collapse = ",\n"), "\n]}\n", sep = "")
