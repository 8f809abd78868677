#!/usr/bin/env python3
"""Works out when prompts and digests are due, by Python's zoneinfo and independently of the bot, for its tests.

200 scorecards in 40 zones, their months and quarters of five years: leap days, clock changes, business days, holidays.
Write the table anew with

    python3 src/domain/cycle/instants.py > src/domain/cycle/instants.txt

A line is a scorecard: zone, how often it is reviewed, fiscal start, prompt, digest, and then for every period the minutes
from midnight UTC after its last day to the prompt and to the digest, in base 36 with a sign.
"""
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

ZONES = """UTC Europe/Berlin Europe/London Europe/Dublin Europe/Lisbon Europe/Moscow Europe/Istanbul Atlantic/Azores
Atlantic/Reykjavik America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage
America/St_Johns America/Halifax America/Sao_Paulo America/Santiago America/Havana America/Asuncion America/Caracas
Pacific/Honolulu Pacific/Auckland Pacific/Chatham Pacific/Apia Pacific/Kiritimati Pacific/Marquesas Australia/Sydney
Australia/Adelaide Australia/Lord_Howe Australia/Brisbane Asia/Tokyo Asia/Kolkata Asia/Kathmandu Asia/Beirut
Asia/Jerusalem Asia/Dubai Africa/Cairo Africa/Casablanca""".split()

HOLIDAYS = {date(year, month, day) for year in range(2021, 2028) for month, day in ((1, 1), (5, 1), (12, 25), (12, 26))}
YEARS = range(2021, 2026)
# (kind, day, time): calendar or business day after the period's end
RULES = [
    (("c", 1, "09:00"), ("b", 6, "10:00")),
    (("c", 1, "00:00"), ("b", 4, "02:30")),
    (("b", 1, "23:45"), ("b", 8, "00:15")),
    (("c", 2, "02:15"), ("c", 29, "02:30")),
    (("b", 2, "08:15"), ("c", 15, "23:59")),
]


def is_business(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def nth_business(day, n):
    while True:
        if is_business(day):
            n -= 1
            if n == 0:
                return day
        day += timedelta(days=1)


def day_of(rule, end):
    kind, count, _ = rule
    return nth_business(end, count) if kind == "b" else end + timedelta(days=count - 1)


def instant(day, clock, zone):
    """The first instant at which the clocks show a local time; the first after the gap where they skip it."""
    hour, minute = map(int, clock.split(":"))
    local = datetime(day.year, day.month, day.day, hour, minute)
    while True:
        found = local.replace(tzinfo=zone, fold=0).astimezone(timezone.utc)
        if found.astimezone(zone).replace(tzinfo=None) == local:
            return found
        local += timedelta(minutes=1)


def prompt(rule, digest, end, zone):
    """Nobody is asked on a rest day: the prompt waits for the same time of the next business day."""
    day = day_of(rule, end)
    return instant(nth_business(day, 1), rule[2], zone)


def ends(kind, fiscal):
    """The first days after each period of the five years."""
    step = 1 if kind == "monthly" else 3
    month = (fiscal - 1) % step
    year = YEARS.start
    while year < YEARS.stop:
        first = date(year + month // 12, month % 12 + 1, 1)
        after = month + step
        end = date(year + after // 12, after % 12 + 1, 1)
        if first.year >= YEARS.stop:
            return
        yield first, end
        month = after
        if month >= 12:
            year, month = year + month // 12, month % 12


def base36(number):
    digits, sign, number = "", "-" if number < 0 else "", abs(number)
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if number == 0:
            return sign + digits


def main():
    print("# made by instants.py, which says what this is")
    for at in range(200):
        name, (ask, digest) = ZONES[at % len(ZONES)], RULES[at // len(ZONES)]
        zone, fiscal = ZoneInfo(name), at % 12 + 1
        for kind in ("monthly", "quarterly"):
            minutes = []
            for _, end in ends(kind, fiscal):
                midnight = datetime(end.year, end.month, end.day, tzinfo=timezone.utc)
                for found in (prompt(ask, digest, end, zone), instant(day_of(digest, end), digest[2], zone)):
                    minutes.append(base36(int((found - midnight).total_seconds()) // 60))
            words = {"c": "day", "b": "business day"}
            rules = [f"{words[kind]} {count} {time}" for kind, count, time in (ask, digest)]
            print("|".join([name, kind, str(fiscal), *rules, " ".join(minutes)]))


main()
