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
error-stale-button = This button is from an older version of me and does nothing any more. The command that made it shows a new one.
error-internal = Something broke on my side, and nothing was changed. Reference: `{ $reference }`.

## scorecard

## perspective

## objective

## kpi

## log

log-headline = { $sign } **{ $name }** · { $period }: **{ $value }**, { $judged }.
log-to-date = { $sign } **{ $name }** · { $period } to date: **{ $value }**, { $judged }. It counts once the period is over.
log-not-applicable = ➖ **{ $name }** · { $period }: not applicable, { $reason }.
log-not-applicable-short = not applicable ({ $reason })
log-no-target = unscored, since it has no target
log-judged = { $status } (target { $target })
log-judged-red = { $status } (target { $target }, red flag { $red })
log-judged-assumed = { $status } (target { $target }, red flag { $red } *assumed*)
log-replaced = It was { $before }.
log-unchanged = It was { $before } already, so nothing changed.
log-compared-score = { $period } was { $status } with { $value }. Score { $before } → { $after }.
log-compared = { $period } had { $value }.
log-told-off-target = The team channel is told in a minute, unless you undo it.
log-told-recovered = The team channel is told that it recovered.
log-told-changed = The alert in the team channel shows the new value.
log-told-withdrawn = The alert in the team channel is withdrawn.
log-blank = no value
log-undone = **{ $name }** · { $period }: { $before } → { $after }.
log-doubt = **{ $name }** · { $period }: **{ $value }** is far from { $last }, the value before, so it is not saved yet. Which is right?
log-button-save = Save { $value }
log-button-note = Add note
log-button-undo = Undo
log-note-title = Add a note
log-note-label = What is behind the value?
log-note-saved = { $status } The note is saved with the value.

## checkin

checkin-nothing-due = Nothing is due from you. To log a value all the same, use `/log`.
checkin-heading = { $count ->
    [one] **1 value from you** · due { $due } ({ $distance })
   *[other] **{ $count } values from you** · due { $due } ({ $distance })
 }
checkin-more = { $count ->
    [one] … and 1 more
   *[other] … and { $count } more
 }
checkin-last = last { $value }
checkin-target = target { $target }
checkin-ownerless = nobody owns it, so you answer as the manager
checkin-first-value = the first value
checkin-form-title = Values for { $period }
checkin-form-title-mixed = Values that are due
checkin-refused = **{ $typed }** is not saved: { $reason }
checkin-all-in = Everything is in. Thank you.
checkin-left = { $count ->
    [one] 1 value is still due.
   *[other] { $count } values are still due.
 }
checkin-button-enter = { $count ->
    [one] Enter value
   *[other] Enter values
 }
checkin-button-next = { $count ->
    [one] Next value
   *[other] Next { $count }
 }
checkin-button-correct = Correct

## summary

summary-title = { $name } · { $period }
summary-title-running = { $name } · { $period } so far
summary-title-ytd = { $name } · { $period }, year to date
summary-title-ytd-running = { $name } · { $period } so far, year to date
summary-scored = **{ $name }: { $score }** { $status }
summary-held = **{ $name }: { $score }** { $status }, held there by what is off target below it
summary-provisional = **{ $name }: { $score }** ⚪ provisional
summary-no-score = **{ $name }** ▫️ no score
summary-change-from = { $change } from { $period }
summary-running = **{ $name }** · scores follow when the { $kind } is over
summary-coverage = { $percent } % of the weight is in
summary-from = from { $scored } of { $all } perspectives, without { $names }
summary-empty = no KPIs count in this period; `/kpi add` adds one
summary-more = { $count ->
    [one] … and 1 more; choose the perspective below
   *[other] … and { $count } more; choose a perspective to see them all
 }
summary-line = { $sign } **{ $name }** { $value }
summary-line-not-applicable = { $sign } **{ $name }** not applicable: { $reason }
summary-line-waiting = { $sign } **{ $name }** waiting for { $person }
summary-line-open = { $sign } **{ $name }** no value yet
summary-line-target = target { $target }
summary-line-as-of = as of { $period }
summary-line-to-date = to date
summary-line-parts = { $have } of { $all } periods
summary-select = Perspective
summary-select-all = All perspectives
summary-button-post = Post to channel
summary-posted = Posted to this channel.
summary-posted-by = { $name } posted this summary.

## ask

ask-prompt = { $count ->
    [one] **{ $period } is over: 1 value from you** · due { $due } ({ $distance })
   *[other] **{ $period } is over: { $count } values from you** · due { $due } ({ $distance })
 }
ask-remind = { $count ->
    [one] **1 value is due today** · by { $due } ({ $distance })
   *[other] **{ $count } values are due today** · by { $due } ({ $distance })
 }
ask-overdue = { $count ->
    [one] **1 value is overdue** · it was due { $due } ({ $distance })
   *[other] **{ $count } values are overdue** · they were due { $due } ({ $distance })
 }
ask-done = 🟢 Everything is in for **{ $server }**. Nothing more is due from you.

## alert

alert-off-target = 🔴 **{ $name }** went off target: **{ $value }** in { $period }, target { $target }{ $gap }.
alert-still-open = **{ $name }** is { $status } now: **{ $value }** in { $period }, target { $target }{ $gap }.
alert-recovered = 🟢 **{ $name }** is on target again: **{ $value }** in { $period }, target { $target }.
alert-withdrawn = ~~**{ $name }** went off target: { $value } in { $period }~~ Withdrawn: the value was corrected.
alert-too-high = , { $by } too high
alert-too-low = , { $by } too low
alert-mention = { $person }
alert-note = { $person }: “{ $note }”
alert-drives = Drives { $names }.

## digest

digest-preliminary = *Preliminary: values are still expected.*
digest-late = *This digest is late: I was not running when it was due.*
digest-updated = *Updated with values that came in after it was posted.*
digest-off-target = { $count ->
    [one] **Off target: 1 KPI**
   *[other] **Off target: { $count } KPIs**
 }
digest-note = : “{ $note }”
digest-waiting = Waiting for **{ $name }** ({ $person })
digest-closed = The review is closed without a meeting, and these numbers are published.
digest-closed-missing = { $count ->
    [one] 1 value never came; its owner can still enter it, as late.
   *[other] { $count } values never came; their owners can still enter them, as late.
 }

## import

## settings

## help
