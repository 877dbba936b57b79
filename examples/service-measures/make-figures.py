"""Makes the made-up figures of this folder anew, the same every time: python3 make-figures.py"""

import random

BOROUGHS = {"Camden": 1.0, "Islington": 0.9}
MONTHS = [f"{year}-{month:02d}" for year in (2022, 2023, 2024) for month in range(1, 13)][3:27]
OFFENCES = [
    ("residential-burglary", 95, [0.04, 0.01, 0.02, 0.03, 0.78, 0.01, 0.01, 0.01]),
    ("personal-robbery", 80, [0.06, 0.01, 0.05, 0.10, 0.66, 0.01, 0.01, 0.01]),
    ("violence-with-injury", 190, [0.10, 0.03, 0.12, 0.35, 0.18, 0.03, 0.02, 0.02]),
    ("rape-and-serious-sexual-offences", 32, [0.06, 0.00, 0.14, 0.38, 0.08, 0.02, 0.02, 0.02]),
]
OUTCOMES = [
    "charged_or_summonsed", "out_of_court", "evidence_lacking_victim_supports", "evidence_lacking_victim_does_not",
    "no_suspect_identified", "not_in_public_interest", "another_body", "other",
]
BANDS = ["0_to_5", "5_to_10", "10_to_15", "15_to_20", "20_to_30", "30_to_60", "60_to_240", "over_240"]
GRADES = [
    ("I", 1450, [0.22, 0.38, 0.22, 0.09, 0.05, 0.03, 0.01, 0.00]),
    ("S", 1250, [0.04, 0.11, 0.13, 0.12, 0.17, 0.21, 0.18, 0.04]),
    ("E", 260, [0.00, 0.01, 0.02, 0.03, 0.06, 0.14, 0.33, 0.41]),
    ("R", 90, [0.00, 0.01, 0.01, 0.02, 0.04, 0.10, 0.25, 0.57]),
]
AGES = ["up_to_90_days", "91_to_180_days", "181_to_365_days", "over_365_days"]

random.seed(20240401)


def split(total, shares):
    """Hands `total` out by chance; what the shares leave over belongs to nobody."""
    counts = [0] * len(shares)
    for _ in range(total):
        draw, at = random.random(), 0
        while at < len(shares) and draw >= shares[at]:
            draw -= shares[at]
            at += 1
        if at < len(shares):
            counts[at] += 1
    return counts


def near(mean):
    """A whole number near a mean, as counts vary."""
    return max(0, round(random.gauss(mean, mean**0.5 * 1.3)))


def write(name, header, rows):
    with open(f"made-up-{name}.csv", "w", encoding="utf-8") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)


each = [(month, area, size, at) for at, month in enumerate(MONTHS) for area, size in BOROUGHS.items()]

write(
    "recorded-counts",
    ["month", "area", "measure", "count"],
    [
        (month, area, measure, near(mean * size))
        for month, area, size, _ in each
        for measure, mean in [("hate-crime-excluding-domestic-abuse", 62), ("lethal-barrelled-discharges", 0.4)]
    ],
)
attendance = []
for month, area, size, at in each:
    reported = near(95 * size)
    attendance.append((month, area, reported, split(reported, [0.90 + at * 0.003])[0]))
write("burglary-attendance", ["month", "area", "burglaries_reported", "burglaries_attended"], attendance)

times = []
for month, area, size, at in each:
    for grade, mean, shares in GRADES:
        quicker = [share * (1 + at * 0.002) if band < 3 else share for band, share in enumerate(shares)]
        counts = split(near(mean * size), [share / sum(quicker) for share in quicker])
        times.append((month, area, grade, *counts, near(mean * size * 0.01)))
write("response-times", ["month", "area", "grade", *(f"minutes_{band}" for band in BANDS), "time_not_known"], times)

write(
    "service-survey",
    ["month", "area", "question", "share", "asked", "design_effect", "months_asked"],
    [
        (month, area, question, round(share + random.gauss(0, 0.02), 3), asked, effect, months)
        for month, area, _, at in each
        if month[5:] in ("03", "06", "09", "12")
        for question, share, asked, effect, months in [
            ("victim-satisfaction", 0.66 + at * 0.002, 180 + random.randrange(40), 1.3, 3),
            ("trust", 0.71, 400 + random.randrange(20), "", 12),
            ("good-job", 0.49, "", "", 12),
        ]
    ],
)
outcomes = []
for month, area, size, _ in each:
    for offence, mean, shares in OFFENCES:
        recorded = near(mean * size)
        outcomes.append((month, area, offence, recorded, *split(recorded, shares)))
write("crime-outcomes", ["month", "area", "offence", "crimes_recorded", *OUTCOMES], outcomes)

write(
    "charges",
    ["month", "area", "offence", "charged", "recorded_in_month"],
    [
        (month, area, offence, near(mean * size * shares[0]), near(mean * size))
        for month, area, size, _ in each
        for offence, mean, shares in OFFENCES
    ],
)
backlog = []
open_cases = {(area, work): split(start, [0.5, 0.22, 0.18, 0.10]) for area in BOROUGHS for work, start in [("online-child-abuse", 60), ("all-investigations", 2400)]}
for month, area, size, at in each:
    for work, mean in [("online-child-abuse", 12), ("all-investigations", 900)]:
        ages = open_cases[area, work]
        opened, leaving = near(mean * size), near(mean * size * (1.04 if work == "online-child-abuse" else 0.99))
        older = [split(count, [chance])[0] for count, chance in zip(ages[:3], [0.15, 0.12, 0.05])]
        ages = [ages[0] - older[0], ages[1] + older[0] - older[1], ages[2] + older[1] - older[2], ages[3] + older[2]]
        ages[0] += opened
        leaving = min(leaving, sum(ages))
        held = list(ages)
        for _ in range(leaving):
            at_age = random.choices(range(4), weights=held)[0]
            held[at_age] -= 1
        open_cases[area, work] = held
        backlog.append((month, area, work, opened, leaving, *held))
write("backlog", ["month", "area", "work", "opened", "closed", *(f"open_{age}" for age in AGES)], backlog)

write("asb-calls", ["month", "area", "asb_calls"], [(month, area, near((820 - at * 4) * size)) for month, area, size, at in each])
