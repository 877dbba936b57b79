# Peer: the same lines and marks of single values (XmR, NHS rules) in base R, without false-alarm rates, season or words.
# Run: Rscript xmr.R CHARTS MONTHS
args <- as.integer(commandArgs(TRUE))
set.seed(1)
draw <- function(y, hold = 24) {
  base <- y[seq_len(hold)]
  centre <- mean(base)
  range <- abs(diff(base))
  reach <- 2.66 * mean(range[range < 3.267 * mean(range)])
  side <- sign(y - centre)
  outside <- abs(y - centre) > reach
  near <- !outside & abs(y - centre) > 2 * reach / 3
  ends <- function(v, n) { # points where the last n of v are alike and not 0
    r <- rle(v)
    at <- sequence(r$lengths)
    at >= n & v != 0
  }
  part <- function(end, n) { # every point of the runs that end there
    k <- which(end)
    out <- logical(length(end))
    for (i in seq_len(n) - 1) out[k - i] <- TRUE
    out
  }
  shift <- part(ends(side, 7), 7)
  trend <- part(c(FALSE, ends(sign(diff(y)), 6)), 7)
  n <- length(y)
  three <- filter(near, c(1, 1, 1), sides = 1) >= 2 & abs(filter(side, c(1, 1, 1), sides = 1)) == 3
  three[is.na(three)] <- FALSE
  list(centre, reach, outside | trend | shift | (near & part(three, 3)))
}
charts <- lapply(seq_len(args[1]), function(i) rpois(args[2], 0.4 * 1.21^(i %% 30)))
took <- system.time(lapply(charts, draw))[["elapsed"]]
cat(sprintf("R, lines and marks alone: %d charts in %.0f ms\n", args[1], 1000 * took))
