# The English words. One message a line; names, numbers and periods come in formatted and escaped.
# Each section belongs to one noun. Keys: <noun>-<what>; command descriptions: command-<path>[-option-<name>], at most
# 100 characters.

## status, value, period

status-on-target = on target
status-at-risk = at risk
status-off-target = off target
status-no-data = no data
status-not-applicable = not applicable
status-unscored = unscored
value-yes = yes
value-no = no
value-points = points
value-range = { $low } to { $high }
value-red-range = below { $low } or above { $high }
period-month = { $month } { $year }
period-quarter = Q{ $quarter } { $year }
period-week = week { $week } of { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
kind-week = week
kind-month = month
kind-quarter = quarter
kind-year = year

## error

error-stale-command = This command has changed since your Discord loaded it. Reload Discord (Ctrl+R), then try again.
error-internal = Something broke on my side, and nothing was changed. Reference: `{ $reference }`.

## scorecard

## perspective

## objective

## kpi

## log

## checkin

## summary

## ask

## alert

## digest

## import

## settings

## help
