# Expected values of stl.reference.test.ts. Run: Rscript stl.reference.R > stl.expected.json (R 4.2.2, base only).
parts <- function(y, ...) {
  fit <- stl(ts(y, frequency = 12), ...)
  list(seasonal = as.numeric(fit$time.series[, 1]), trend = as.numeric(fit$time.series[, 2]), weights = as.numeric(fit$weights))
}
numbers <- function(x) paste0("[", paste(sprintf("%.12g", x), collapse = ","), "]")
case <- function(name, y, options, ...) {
  p <- parts(y, ...)
  sprintf('{"name":"%s","options":%s,"values":%s,"seasonal":%s,"trend":%s,"weights":%s}',
    name, options, numbers(y), numbers(p$seasonal), numbers(p$trend), numbers(p$weights))
}
# Made-up months: a level that falls, a year's cycle that grows, and two months far off.
t <- 0:70
y <- round(200 - t / 2 + (10 + t / 5) * sin(2 * pi * t / 12) + 9 * sin(t * t), 3)
y[c(20, 47)] <- y[c(20, 47)] + 90
cat("[", paste(c(
  case("windowed", y, '{"period":12,"seasonalSpan":7}', s.window = 7),
  case("windowed, robust", y, '{"period":12,"seasonalSpan":13,"robust":true}', s.window = 13, robust = TRUE),
  case("periodic, robust", y, '{"period":12,"seasonalSpan":"periodic","robust":true}', s.window = "periodic", robust = TRUE),
  case("its own trend", y, '{"period":12,"seasonalSpan":35,"trendSpan":25}', s.window = 35, t.window = 25)
), collapse = ",\n"), "]\n", sep = "")
