# Expected values of rates.expected.json: Rscript rates.reference.R > rates.expected.json
# Base R only. Deaths of British doctors by smoking and age (Doll and Hill 1966, as in Breslow and Day 1987, table 3.15).
a <- c(32, 104, 206, 186, 102); m <- c(52407, 43248, 28612, 12663, 5317)
b <- c(2, 12, 28, 28, 31);      n <- c(18790, 10673, 5710, 2585, 1462)
total <- m + n
ratio <- sum(a * n / total) / sum(b * m / total)
variance <- sum((a + b) * m * n / total^2) / (sum(a * n / total) * sum(b * m / total))
interval <- ratio * exp(c(-1, 1) * qnorm(0.975) * sqrt(variance))
without <- sapply(seq_along(a), function(i) log(sum((a * n / total)[-i]) / sum((b * m / total)[-i])))
k <- length(a)
error <- sqrt((k - 1) / k * sum((without - mean(without))^2))
jackknife <- ratio * exp(c(-1, 1) * qt(0.975, k - 1) * error)
# A like ratio by another way: Poisson regression with a term for each age.
frame <- data.frame(events = c(a, b), exposure = c(m, n), smoker = rep(1:0, each = k), age = factor(rep(1:k, 2)))
fit <- glm(events ~ smoker + age, offset = log(exposure), family = poisson, data = frame)
crude <- (sum(a) / sum(m)) / (sum(b) / sum(n))
wald <- crude * exp(c(-1, 1) * qnorm(0.975) * sqrt(1 / sum(a) + 1 / sum(b)))
katz <- 4.5 * exp(c(-1, 1) * qnorm(0.975) * sqrt(1 / 60 - 1 / 1000 + 1 / 20 - 1 / 1500))
list <- function(x) paste0("[", paste(formatC(x, digits = 15, format = "g"), collapse = ", "), "]")
cat(sprintf('{\n  "mantelHaenszel": %s,\n  "greenlandRobins": %s,\n  "jackknife": %s,\n  "poissonRegression": %s,\n  "crude": %s,\n  "logWald": %s,\n  "katz": %s\n}\n',
  list(ratio), list(interval), list(jackknife), list(exp(coef(fit)[["smoker"]])), list(crude), list(wald), list(katz)))
