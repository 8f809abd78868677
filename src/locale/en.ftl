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
date-day = { $day } { $month } { $year }
value-none = none
value-attainment = { $percent } % of target
value-too-high = { $by } too high
value-too-low = { $by } too low
period-span = { $first } to { $last }
list-or = { $first } or { $last }
list-and = { $first } and { $last }
day-ordinal = { $day }
day-month = { $days } { $month }
list-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
 }
count-kpis = { $count ->
    [0] no KPIs
    [one] 1 KPI
   *[other] { $count } KPIs
 }
permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-embed-links = Embed Links
permission-attach-files = Attach Files
permission-read-message-history = Read Message History
permission-create-public-threads = Create Public Threads
permission-send-messages-in-threads = Send Messages in Threads
count-objectives = { $count ->
    [0] no objectives
    [one] 1 objective
   *[other] { $count } objectives
 }
change-line = { $field }: { $before } → { $after }
field-name = Name
field-weight = Weight
field-place = Place
field-owner = Owner
field-deputy = Deputy
field-manager = Manager
field-sponsor = Sponsor
field-description = Description
field-perspective = Perspective
field-objective = Objective
field-parent = Part of
field-level = Level
field-channel = Team channel
field-visibility = Readers
field-person = Whose card it is
field-reader = Reader
field-counts-in = Counts in
visibility-open = everybody
visibility-private = some
readers-everybody = everybody
field-review = Review
field-vision = Vision
field-mission = Mission
field-red-note = Why off target
field-unit = Unit
field-decimals = Decimals
field-direction = Good values
field-frequency = Frequency
field-aggregation = Longer periods
field-indicator = Indicator
field-baseline = Baseline
field-formula = Formula
field-best-possible = Target cannot be beaten
field-carry-forward = Carried forward
field-entered-ytd = Entered year to date
field-available-on = Known
field-key = Key
field-drives = Drives
field-fed-by = Fed by
field-lag = Lag in periods
field-target = Target
field-red-flag = Red flag
field-target-low = Lowest good value
field-target-high = Highest good value
field-red-low = Red flag below
field-red-high = Red flag above
field-from = From
field-perspectives-made = Perspectives added
field-objectives-made = Objectives added
field-kpis-made = KPIs added
field-kpis-changed = KPIs changed
field-targets-set = Targets set
field-links-made = Links added
field-time-zone = Time zone
field-fiscal-start = Fiscal year begins in
field-number-format = Numbers
field-administrator-role = Administrators
field-coverage-floor = Weight that must be in
field-alert-wait = Alerts wait
field-pictures = Pictures in channels
field-my-pictures = Pictures for you
field-prompt = Owners are asked
field-due = Values are due
field-digest = The digest is posted
field-early = Already when everything is in
field-meeting = The meeting is
field-holidays = Holidays
field-quiet-hours = Quiet hours
field-about = About
field-due-on = Due
field-outcome = Outcome
field-alert-state = Alert
alert-state-open = open
alert-state-acknowledged = acknowledged
alert-state-snoozed = snoozed
alert-state-resolved = resolved
alert-state-withdrawn = withdrawn
field-until = Until
field-status = Status
field-percent = Done
field-start = Begins
field-budget = Budget
field-spent = Spent
field-effect = Expected
status-planned = planned
status-in-progress = in progress
status-done = done
status-dropped = dropped

## error

error-stale-command = This command has changed since your Discord loaded it. Reload Discord (Ctrl+R), then try again.
error-stale-button = This button is from an older version of me and does nothing any more. The command that made it shows a new one.
error-internal = Something broke on my side, and nothing was changed. Reference: `{ $reference }`.
error-left = You are no longer in **{ $server }**, so nothing there is yours to answer or to see. Whoever lets you in again gives it back to you.
error-not-here = I can do that only in a server where we both are. Give the command in one of its channels.
error-no-scorecard = There is no scorecard here yet. An administrator starts one with `/scorecard template` or `/scorecard create`.
error-which-scorecard = There are several scorecards here. Say which one in the option `scorecard`: { $names }.
error-gone = This { $noun } is not here any more.
error-several = More than one { $noun } is called { $typed }. Choose from the list that opens while you type.
error-unknown = I find no { $noun } { $typed }. { $hint }
error-did-you-mean = I find no { $noun } { $typed }. Did you mean { $names }?
error-hint-scorecard = `/scorecard list` shows them all.
error-hint-perspective = `/scorecard show` shows them all.
error-hint-objective = `/scorecard show` shows them all.
error-hint-feed = `/objective show` shows what feeds an objective.
error-hint-anything = `/scorecard show` shows all of a scorecard.
error-hint-kpi = `/kpi list` shows them all, with their keys.
error-hint-actual = `/kpi show` shows the last values.
error-hint-draft = Give the command again.
error-hint-template = The list that opens while you type has them all.
error-hint-review = `/summary` shows the last period.
error-hint-decision = `/decision list` shows the open ones.
error-hint-initiative = `/initiative list` shows the open ones.
error-hint-milestone = `/initiative show` shows them.
error-hint-alert = `/alerts list` shows what is open.
noun-settings = settings
noun-scorecard = scorecard
noun-perspective = perspective
noun-objective = objective
noun-feed = feed
noun-anything = KPI, objective, perspective or scorecard
noun-kpi = KPI
noun-actual = value
noun-draft = question
noun-template = template
noun-review = review
noun-decision = decision
noun-initiative = initiative
noun-milestone = milestone
noun-alert = alert
nouns-scorecard = scorecards
nouns-perspective = perspectives
nouns-objective = objectives
nouns-feed = objectives that feed one
nouns-anything = KPIs, objectives, perspectives and scorecards
nouns-kpi = KPIs
nouns-actual = values
nouns-draft = questions
nouns-template = templates
nouns-review = reviews
nouns-decision = decisions
nouns-initiative = initiatives
nouns-milestone = milestones
nouns-alert = alerts
error-needs-administrator = Only administrators can do this: people with the permission **Manage Server**, or with the role chosen in `/settings`.
error-needs-manager = Only the manager of { $scorecard } can do this, { $manager }, or an administrator.
error-needs-owner = Values of { $kpi } come from its owner, { $owner }, the deputy, or the manager of its scorecard.
error-needs-owner-none = { $kpi } has no owner, so only its manager can enter values: the manager of the scorecard.
error-needs-doer = This is for { $owner }, who does it, or for the manager of { $scorecard }.
error-needs-doer-none = Only the manager of { $scorecard } can do this, or an administrator.
error-needs-keeper = What is done about { $about } is kept by its owner, { $owner }, and by the manager of { $scorecard }.
error-needs-keeper-none = What is done about { $about } is kept by the manager of { $scorecard }, since it has no owner.
error-repeated = { $kpi } was not applicable in the period before already. To leave it out a second time in a row is for the manager of its scorecard, { $manager }. `/kpi hand-over` gives it to somebody who has a value.
error-is-in = { $kpi } is in already: { $value }, entered by { $by }, { $at }. `/log` corrects it.
error-not-asked = { $kpi } is not asked for any more in that period. `/log` still takes a value for it, with the period.
error-not-collecting = The digest of { $period } is out already. `/review close` closes its review, and `/review reopen` opens a closed one again.
error-not-over = { $period } is not over yet. Its review can be opened when it is.
error-nothing-to-repeat = None of what is due can be the same as last: sums are counted anew, and a first value has none before it. *Enter values* takes them.
error-new-reader = { $name } does not read { $scorecard }, which is private. Only its manager, { $manager }, decides who does.
error-consent-asked = { $scorecard } is private, and others would learn its number this way. { $name } decides that and is asked now; you hear what comes of it.
error-needs-consent = { $scorecard } is private, and others would learn its number this way. Only { $name } decides that.
error-needs-sponsor = Only the sponsor of { $scorecard } can do this, or its manager.
error-still-manages = You still manage { $names }. Give that to somebody first, with `/scorecard edit` and `manager`.
error-needs-manager-of = When { $name } is away is said by { $name }, by who manages a scorecard in which { $name } answers for a KPI, or by an administrator.
error-taken-key = The key `{ $name }` is in use. Choose another one.
error-taken = The name { $name } is taken by another { $noun }. Choose another one.
error-fixed = { $kpi } has values, so its unit, direction, frequency and aggregation stay as they are. To measure differently, add a KPI with `/kpi add`.
error-past = { $period } is over, and its target stays what it was then. A new target can hold from { $running } on: leave `from` out, or choose a later period. To change what was agreed all the same, say why in `reason`.
error-restates = The numbers of { $period } are published, and this would change them. To do so all the same, say why in `reason`: the published numbers stay, and summaries show both.
error-no-override = { $period } has no target of its own, so there is none to take back. `/kpi show` lists them.
error-read = { $count ->
    [one] { $names } is computed from { $name }, so it would have nothing to be computed from. Archive it first, or give it another formula with `/kpi edit formula`.
   *[other] { $count } KPIs are computed from { $name }, so they would have nothing to be computed from: { $names }. Archive them first, or give them other formulas with `/kpi edit formula`.
}
error-year-changed = Earlier values of { $kpi } have changed since, so nothing is saved. Enter the total of the year again.
error-changed-since = The value has been changed since, so this cannot be taken back any more. `/log` with the right value corrects it.
error-done-since = It has changed since, so this cannot be taken back any more.
error-alert-over = This alert is over already, so there is nothing to answer.
error-undo-over = This could be taken back for ten minutes.
error-no-channel = { $scorecard } has no team channel, so nobody would read it. `/scorecard edit` gives it one.
error-too-late = A value can be taken back for ten minutes. `/log` with the right value corrects it, and the old one stays on record.
error-when = { $typed } is no day and time after the end of a period. Write it as in `day 1 09:00` or `business day 5 17:00`.
error-schedule-order = With these times the steps would not come in their order after { $period }: owners are asked, then values are due, then the digest is posted, before the next review opens.
error-day = { $typed } is no date. Write days as in `2026-12-25 2026-12-26`.
error-day-unread = I cannot read { $typed } as a day. Write it as in `2026-12-20`, `20 Dec`, `20.12.`, `Friday`, `tomorrow` or `in 2 weeks`.
error-day-two = { $typed } is { $one } or { $other }. Write it as in `{ $write }`.
error-day-over = { $day } is over. Choose a day that comes.
error-blank = The text for `{ $field }` is empty. Write a few words.
error-kpi-or-objective = Say what it is about: either a KPI or an objective, exactly one of the two.
error-ends-before-start = It would be due { $due }, before it begins, { $start }.
error-amount = I cannot use { $typed } as an amount. Write it as in `12,000`, `$12k` or `40 days`.
error-amount-unit = I cannot use { $typed } as an amount in { $unit }, in which this initiative is counted. Write it as in `12000`.
error-no-decisions = A review ends with what it decided. Say it in `decisions`, with semicolons between several, or write `none`.
error-too-many-days = A calendar has at most { $most } holidays. Remove past ones first.
error-quiet-hours = { $typed } is no span of hours. Write it as in `20:00-07:00`, or `none`.
error-published = The numbers of { $period } are published, and this would change them. To do so all the same, say why: `/log kpi:{ $key } period:{ $label } reason:…` with the value. The published numbers stay, and summaries show both.
error-not-rejectable = { $kpi } has no “not applicable” there to reject, or it has changed since.
error-too-much = That is more than one answer can carry. Choose a `scorecard`, and export one after another.
error-closed = The review of { $period } is closed and its numbers are published. The manager of the scorecard can still correct a value.
error-full = There can be at most { $most } { $nouns } here, and that many there are.
error-name-empty = A name needs at least one character that can be seen.
error-name-too-long = This name has { $length } characters; a name has at most { $most }.
error-name-hidden = This name contains the hidden character { $found }. Type the name instead of pasting it.
error-name-mention = A name cannot contain **\@everyone** or **\@here**. Leave it out.
error-key-empty = A key needs at least one letter or digit, as in `nps`.
error-key-too-long = This key has { $length } characters; a key has at most 32, as in `net-revenue`.
error-key-blank = A key has no blanks. Write it with a hyphen, as in `net-revenue`.
error-key-forbidden = A key cannot contain { $found }. It is made of letters, digits, `-`, `_` and `.`, as in `net-revenue`.
error-unit-too-long = This unit has { $length } characters; a unit has at most { $most }, as in `%`, `USD m` or `hours`.
error-unit-forbidden = A unit cannot contain { $found }. Units are written as in `%`, `USD m` or `hours`.
error-value-empty = There is no value for { $kpi }. Write one, for example `{ $example }`.
error-value-not-a-number = I cannot read { $typed } as a number.{ $last } Write it as in `{ $example }`.
error-value-two-readings = I can read { $typed } as { $one } or as { $other }.{ $last } Write `{ $write_one }` or `{ $write_other }`, or choose a number format in `/settings`.
error-value-two-scales = I can read { $typed } as { $one } or as { $other }.{ $last } Write `{ $write_one }` or `{ $write_other }`.
error-value-last = { $kpi } was { $value } last.
error-value-unit = { $typed } is in { $found }, and { $kpi } is measured in { $unit }. Write it as in `{ $example }`.
error-value-no-unit = { $typed } is in { $found }, and { $kpi } is a plain number. Write it as in `{ $example }`.
error-value-too-large = { $typed } is too large. The largest number I keep is { $most }.
error-value-decimals = { $typed } has too many decimals. I keep at most { $most }.
error-value-yes-no = { $kpi } takes `yes` or `no`, not { $typed }.
error-value-reason = *Not applicable* needs a reason, as in `n/a: store closed`.
error-value-reason-long = This reason has { $length } characters; it can have at most { $most }.
error-computed = { $kpi } is computed by its formula, so nobody enters its values. `/kpi show` names what the formula reads.
error-slower-input = { $input } has values less often than { $kpi }, so a formula cannot read it. Its inputs have values as often, or more often.
error-reads-itself = The formula of { $kpi } would read itself. Leave out what is computed from it.
error-formula-empty = Write a formula, as in `churned / customers * 100`, or `none` to have values entered again.
error-formula-too-long = This formula has { $length } characters; it can have at most { $most }.
error-formula-unexpected = I cannot read { $found } where it stands. A formula is made of keys, numbers with a decimal point, `+ - * / ( )`, and `min max sum avg abs`, as in `churned / customers * 100`.
error-formula-beside = Two KPIs stand beside each other. Write `+ - *` or `/` between them, as in `churned / customers * 100`.
error-formula-unfinished = The formula ends too early: a key, a number or a bracket is missing at its end.
error-formula-unknown = I know no KPI with the key { $typed }. `/kpi list` shows the keys; a formula is written as in `churned / customers * 100`.
error-formula-arguments = `{ $function }` does not take so many values. It is written as in `sum(north, south)`; `abs` takes one.
error-formula-too-deep = This formula has too many brackets in each other. Split it into two KPIs.
error-formula-no-input = This formula reads no KPI. Use at least one key, as in `churned / customers * 100`.
error-formula-inputs = A formula can read at most { $most } KPIs. Split it into several.
error-year-to-date = { $kpi } is entered as the year's total so far, and these earlier periods have no value yet: { $periods }. Enter them first, each with the total through it, or `n/a: not measured` where there is none.
error-ytd-needs-sum = Only values that add up can be entered year to date. Choose the aggregation `sum`, or leave `entered_ytd` out.
error-sum-carried = Values that add up would be counted twice if they were carried forward. Leave `carry_forward` out, or choose another aggregation.
error-target-red-alone = A red flag needs the target it belongs to. Give both, `target` and `red_flag`.
error-target-red-not-lower = Here higher is better, so the red flag must be lower than the target: { $red } is not lower than { $target }.
error-target-red-not-higher = Here lower is better, so the red flag must be higher than the target: { $red } is not higher than { $target }.
error-target-red-needed = I cannot tell a red flag from a target of { $target }. Give one in `red_flag`.
error-target-band-half = A range needs both its edges: `target_low` and `target_high`.
error-target-band-reversed = The lowest good value must be lower than the highest: { $low } is not lower than { $high }.
error-target-red-inside = A red flag must be outside the range: { $red } is within { $low } to { $high }.
error-target-band-not-taken = This KPI takes one `target`, not a range. A range needs the direction `range`.
error-target-band-needed = This KPI takes a range: give `target_low` and `target_high`.
error-target-yes = The target of a yes/no KPI is yes, and it takes no other.
error-yearly-no-sum = A yearly target is for KPIs with one target whose longer periods add up, and those of { $kpi } do not. `/kpi target` without `year` sets its target by period.
error-yearly-year-missing = `phasing` and `list` spread a yearly target. Say which year in `year`, as in `2027`, and its total in `target`.
error-yearly-alone = With `year`, the target is the total of that year, and `red_flag` goes with it; `from`, `holds` and the bounds of a range do not. Leave them out.
error-yearly-list-not-taken = A `list` says itself how the year is spread. Leave `phasing` out, or the list.
error-yearly-list-missing = { $needed ->
    [one] Give the target of the year's one period in `list`.
   *[other] Give the targets of the year's { $needed } periods in `list`, as in `80; 90; 100`. They are to add up to `target`.
 }
error-yearly-last-year = I cannot spread it like last year: { $kpi } has no number for { $missing }. Spread it evenly, or by a `list`.
error-yearly-proportions = The values that { $kpi } would be spread by give no proportions: they add up to nothing, or some are above 0 and some below. Spread it evenly, or by a `list` without `red_flag`.
error-yearly-count = The `list` has { $found } numbers, and the year has { $needed } periods. Write one for each, with semicolons between them.
error-yearly-short = The `list` adds up to { $sum }, and the year's target is { $total }: { $difference } are missing.
error-yearly-over = The `list` adds up to { $sum }, and the year's target is { $total }: that is { $difference } more.
error-period-unreadable = I cannot read { $typed } as a period. Write it as in `2026-11`, `nov 2026`, `2026-W47`, `2026-Q4` or `2026`.
error-period-fiscal = Quarters and years are fiscal here. Write `{ $suggestion }` instead of { $typed }.
error-period-far-away = { $typed } is too far away. Years are between 1900 and 2199.
error-period-no-such = { $typed } is not in the calendar.
error-period-kind = { $typed } is a { $found }, and a { $expected } is needed here, as in `{ $example }`.
error-period-example-week = 2026-W47
error-period-example-month = 2026-11
error-period-example-quarter = 2026-Q4
error-period-example-year = 2026
error-not-begun = { $period } begins only { $begins } ({ $away }). Values can be entered once it has begun.
error-number = I cannot use { $typed } for `{ $field }`. Write a number.
error-weight = I cannot use { $typed } as a weight. Write a number above 0, as in `2` or `0.5`; 50/30/20 and 5/3/2 mean the same.
error-time-zone = I know no time zone { $typed }. Write it as in `Europe/Berlin` or `America/New_York`.
error-time-zone-close = I know no time zone { $typed }. Did you mean { $names }?
error-too-long = The text for `{ $field }` is too long; it can have at most { $most } characters.
error-channel = I cannot post to { $channel }. Give me these permissions there, then try again: { $missing }.
error-exposed = { $channel } is seen by { $onlookers }, who may not read this scorecard. Choose a channel that only its readers see, or name them as readers with `/scorecard edit`.
error-nothing-to-hand-over = { $name } owns no KPI that you may hand over.
error-back-before-gone = { $until } comes before { $from }: the last day of an absence is its first one or a later one.
error-own-deputy = Somebody else has to stand in. Leave `deputy` out, and the deputies of the KPIs are asked, else their managers.
error-readers-of-open = Everybody reads an open scorecard. Leave `reader` and `reader_role` out, or make it private with `visibility`.
error-no-reader = { $count ->
    [0] { $typed } is not among the named readers: there are none. The manager, the sponsor and who answers for a KPI always read it.
   *[other] { $typed } is not among the named readers: { $names }. The manager, the sponsor and who answers for a KPI always read it.
}
error-may-not-write = You may not write in this channel, so I do not post there in your name.
error-not-a-person = { $name } is not a person of this server. Choose somebody who is here.
error-empty-form = The form came back empty, so nothing was saved.
error-nothing-to-change = That is how it is already, so nothing was changed.
error-drives-itself = An objective cannot drive itself. Choose two different ones.
error-other-scorecard = An objective drives others of its own scorecard only. Choose two of the same one.
error-not-below = { $below } is not below { $above }, and only what is below feeds it. `/scorecard edit` with `parent` says what belongs to what.
error-feeds-itself = It would feed itself: { $circle }. Choose an objective that is not above it.
error-parent-cycle = A scorecard cannot be part of itself, or of one below it.
error-attachment-elsewhere = I read only files that were uploaded to Discord.
error-attachment-unreachable = Discord did not hand the file over. Try it again.

## scorecard

command-scorecard = Scorecards of this server
command-scorecard-create = Create a scorecard with the four perspectives
command-scorecard-create-option-name = What it is called, e.g. the organisation's or team's name
command-scorecard-create-option-channel = The team channel, where digests and alerts are posted
command-scorecard-create-option-level = Where in the organisation it stands
command-scorecard-create-option-parent = The scorecard it is part of
command-scorecard-create-option-time-zone = Its time zone, e.g. Europe/Berlin; else the parent's or the server's
command-scorecard-create-option-review = How often it is reviewed; monthly if left out
command-scorecard-create-option-fiscal-start = The month in which its fiscal year begins, 1 to 12
command-scorecard-create-option-manager = Who manages it; you if left out
command-scorecard-create-option-sponsor = Who sponsors it
command-scorecard-create-option-vision = What the unit wants to become
command-scorecard-create-option-mission = What the unit is for
command-scorecard-create-option-visibility = Who may read it: everybody, or only its readers; an individual's is private
command-scorecard-create-option-person = Whose card it is, where it is an individual's
command-scorecard-create-option-reader = A person who may read it; that makes it private
command-scorecard-create-option-reader-role = A role whose members may read it; that makes it private
command-scorecard-edit = Change a scorecard
command-scorecard-edit-option-scorecard = Which scorecard; the only one, or this channel's, if left out
command-scorecard-edit-option-name = Its new name
command-scorecard-edit-option-channel = Its new team channel, where digests and alerts are posted
command-scorecard-edit-option-level = Where in the organisation it stands
command-scorecard-edit-option-parent = The scorecard it is part of from now on
command-scorecard-edit-option-time-zone = Its new time zone, e.g. Europe/Berlin
command-scorecard-edit-option-manager = Who manages it from now on
command-scorecard-edit-option-sponsor = Who sponsors it from now on
command-scorecard-edit-option-vision = What the unit wants to become
command-scorecard-edit-option-mission = What the unit is for
command-scorecard-edit-option-visibility = Who may read it from now on: everybody, or only its readers
command-scorecard-edit-option-person = Whose card it is, where it is an individual's
command-scorecard-edit-option-reader = A person more who may read it; that makes it private
command-scorecard-edit-option-reader-role = A role more whose members may read it; that makes it private
command-scorecard-edit-option-remove-reader = A reader who may read it no longer
command-scorecard-edit-option-red-note = Whether owners have to say why a value is off target; it counts all the same
command-scorecard-show = Show a scorecard with its perspectives, objectives and KPIs
command-scorecard-show-option-scorecard = Which scorecard; the only one, or this channel's, if left out
command-scorecard-list = List the scorecards of this server
command-scorecard-template = Start a scorecard from a ready set of objectives and KPIs
command-scorecard-template-option-template = Which set
command-scorecard-template-option-name = What it is called; the server's name if left out
command-scorecard-template-option-channel = The team channel, where digests and alerts are posted
command-scorecard-template-option-time-zone = Its time zone, e.g. Europe/Berlin; the server's if left out
command-scorecard-archive = Take a scorecard out of use; its history stays, and it can come back
command-scorecard-archive-option-scorecard = Which scorecard
command-scorecard-archive-option-reason = Why, for the audit trail
command-scorecard-restore = Bring an archived scorecard back into use
command-scorecard-restore-option-scorecard = Which archived scorecard
command-scorecard-check = List what weakens a scorecard, and which command mends it
command-scorecard-check-option-scorecard = Which scorecard; the only one, or this channel's, if left out
command-scorecard-take-over = Become the manager of a scorecard, also of one that is private to others; they are told
command-scorecard-take-over-option-scorecard = Which scorecard; one that is private to others by its whole name
command-scorecard-take-over-option-reason = Why; those whose it was read it too
check-sound = { $name } has none of the usual weaknesses: nothing to mend.
check-heading = { $count ->
    [one] **One thing weakens** { $name }:
   *[other] **{ $count } things weaken** { $name }:
 }
check-many = • **{ $count } KPIs.** More than { $most } are hard to review in one meeting. `/kpi archive` takes one out of use.
check-unmeasured = { $count ->
    [one] • **1 objective has no KPI:** { $names }. `/kpi add` measures it.
   *[other] • **{ $count } objectives have no KPI:** { $names }. `/kpi add` measures them.
 }
check-unlinked = { $count ->
    [one] • **1 objective is linked to no other:** { $names }. `/objective drives` says what it leads to.
   *[other] • **{ $count } objectives are linked to no other:** { $names }. `/objective drives` says what they lead to.
 }
check-only-lagging = { $count ->
    [one] • **1 objective has no leading KPI,** so it says only what has happened: { $names }. `/kpi add indicator:leading` adds one, `/kpi edit` marks one.
   *[other] • **{ $count } objectives have no leading KPI,** so they say only what has happened: { $names }. `/kpi add indicator:leading` adds one, `/kpi edit` marks one.
 }
check-ownerless = { $count ->
    [one] • **1 KPI has no owner:** { $names }. `/kpi hand-over` says who answers for it.
   *[other] • **{ $count } KPIs have no owner:** { $names }. `/kpi hand-over` says who answers for them.
 }
check-never-updated = { $count ->
    [one] • **1 KPI never had a value:** { $names }. `/log` enters one, `/kpi archive` takes it out of use.
   *[other] • **{ $count } KPIs never had a value:** { $names }. `/log` enters one, `/kpi archive` takes one out of use.
 }
check-always-green = { $count ->
    [one] • **1 KPI was 🟢 on target in each of the last { $periods } periods:** { $names }. `/kpi target` asks more of it.
   *[other] • **{ $count } KPIs were 🟢 on target in each of the last { $periods } periods:** { $names }. `/kpi target` asks more of them.
 }
check-apart = • **It is part of no other scorecard,** so what it reaches counts nowhere else. `/scorecard edit` with `parent` says which one it belongs to.
check-feeds-nothing = • **It feeds nothing:** none of its objectives counts in { $parent }. `/objective feeds` says which one does.
scorecard-created = { $name } is created with the perspectives { $perspectives }.
scorecard-filled = { $name } is created: { $perspectives } perspectives, { $objectives } objectives, { $kpis } KPIs. None of its KPIs has an owner yet.
scorecard-edited = { $name } is changed.
scorecard-taken-over = You manage { $name } now, and read it. { $from } managed it until now. Both of you are told, and `/audit` keeps it.
scorecard-manager = manager { $name }
scorecard-sponsor = sponsor { $name }
scorecard-private = private
scorecard-read-by = private, read by { $names }
scorecard-channel = team channel { $channel }
scorecard-channel-none = no team channel, so digests and alerts are not posted
scorecard-red-note = asks why a value is off target
scorecard-review-week = reviewed weekly
scorecard-review-month = reviewed monthly
scorecard-review-quarter = reviewed quarterly
scorecard-review-year = reviewed yearly
scorecard-fiscal = fiscal year from { $month }
scorecard-next-step = next step { $at }
scorecard-next = Next: `/objective add` says what you want to reach, then `/kpi add` how you measure it.
scorecard-next-filled = Next: `/log` with the KPI **{ $kpi }** takes the first value, `/kpi hand-over` says who answers for a KPI, and `/scorecard edit` chooses the team channel. `/scorecard show` shows all of it.
scorecard-vision = *Vision:* { $text }
scorecard-mission = *Mission:* { $text }
scorecard-parent = Part of { $name }
scorecard-children = Below it: { $names }
scorecard-perspective-empty = no objectives yet; `/objective add`
scorecard-objective = • { $name }: { $kpis }
scorecard-objective-empty = • { $name }: no KPI yet; `/kpi add`
scorecard-many = It has { $kpis } KPIs. More than { $most } are hard to review in one meeting.
scorecard-more-lines = { $count ->
    [one] … and 1 more line; `/kpi list` and `/summary` show the rest
   *[other] … and { $count } more lines; `/kpi list` and `/summary` show the rest
 }
scorecard-list = { $count ->
    [one] **1 scorecard**
   *[other] **{ $count } scorecards**
 }
scorecard-more = { $count ->
    [one] … and 1 more; `/scorecard show` finds it by its name
   *[other] … and { $count } more; `/scorecard show` finds each by its name
 }
scorecard-none = There is no scorecard here yet. Start one from a template (company, software product, non-profit, hospital, city), import a CSV, or build your own. It takes about two minutes to the first value.
scorecard-none-member = There is no scorecard here yet. Somebody with the permission **Manage Server** can start one with `/scorecard template`.
level-organisation = organisation
level-unit = unit
level-department = department
level-team = team
level-individual = individual

## perspective

command-perspective = Perspectives of a scorecard
command-perspective-add = Add a perspective to a scorecard
command-perspective-add-option-name = What it is called, e.g. Sustainability
command-perspective-add-option-scorecard = Which scorecard; the only one, or this channel's, if left out
command-perspective-add-option-weight = How much it counts beside the others; 1 if left out
command-perspective-edit = Rename or weigh a perspective
command-perspective-edit-option-perspective = Which perspective
command-perspective-edit-option-name = Its new name
command-perspective-edit-option-weight = How much it counts beside the others, from today
command-perspective-edit-option-scorecard = Which scorecard it is in
command-perspective-move = Change the order of perspectives
command-perspective-move-option-perspective = Which perspective
command-perspective-move-option-place = Its new place, 1 for the first
command-perspective-move-option-scorecard = Which scorecard it is in
command-perspective-remove = Remove a perspective; one that has objectives is archived with them
command-perspective-remove-option-perspective = Which perspective
command-perspective-remove-option-scorecard = Which scorecard it is in
command-perspective-remove-option-reason = Why, for the audit trail
command-perspective-restore = Bring a removed perspective back into use, with its objectives
command-perspective-restore-option-perspective = Which archived perspective
perspective-added = { $name } is added to { $scorecard }.
perspective-edited = { $name } of { $scorecard } is changed.
perspective-line = { $place }. { $name } · weight { $weight }

## objective

command-objective = Strategic objectives
command-objective-add = Add an objective to a perspective
command-objective-add-option-name = What you want to reach, e.g. Keep customers
command-objective-add-option-perspective = The perspective it belongs to
command-objective-add-option-scorecard = Which scorecard; not needed where the perspective comes from the list
command-objective-add-option-description = What it means
command-objective-add-option-owner = Who answers for it
command-objective-add-option-weight = How much it counts beside the others; 1 if left out
command-objective-edit = Change an objective
command-objective-edit-option-objective = Which objective
command-objective-edit-option-name = Its new name
command-objective-edit-option-description = What it means
command-objective-edit-option-owner = Who answers for it from now on
command-objective-edit-option-weight = How much it counts beside the others, from today
command-objective-edit-option-perspective = The perspective it moves to
command-objective-drives = Say which objective drives which
command-objective-drives-option-cause = The objective that drives
command-objective-drives-option-effect = The objective that is driven
command-objective-drives-option-lag = After how many periods it shows, 0 to 60
command-objective-drives-option-remove = Remove the link instead
command-objective-feeds = Say which objective of a scorecard below counts in one of a scorecard above
command-objective-feeds-option-source = The objective below, whose score counts
command-objective-feeds-option-into = The objective above, in which it counts
command-objective-feeds-option-weight = How much it counts beside the KPIs and objectives there; 1 if left out
command-objective-feeds-option-remove = Let it count there no more
command-objective-show = Show an objective with its KPIs and links
command-objective-show-option-objective = Which objective
command-objective-archive = Take an objective out of use with its KPIs, from today; earlier periods keep their numbers
command-objective-archive-option-objective = Which objective
command-objective-archive-option-reason = Why, for the audit trail
command-objective-restore = Bring an archived objective back into use, with its KPIs
command-objective-restore-option-objective = Which archived objective
objective-added = { $name } is added to { $perspective } of { $scorecard }.
objective-next = Next: `/kpi add` says how you measure it, `/objective drives` what it leads to.
objective-edited = { $name } is changed.
objective-owner = Owner { $owner } · weight { $weight }
objective-drives = Drives { $names }
objective-driven-by = Driven by { $names }
objective-fed-by = Fed by { $names }
objective-feeds = Feeds { $names }
objective-feed = { $name } ({ $scorecard }, weight { $weight })
objective-feed-added = { $source } of { $scorecard } feeds { $name } with weight { $after }, { $from }.
objective-feed-changed = { $source } of { $scorecard } feeds { $name }: weight { $before } → { $after }, { $from }.
objective-feed-removed = { $source } of { $scorecard } feeds { $name } no more, { $from }. Earlier periods keep their numbers.
objective-feed-from = from { $period } on
objective-feed-always = in all periods
objective-lag = { $lag ->
    [one] { $name } after 1 period
   *[other] { $name } after { $lag } periods
 }
objective-no-kpis = No KPI measures it yet; `/kpi add` adds one.

## kpi

command-kpi = KPIs: what is measured, by whom, against which target
command-kpi-add = Add a KPI to an objective
command-kpi-add-option-name = What is measured, e.g. Customer churn
command-kpi-add-option-key = A short word to type it by, e.g. churn
command-kpi-add-option-objective = The objective it measures
command-kpi-add-option-unit = What values count, e.g. %, USD m, hours; a plain number if left out
command-kpi-add-option-direction = Which values are good; higher if left out
command-kpi-add-option-target = The value to reach, e.g. 2.5%
command-kpi-add-option-red-flag = The value from which it is off target; assumed if left out
command-kpi-add-option-frequency = How often there is a value; monthly if left out
command-kpi-add-option-aggregation = How values make longer periods; the last one if left out
command-kpi-add-option-decimals = How many decimals are shown, 0 to 10
command-kpi-add-option-owner = Who answers for its values; you if left out
command-kpi-add-option-deputy = Who stands in for the owner
command-kpi-add-option-indicator = Leading: moves before the result does. Lagging: measures the result
command-kpi-add-option-weight = How much it counts beside the others; 1 if left out
command-kpi-add-option-baseline = Where it started from
command-kpi-add-option-target-low = The lowest good value, for the direction range
command-kpi-add-option-target-high = The highest good value, for the direction range
command-kpi-add-option-red-low = The red flag below the range
command-kpi-add-option-red-high = The red flag above the range
command-kpi-add-option-best-possible = The target cannot be beaten, e.g. 100 % compliance
command-kpi-add-option-formula = What computes it from other KPIs, by their keys, e.g. churned / customers * 100
command-kpi-add-option-carry-forward = A period without a value counts with the last one before it, marked as carried
command-kpi-add-option-entered-ytd = Values are typed as the fiscal year's total so far and kept as differences
command-kpi-add-option-available-on = The day after the period's end on which its value can be known, e.g. 10; 1 if left out
command-kpi-edit = Change a KPI
command-kpi-edit-option-kpi = Which KPI
command-kpi-edit-option-name = Its new name
command-kpi-edit-option-objective = The objective it moves to, from today
command-kpi-edit-option-weight = How much it counts beside the others, from today
command-kpi-edit-option-deputy = Who stands in for the owner from today
command-kpi-edit-option-decimals = How many decimals are shown, 0 to 10
command-kpi-edit-option-indicator = Leading: moves before the result does. Lagging: measures the result
command-kpi-edit-option-baseline = Where it started from; red flags that are assumed from it move with it
command-kpi-edit-option-best-possible = Whether the target cannot be beaten, e.g. 100 % compliance
command-kpi-edit-option-reason = Why, where it changes numbers that are published
command-kpi-edit-option-unit = What values count; fixed once there are values
command-kpi-edit-option-direction = Which values are good; fixed once there are values
command-kpi-edit-option-frequency = How often there is a value; fixed once there are values
command-kpi-edit-option-aggregation = How values make longer periods; fixed once there are values
command-kpi-edit-option-formula = What computes it from the running period on, e.g. churned / customers * 100; none ends it
command-kpi-edit-option-carry-forward = A period without a value counts with the last one before it, marked as carried
command-kpi-edit-option-entered-ytd = Values are typed as the fiscal year's total so far and kept as differences
command-kpi-edit-option-available-on = The day after the period's end on which its value can be known, e.g. 10
command-kpi-target = Set a KPI's target; earlier periods keep theirs unless you give a reason
command-kpi-target-option-kpi = Which KPI
command-kpi-target-option-target = The value to reach, e.g. 2.5%
command-kpi-target-option-red-flag = The value from which it is off target; assumed if left out
command-kpi-target-option-from = The first period it holds for; the running one if left out
command-kpi-target-option-holds = From that period on (if left out), only in it, or not only in it any more
command-kpi-target-option-reason = Why, where it changes a period that is over
command-kpi-target-option-year = A fiscal year, e.g. 2027: the target is then its total, in a sum KPI
command-kpi-target-option-phasing = How a year's total is spread over its periods; evenly if left out
command-kpi-target-option-list = The targets of the year's periods, e.g. 80; 90; 100, that add up to its total
command-kpi-target-option-target-low = The lowest good value of a range
command-kpi-target-option-target-high = The highest good value of a range
command-kpi-target-option-red-low = The red flag below a range
command-kpi-target-option-red-high = The red flag above a range
command-kpi-show = Show a KPI with its values, targets and people
command-kpi-show-option-kpi = Which KPI
command-kpi-list = List the KPIs of a scorecard with their newest values
command-kpi-list-option-scorecard = Which scorecard; the only one, or this channel's, if left out
command-kpi-hand-over = Give a KPI to another owner, from today
command-kpi-hand-over-option-kpi = Which KPI; leave it out to hand over all of a person
command-kpi-hand-over-option-to = Who answers for it from today
command-kpi-hand-over-option-from = Whose KPIs are handed over, all that you may hand over
command-kpi-archive = Take a KPI out of use, from today; earlier periods keep their numbers
command-kpi-archive-option-kpi = Which KPI
command-kpi-archive-option-reason = Why, for the audit trail
command-kpi-restore = Bring an archived KPI back into use, from today
command-kpi-restore-option-kpi = Which archived KPI
command-kpi-history = Show every value a KPI ever had: who entered it when, old and new, and why
command-kpi-history-option-kpi = Which KPI
command-kpi-history-option-period = Only this period, e.g. 2026-11; all of them if left out
command-kpi-reject = Reject a “not applicable”: the value is due again, and its owner is told
command-kpi-reject-option-kpi = Which KPI; those of scorecards that you manage come first
command-kpi-reject-option-period = Which period, e.g. 2026-11; the newest that is not applicable if left out
command-kpi-reject-option-reason = Why, for the owner
history-heading = Values of { $name }, the newest change first
history-computed = Computed by its formula: { $formula }. It changes with the values it reads.
history-none = Nothing was entered there yet.
history-same = { $value } as before
history-late = late, after the close
history-by-command = { $person }, by command
history-by-form = { $person }, by form
history-by-same = { $person }, same as the period before
history-by-import = { $person }, from a file
history-by-formula = computed, when { $person } changed what it reads
history-by-undo = taken back by { $person }
history-button-newer = Newer
history-button-reject = Reject for { $period }
reject-title = Not applicable: reject
reject-label = Why, for the owner
reject-done = **{ $name }** · { $period }: not applicable ({ $was }) → no value. It is due again.
reject-told = { $person } is told.
reject-notice = **{ $name }** · { $period }: { $by } does not take “not applicable” ({ $was }). The value is due again.
reject-next = To enter it: `/log kpi:{ $key } period:{ $label }`, or the button where it is due now.
direction-higher = higher is better
direction-lower = lower is better
direction-range = within a range is good
direction-yes-no = yes is good
frequency-week = weekly
frequency-month = monthly
frequency-quarter = quarterly
frequency-year = yearly
aggregation-sum = longer periods add up
aggregation-average = longer periods take the mean
aggregation-last = longer periods take the last value
aggregation-minimum = longer periods take the smallest value
aggregation-maximum = longer periods take the largest value
indicator-leading = leading
indicator-lagging = lagging
kpi-added = { $name } is added to { $objective } of { $scorecard }, with the key `{ $key }`.
kpi-next = Next: `/log kpi:{ $key }` with its first value.
kpi-edited = { $name } is changed.
kpi-handed-over = { $name } changes hands. Owner: { $before } → { $after }, who is asked for its values from now on.
kpi-state = { $status } · { $period }: **{ $value }**
kpi-outlook = Pace { $pace } % of target so far · outlook for { $year }: **{ $outlook }** of { $target }
kpi-no-values = ⚪ no data: it has no value yet
kpi-no-value = no value yet
kpi-owner = Owner { $name }
kpi-ownerless = No owner, so the manager of its scorecard answers for it
kpi-no-owner = no owner
kpi-deputy = deputy { $name }
kpi-weight = Weight { $weight }
kpi-baseline = Baseline { $value }
formula-always = Formula { $formula }
formula-from = Formula { $formula }, from { $from } on
formula-none = none, values are entered
formula-lack = No value for { $period }: it { $why }.
formula-without = { $name } { $why }
formula-missing = { $more ->
    [0] waits for { $names }
    [one] waits for { $names } and 1 more
   *[other] waits for { $names } and { $more } more
 }
formula-division-by-zero = divides by zero
formula-too-large = comes to more than I keep
formula-private = a private KPI
kpi-carry-forward = a missing value is carried forward
kpi-entered-ytd = entered year to date
kpi-available-on = known on day { $day } after the period
kpi-available-day = day { $day } after the period
kpi-best-possible = the target cannot be beaten
kpi-list = { $count ->
    [one] { $scorecard } · **1 KPI**
   *[other] { $scorecard } · **{ $count } KPIs**
 }
kpi-more = { $count ->
    [one] … and 1 more KPI; `/summary` shows it with its perspective
   *[other] … and { $count } more KPIs; `/summary` shows them by perspective
 }
kpi-none = { $scorecard } has no KPI yet. `/kpi add` adds one to an objective.
target-set = { $name } has a new target, { $from }.
target-taken-back = { $name } has no longer a target of its own, { $from }.
target-from = from { $period } on
target-from-beginning = for all periods
target-only = only for { $period }
target-change = Target: { $before } → { $after }
target-change-red = Red flag: { $before } → { $after }
target-red-assumed = { $red } *assumed*
target-assumed = The red flag was not given, so I assume it. `/kpi target` with `red_flag` sets it.
target-until = From { $period } on, another target holds as before.
target-past = Computed anew: { $periods }
target-restated = Closed reviews with it: { $periods }. Their published numbers stay, and `/summary` shows both.
target-afterwards = Set afterwards: **{ $target }** { $from }, by { $person }, { $at }: “{ $reason }”
target-preview = { $count ->
    [one] Your last value with it: { $counts }
   *[other] Your last { $count } values with it: { $counts }
 }
target-judged = target { $target }
target-judged-red = target { $target }, red flag { $red }
yearly-set = { $name } has a target for the year { $year }.
yearly-line = { $year }: **{ $total }** in all
yearly-line-red = { $year }: **{ $total }** in all, red flag { $red }
yearly-changed = changed since, so its parts add up to { $sum }
yearly-overrides = Targets of single periods that gave way: { $periods }
yearly-after = From { $period } on: target { $target }
phasing-evenly = spread evenly
phasing-like-last-year = spread like the year before
phasing-by-a-list = spread by a list
target-none = No target yet, so it is not scored. `/kpi target kpi:{ $key }` sets one.
target-yes = Target yes
target-line = Target **{ $target }**, red flag { $red }, { $from }
target-earlier = { $count ->
    [one] 1 earlier target is not shown.
   *[other] { $count } earlier targets are not shown.
 }

## log

log-headline = { $sign } **{ $name }** · { $period }: **{ $value }**, { $judged }.
log-to-date = { $sign } **{ $name }** · { $period } to date: **{ $value }**, { $judged }. It counts once the period is over.
log-not-applicable = ➖ **{ $name }** · { $period }: not applicable, { $reason }.
log-not-applicable-short = not applicable ({ $reason })
log-no-target = unscored, since it has no target
log-judged = { $status } (target { $target })
log-judged-red = { $status } (target { $target }, red flag { $red })
log-judged-assumed = { $status } (target { $target }, red flag { $red } *assumed*)
log-distance = { $distance }.
log-replaced = It was { $before }.
log-unchanged = It was { $before } already, so nothing changed.
log-compared-score = { $period } was { $status } with { $value }. Score { $before } → { $after }.
log-compared = { $period } had { $value }.
log-told-off-target = The team channel is told in a minute, unless you undo it.
log-told-recovered = The team channel is told that it recovered.
log-told-changed = The alert in the team channel shows the new value.
log-told-withdrawn = The alert in the team channel is withdrawn.
log-moved = Moves **{ $name }**: { $before } → { $after }.
log-moved-more = { $count ->
    [one] Moves 1 more KPI.
   *[other] Moves { $count } more KPIs.
 }
log-blank = no value
log-undone = **{ $name }** · { $period }: { $before } → { $after }.
log-doubt = **{ $name }** · { $period }: **{ $value }** is far from { $last }, the value before, so it is not saved yet. Which is right?
log-year-to-date = **{ $name }** · year to date **{ $total }**, so { $period } is **{ $own }** ({ $before } through { $previous }). It is not saved yet.
log-year-to-date-odd = That is far from the values before. Where { $value } is the value of { $period } alone, save that.
log-year-to-date-later = Later periods keep their own values, so the year to date through { $period } becomes { $after } instead of { $before }.
log-year-total = Year to date: { $total }.
log-late = The review of { $period } is closed, so it counts as late.
log-word-due = This scorecard asks why: the value counts, and a word on it stays due until you add one.
log-restated = { $name } · { $period }: { $numbers }
log-restated-same = { $name } · { $period }: the published score stays.
log-button-save = Save { $value }
log-button-note = Add note
log-button-undo = Undo
log-same = Same as last.
log-note-title = Add a note
log-note-label = What is behind the value?
log-note-saved = { $status } The note is saved with the value.
command-log = Log the value of a KPI
command-log-option-kpi = Which KPI; yours come first
command-log-option-value = The value, e.g. 1234, 3.4%, $1.2m, 2h30, yes, or n/a: store closed
command-log-option-period = Which period, e.g. 2026-11; the one that is due, else the last that ended, if left out
command-log-option-note = What is behind the value
command-log-option-reason = Why, where it corrects what a closed review published

## checkin

checkin-nothing-due = Nothing is due from you. To log a value all the same, use `/log`.
command-away = Say when you are away, and who is asked meanwhile; alone: show who is away
command-away-option-from = The first day, e.g. 23 dec or tomorrow; today if left out
command-away-option-until = The last day, e.g. 2 jan
command-away-option-deputy = Who is asked meanwhile; the deputies of the KPIs if left out, else their managers
command-away-option-person = Who is away; you if left out
away-line = { $name } is away from { $from } until { $until }: the deputies of the KPIs are asked, else their managers.
away-line-deputy = { $name } is away from { $from } until { $until }: { $deputy } is asked.
away-next = It ends by itself after the last day.
away-ended = { $name } is here again and is asked as before.
away-nobody = Nobody who concerns you is away. `/away until` with a last day says that you are.
away-button-back = I am back
command-forget-me = Have your name and Discord id forgotten in this server; numbers stay
forget-asked = In **{ $server }** I then forget your name, your Discord id and your language, and what I still had to tell you. Your KPIs become their managers' to answer. The values and notes you entered stay, without your name; messages that were already posted stay as they are. If you use me again, I know you as somebody new.
forget-button = Forget me
forget-done = You are forgotten in **{ $server }**.
away-button-back-of = { $name } is back
checkin-heading = { $count ->
    [one] **1 value from you** · due { $due } ({ $distance })
   *[other] **{ $count } values from you** · due { $due } ({ $distance })
 }
checkin-more = { $count ->
    [one] … and 1 more
   *[other] … and { $count } more
 }
checkin-servers-more = { $count ->
    [one] Values are due in 1 more server; `/checkin` shows them when these are in.
   *[other] Values are due in { $count } more servers; `/checkin` shows them when these are in.
 }
checkin-last = last { $value }
checkin-year-to-date = year to date, { $value } before
checkin-target = target { $target }
checkin-ownerless = nobody owns it, so you answer as the manager
checkin-away = for { $name }, who is away
checkin-person-left = for { $name }, who left
consent-asked = { $by } wants { $source } of { $scorecard } in **{ $server }** to be used in { $into }. { $scorecard } is private: there its number would show as one input, without its parts, to whoever reads { $into }.
consent-button-allow = Allow
consent-button-refuse = Refuse
consent-allowed = { $source } of { $scorecard } may be used in { $into }, as one input without its parts.
consent-refused = { $source } of { $scorecard } is not used in { $into }.
scorecard-counts-in = Its numbers keep counting in { $names }, as inputs without their parts
person-left = { $name }, who left
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
checkin-button-why = Say why
checkin-form-title-correct = Correct values
checkin-form-title-why = What is behind it?
word-heading = { $count ->
    [one] **1 value off target waits for a word from you**
   *[other] **{ $count } values off target wait for a word from you**
 }
word-line = { $name } · { $period }: { $value }, target { $target }
word-button = Say why: { $name }
command-checkin = Show what is due from you, and enter it in one form

## summary

summary-title = { $name } · { $period }
summary-title-running = { $name } · { $period } so far
summary-title-ytd = { $name } · { $period }, year to date
summary-title-ytd-running = { $name } · { $period } so far, year to date
summary-scored = **{ $name } { $score }** { $status }
summary-held = **{ $name } { $score }** { $status }, held there by what is off target below it
summary-provisional = **{ $name } { $score }** ⚪ provisional
summary-no-score = **{ $name }** { $sign } no score
summary-others = { $count ->
    [one] **1 more perspective**
   *[other] **{ $count } more perspectives**
 }
summary-change-from = { $change } from { $period }
summary-running = **{ $name }** · scores follow when the { $kind } is over
summary-restated = Published **{ $before }** → restated **{ $after }**
summary-restated-perspective = { $name }: published **{ $before }** → restated **{ $after }**
summary-restated-by = *{ $name }* restated by { $person }, { $at }: “{ $reason }”
summary-restated-plain = *{ $name }* changed by { $person }, { $at }
summary-restated-late = *{ $name }* came late from { $person }, { $at }
summary-restated-taken-back = *{ $name }*: a value from after the close was taken back by { $person }, { $at }
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
summary-feed = { $sign } **{ $name }** { $score } · from { $scorecard }
summary-feed-no-score = no score
summary-feed-private = { $sign } **from a private scorecard** { $score }
summary-line-expected = { $sign } **{ $name }** expected from { $person } on { $day }
summary-line-open = { $sign } **{ $name }** no value yet
summary-line-target = target { $target }
summary-line-outlook = outlook { $outlook } of { $target }
summary-line-as-of = as of { $period }
summary-line-carried = carried from { $period }
summary-line-to-date = to date
summary-line-parts = { $have } of { $all } periods
summary-select = Perspective
summary-select-all = All perspectives
summary-button-picture = Picture
summary-button-post = Post to channel
summary-posted = Posted to this channel.
summary-posted-by = { $name } posted this summary.
command-summary = Show the scores and values of a scorecard
command-summary-option-scorecard = Which scorecard; the only one, or this channel's, if left out
command-summary-option-perspective = Only this perspective
command-summary-option-period = Which period, e.g. 2026-11 or 2026-Q4; the last reviewed one if left out
command-summary-option-view = The period alone, or the fiscal year up to its end

## trend

command-trend = Draw the last periods of a KPI, or of up to six beside each other
command-trend-option-kpi = Which KPI
command-trend-option-periods = How many periods, 2 to 36; 12 if left out
command-trend-option-kpi-2 = Another KPI beside it
command-trend-option-kpi-3 = Another KPI beside them
command-trend-option-kpi-4 = Another KPI beside them
command-trend-option-kpi-5 = Another KPI beside them
command-trend-option-kpi-6 = Another KPI beside them
trend-line = { $sign } { $name } · { $period }: **{ $value }**, { $status }
trend-empty = ⚪ { $name } has no values yet. `/log kpi:{ $key }` enters the first one.
trend-how = { $frequency }, { $direction }
trend-target = target { $value }
trend-red-flag = red flag { $value }
trend-new-formula = new formula
trend-outlook = Outlook for { $year }: { $outlook } of { $target }, at { $pace } % of target so far.
trend-restated = Changed after their review was closed: { $periods }. The new numbers are shown.
trend-legend-target = target
trend-legend-red-flag = red flag
trend-legend-band = good values
trend-legend-outlook = outlook
trend-legend-carried = carried forward
trend-legend-to-date = to date
trend-alt = Chart of { $name }, { $span }: { $points }.{ $judged }
trend-alt-judged = { " " }At last: target { $target }, red flag { $red }.

## map

command-map = Draw the strategy map of a scorecard: objectives, their scores, and what drives what
command-map-option-scorecard = Which scorecard; the only one, or this channel's, if left out
command-map-option-period = Which period, e.g. 2026-11 or 2026-Q4; the last reviewed one if left out
command-cascade = Show scorecards below each other with their scores
command-cascade-option-scorecard = From which scorecard down; all that you may see if left out
cascade-title = Cascade
cascade-title-all = All scorecards
cascade-of = { $count ->
    [0] **{ $name }**; no scorecard stands below it
    [one] **{ $name }** and one scorecard below it
   *[other] **{ $name }** and { $count } scorecards below it
}
cascade-all = { $count ->
    [one] **One scorecard**
   *[other] **{ $count } scorecards**
}
cascade-coverage = { $percent } % in
cascade-feeds-nothing = counts in nothing above
cascade-select = Open a summary
cascade-legend-change = change from the period before
cascade-footnote = Bars reach from 0 to 10; their marks are the red flag and the target.
cascade-alt = Cascade of { $name }, { $period }. { $cards }.
scorecard-picture-title = Scorecard
scorecard-picture-empty = no KPIs
scorecard-picture-spark = last 8 periods
scorecard-picture-alt = Scorecard { $name }, { $period }. { $columns }
map-title = Strategy map
map-empty = **{ $name }** has no objectives yet. `/objective add` adds the first one.
map-no-objectives = no objectives
map-provisional = provisional
map-period-running = { $period } so far
map-period-ytd = { $period }, year to date
map-period-ytd-running = { $period } so far, year to date
map-running = Scores follow when the { $kind } is over.
map-restated = Some numbers were changed after the review was closed; the new ones are shown.
map-legend-arrow = drives
map-legend-change = change from { $period }
map-alt = { $count ->
    [0] Strategy map of { $name }, { $period }. { $bands }
    [one] Strategy map of { $name }, { $period }, with 1 arrow from cause to effect. { $bands }
   *[other] Strategy map of { $name }, { $period }, with { $count } arrows from cause to effect. { $bands }
 }

## ask

ask-prompt = { $count ->
    [one] **{ $period } is over: 1 value from you** · due { $due } ({ $distance })
   *[other] **{ $period } is over: { $count } values from you** · due { $due } ({ $distance })
 }
ask-before = { $count ->
    [one] **1 value is due on the next business day** · by { $due } ({ $distance })
   *[other] **{ $count } values are due on the next business day** · by { $due } ({ $distance })
 }
ask-remind = { $count ->
    [one] **1 value is due today** · by { $due } ({ $distance })
   *[other] **{ $count } values are due today** · by { $due } ({ $distance })
 }
ask-also = { $count ->
    [one] **1 more value from you** · due { $due } ({ $distance })
   *[other] **{ $count } more values from you** · due { $due } ({ $distance })
 }
ask-overdue = { $count ->
    [one] **1 value is overdue** · it was due { $due } ({ $distance })
   *[other] **{ $count } values are overdue** · they were due { $due } ({ $distance })
 }
ask-done = 🟢 Everything is in for **{ $server }**. Nothing more is due from you.
ask-initiatives = { $count ->
    [one] **Your initiative that is due:**
   *[other] **Your { $count } initiatives that are due:**
 }
ask-initiatives-next = `/initiative update` says how far they are.
ask-last = This is the last message about it.
ask-deputy = { $count ->
    [one] **1 value of somebody else's is overdue**, and you stand in:
   *[other] **{ $count } values of somebody else's are overdue**, and you stand in:
 }
ask-late = { $count ->
    [one] { $name } for { $period } is 1 business day late.
   *[other] { $name } for { $period } is { $count } business days late.
 }
ask-was-asked = { $person } was asked on { $days }.
ask-not-reached = No message reached { $person }.
ask-last-of-all = { $count ->
    [one] This is the last message about it.
   *[other] This is the last message about them.
 }
ask-button-enter-for = Enter for { $person }
ask-button-same = Same as last
ask-button-leave-out = Not applicable…
ask-button-snooze = Snooze until tomorrow
ask-button-hand-over = Hand over…
ask-reason-label = Why is there no value?
ask-left-out = The reason goes into the digest.
ask-explained = { $count ->
    [one] The reason is saved with its value.
   *[other] { $count } reasons are saved with their values.
 }
ask-snoozed = You are asked again { $at } ({ $distance }) for what is still due by then.
ask-which-has-none = Which value is not applicable?
ask-which-is-handed-over = Which KPI goes to somebody else?
ask-to-whom = Who answers for **{ $name }** from now on? Only people whom I have met are listed; `/kpi hand-over` takes anybody in the server.
ask-nobody-else = I have met nobody else yet who could answer for **{ $name }**. `/kpi hand-over` in the server takes anybody there.
ask-more = More … ({ $from }–{ $until } of { $all } shown)

## board

board-heading = { $scorecard } · **{ $period }**: { $count } of { $all } values are in ({ $percent } %)
board-due = Values are due { $due }, { $distance }.
board-in-review = The digest is out; late values still count until the review is closed.
board-closed = The review is closed.
board-late = Late, waiting for { $person }: { $names }
board-waiting = Waiting for { $person }: { $names }
board-later = Expected later: { $name }, { $at }
board-unexplained = Off target, why is to be said by { $person }: { $names }
board-left-out = ➖ Not applicable: { $name } ({ $reason })
board-submitted = In from { $person }: { $names }
board-others = { $count ->
    [one] 1 more
   *[other] { $count } more
 }
board-more = { $count ->
    [one] … and 1 more line; `/review status` says more
   *[other] … and { $count } more lines; `/review status` says more
 }

## notice

notice-late = *This comes late: it was due { $due }.*
notice-unreached = { $person }, there is something for you, but your direct messages from this server are closed. `/checkin` shows what is due. To be asked in private, allow direct messages in the server's privacy settings.
notice-channel-gone = The team channel of **{ $scorecard }** in **{ $server }** was deleted. What I have to post there waits until you choose another one with `/scorecard edit`.
notice-exposed = { $channel }, the team channel of **{ $scorecard }** in **{ $server }**, is seen by { $onlookers }, who may not read this private scorecard. What I have to post there waits. Choose a channel that only its readers see, or name them as readers, with `/scorecard edit`.
told-taken-over = { $by } took over the scorecard **{ $scorecard }** in **{ $server }** from { $from }: { $by } manages it from now on, and reads all of it. `/audit` keeps that.
told-handed-over = { $count ->
    [one] { $by } gave you a KPI of { $from } in **{ $server }**: { $kpis }. You are asked for its values from now on.
   *[other] { $by } gave you { $count } KPIs of { $from } in **{ $server }**: { $kpis }. You are asked for their values from now on.
}
told-consent-linked = { $by } allows that { $source } of { $scorecard } counts in { $into }. It feeds there from now on, as one input without its parts.
told-consent-allowed = { $by } allows that { $source } of { $scorecard } is used in { $into }. Give your command again.
told-consent-refused = { $by } does not want { $source } of { $scorecard } to be used in { $into }.
told-made-private = { $by } made **{ $scorecard }**, your card in **{ $server }**, private. Its numbers keep counting in { $names }, as inputs without their parts. `/objective feeds` with `remove` ends that.
told-departed = **{ $name }** left **{ $server }**.
told-departed-kpis = { $count ->
    [one] This KPI was theirs: { $kpis }. Its deputy is asked for it from now on, else the manager of its scorecard.
   *[other] { $count } KPIs were theirs: { $kpis }. Their deputies are asked for them from now on, else the managers of their scorecards.
}
told-departed-hand-over = `/kpi hand-over from:{ $from }` gives all of them that you manage to somebody else.
told-departed-cards = { $count ->
    [one] They managed { $scorecards }, which has no manager now. `/scorecard edit` with `manager` names another one; of a private scorecard an administrator makes themselves the manager by `/scorecard take-over`.
   *[other] They managed { $scorecards }, which have no manager now. `/scorecard edit` with `manager` names another one; of a private scorecard an administrator makes themselves the manager by `/scorecard take-over`.
}
told-away = { $by } noted in **{ $server }** that { $name } is away from { $from } until { $until }. What { $name } would be asked for goes to the deputies of the KPIs meanwhile, else to their managers. `/away` shows it.
told-away-deputy = { $by } noted in **{ $server }** that { $name } is away from { $from } until { $until }. { $deputy } stands in: what { $name } would be asked for goes to { $deputy } meanwhile. `/away` shows it.
notice-channel-denied = { $count ->
    [one] I cannot post in { $channel }, the team channel of **{ $scorecard }** in **{ $server }**: I lack the permission { $missing } there. What I have to post waits. Give me that permission in the channel's settings, and it goes on by itself.
   *[other] I cannot post in { $channel }, the team channel of **{ $scorecard }** in **{ $server }**: I lack these permissions there: { $missing }. What I have to post waits. Give me them in the channel's settings, and it goes on by itself.
 }

## alert

alert-off-target = 🔴 **{ $name }** went off target: **{ $value }** in { $period }, target { $target }{ $gap }.
alert-still-open = **{ $name }** is { $status } now: **{ $value }** in { $period }, target { $target }{ $gap }.
alert-recovered = 🟢 **{ $name }** is on target again: **{ $value }** in { $period }, target { $target }.
alert-recovered-withdrawn = ~~**{ $name }** is on target again: { $value } in { $period }~~ Withdrawn: the value was corrected, and the alert is open again.
alert-retargeted = ~~**{ $name }** went off target: { $value } in { $period }~~ Withdrawn: its target is { $by } now.
alert-withdrawn = ~~**{ $name }** went off target: { $value } in { $period }~~ Withdrawn: the value was corrected.
alert-archived = ~~**{ $name }** went off target: { $value } in { $period }~~ Closed: the KPI was archived.
alert-too-high = , { $by } too high
alert-too-low = , { $by } too low
alert-mention = { $person }
alert-note = { $person }: “{ $note }”
alert-drives = Drives { $names }.
alert-button-acknowledge = Acknowledge
alert-button-snooze = Snooze…
alert-acknowledged = Acknowledged by { $by }
alert-acknowledged-until = Acknowledged by { $by } until { $day }
alert-snoozed = Snoozed by { $by } until { $day }
alert-comment = “{ $comment }”
alert-woken = What { $by } acknowledged until today is open again.
alert-woken-snoozed = What { $by } snoozed until today is open again.
alert-since = { $kind } since { $since }
alert-kind-off-target = off target
alert-kind-missing = missing
alert-kind-off-pace = off pace
alert-kind-hypothesis = the link does not hold
alert-none = No alert is open for { $scorecard }.
alert-list = { $count ->
    [one] **1 open alert** for { $scorecard }
   *[other] **{ $count } open alerts** for { $scorecard }
 }
alert-list-next = `/alerts acknowledge` says that somebody deals with one, `/alerts snooze` lets it rest until a day.
alert-answered = The alert about { $name } is acknowledged. It says so, and is silent until the KPI recovers.
alert-answered-until = The alert about { $name } is acknowledged until { $day }. It says so, and speaks up again then.
alert-answered-snoozed = The alert about { $name } rests until { $day }, and speaks up again then.
alert-choose = Answer an alert…
alert-form-acknowledge = Acknowledge the alert
alert-form-snooze = Snooze the alert
alert-form-comment = What is done about it?
alert-form-comment-optional = Why? Can be left empty
alert-form-until = Until when? For example Friday or in 2 weeks
alert-form-until-optional = Until when? Can be left empty
command-alerts = Alerts: what is open, and answering it
command-alerts-list = List the alerts of a scorecard that are not over
command-alerts-list-option-scorecard = Which scorecard; the one of this channel if left out
command-alerts-acknowledge = Say that somebody deals with an alert, and how
command-alerts-acknowledge-option-alert = Which alert, or its KPI
command-alerts-acknowledge-option-comment = What is done about it
command-alerts-acknowledge-option-until = Until when, e.g. 2026-12-20, Friday, in 2 weeks; until the KPI recovers if left out
command-alerts-snooze = Let an alert rest until a day, on which it speaks up by itself
command-alerts-snooze-option-alert = Which alert, or its KPI
command-alerts-snooze-option-until = Until when, e.g. 2026-12-20, Friday, in 2 weeks
command-alerts-snooze-option-comment = Why

## watch

watch-withdrawn = Withdrawn: the value was corrected.
watch-missing = { $count ->
    [one] ⚪ **1 value is overdue:**
   *[other] ⚪ **{ $count } values are overdue:**
 }
watch-missing-line = • { $kpi } for { $period }, waiting for { $person }
watch-came = { $count ->
    [one] **1 value came in late:**
   *[other] **{ $count } values came in late:**
 }
watch-came-line = • { $kpi } for { $period }
watch-unanswered = { $count ->
    [one] 🔴 **Still off target, and nobody has answered:**
   *[other] 🔴 **{ $count } KPIs are still off target, and nobody has answered:**
 }
watch-since = • { $kpi }, since { $since }
watch-since-owner = • { $kpi }, since { $since } ({ $owner })
watch-off-pace = { $count ->
    [one] **Off pace: 1 KPI will miss its year's target as it goes.**
   *[other] **Off pace: { $count } KPIs will miss their year's target as they go.**
 }
watch-on-pace = { $count ->
    [one] **On pace again: 1 KPI.**
   *[other] **On pace again: { $count } KPIs.**
 }
watch-pace = • { $kpi }: heading for { $outlook }, and the year's target is { $target }
watch-links = { $count ->
    [one] **A link that does not show:**
   *[other] **{ $count } links that do not show:**
 }
watch-failing = • { $cause } has been on target for three periods, and { $effect }, which it drives, is off target. Is it the right driver?
watch-links-again = { $count ->
    [one] **A link that had not shown:**
   *[other] **{ $count } links that had not shown:**
 }
watch-holding = • { $effect }, which { $cause } drives, is not held against it any more

## digest

digest-preliminary = *Preliminary: values are still expected.*
digest-updated = *Updated with values that came in after it was posted.*
digest-no-more = *Nothing more stands here: the digest has become shorter.*
digest-off-target = { $count ->
    [one] **Off target: 1 KPI**
   *[other] **Off target: { $count } KPIs**
 }
digest-note = : “{ $note }”
digest-waiting = Waiting for **{ $name }** ({ $person })
digest-decisions = { $count ->
    [one] **Open decision: 1**
   *[other] **Open decisions: { $count }**
 }
digest-initiatives = { $count ->
    [one] **Overdue initiative: 1**
   *[other] **Overdue initiatives: { $count }**
 }
digest-targets = { $count ->
    [one] **Changed target: 1**
   *[other] **Changed targets: { $count }**
 }
retarget-ahead = { $kpi } target { $before } → { $after } · { $person }, { $day }
retarget-begun = { $kpi } target { $before } → { $after } · { $person }, { $day }, after its period had begun
retarget-over = { $kpi } target { $before } → { $after } · { $person }, { $day }, retroactively
retarget-owner = { $person } (its owner)
retarget-red = { $target } (red flag { $red })
retarget-reason = : “{ $reason }”
digest-expected = Expected later: **{ $name }** ({ $person }), known on { $day }
digest-closed = The review is closed without a meeting, and these numbers are published.
digest-closed-by = The review was closed by { $person }, and these numbers are published.
digest-closed-decisions = Decided:
digest-closed-no-decisions = Nothing was decided.
digest-closed-missing = { $count ->
    [one] 1 value never came; its owner can still enter it, as late.
   *[other] { $count } values never came; their owners can still enter them, as late.
 }

## sponsor

sponsor-none-off-target = Nothing is off target.
sponsor-button-comment = Comment
sponsor-comment = **{ $by }**, the sponsor, on { $period }: “{ $text }”
sponsor-comment-manager = **{ $by }** on { $period }: “{ $text }”
sponsor-commented = Your comment is said in the thread of the review, or under its digest.
sponsor-form-title = Comment on the digest
sponsor-form-label = What do you want to say?

## review

command-review = Reviews: how they stand, when their steps come, the calendar, the close
command-review-status = Show how a scorecard's reviews stand, or why somebody was asked, or was not
command-review-status-option-scorecard = Which scorecard; the one of this channel if left out
command-review-status-option-kpi = Show why somebody was asked for the values of this KPI, or was not
command-review-status-option-person = Show what this person was asked for, and why
command-review-status-option-period = Which period, e.g. 2026-11; that of the newest review if left out
command-review-schedule = Show or change when owners are asked, values are due and the digest is posted
command-review-schedule-option-scorecard = Which scorecard; the one of this channel if left out
command-review-schedule-option-prompt = When owners are asked, e.g. day 1 09:00
command-review-schedule-option-due = When values are due, e.g. business day 5 17:00
command-review-schedule-option-digest = When the digest is posted, e.g. business day 6 10:00
command-review-schedule-option-early = Post the digest as soon as everything is in
command-review-schedule-option-meeting = When the meeting is, e.g. business day 7 14:00; none for no meeting
command-review-calendar = Show or change this server's holidays and quiet hours
command-review-calendar-option-add-holidays = Days to add, e.g. 2026-12-25 2026-12-26
command-review-calendar-option-remove-holidays = Days to take away, e.g. 2026-12-26
command-review-calendar-option-quiet-hours = Hours in which nobody is written to, e.g. 20:00-07:00; none for no such hours
command-review-close = Close a review: its numbers are published and its period is locked
command-review-close-option-scorecard = Which scorecard; the one of this channel if left out
command-review-close-option-period = Which review, e.g. 2026-11; the oldest open one if left out
command-review-close-option-decisions = What it decided, with semicolons between several, or none; not needed after /decision add
review-status = Reviews of { $scorecard }
review-none-open = No review is open.
review-opens = The review of { $period } opens { $at }, { $distance }.
review-collecting = values are coming in
review-in-review = in review
review-closed = closed
review-standing = **{ $period }**: { $state } · { $count } of { $expected } values are in
review-step-prompt = Owners are asked
review-step-before = Reminder on the business day before
review-step-remind = Reminder on the day
review-step-overdue = Overdue notice
review-step-deputy = Overdue notice to owner and deputy
review-step-manager = Last notice, to the manager
review-step-due = Values are due
review-step-digest = Digest
review-step-close = Close
review-step-done = { $step }: { $at }
review-step-skipped = { $step }: not said on { $at }, { $reason }
review-step-coming = { $step }: { $at }, { $distance }
missed-while = The bot was not in this server from { $from } to { $until }. This was due meanwhile:
missed-review = { $scorecard } · **{ $period }**
missed-late = Done now, late: { $steps }
missed-left-out = Left out, since it is of no use any more: { $steps }
why-asked-kpi = { $kpi } · { $period }
why-asked-owner = { $kpi } · { $period }: { $person } answers for it.
why-asked-in-place = { $kpi } · { $period }: { $person } answers for it, since { $owner } is away until { $day }.
why-asked-left = { $kpi } · { $period }: { $person } answers for it, since { $owner } left the server.
why-asked-ownerless = { $kpi } · { $period }: nobody owns it, so { $person } answers, who manages { $scorecard }.
why-asked-none = No KPI concerns { $person } here.
why-asked-more = { $count ->
    [one] One more KPI; name it as `kpi:` to see it.
   *[other] { $count } more KPIs; name one as `kpi:` to see it.
 }
why-asked-archived = It is out of use since { $day }, so nobody is asked.
why-asked-computed = A formula gives its values, so nobody is asked.
why-asked-before = Its first review is that of { $period }.
why-asked-frequency = No value of it is due in this period. The next one is of { $period }, in the review of { $review }.
why-asked-in = The value came in from { $person } on { $at }; nobody is asked after that.
why-asked-not-applicable = { $person } said on { $at } that it is not applicable: “{ $reason }”. Nobody is asked after that.
why-asked-carried = Where nothing is entered its last value holds, so only the first message asks for it.
why-asked-known = Its value becomes known on { $day }; nobody is asked before.
why-asked-running = The period runs until { $day }; nobody is asked before it is over.
why-asked-not-open = The review is not open yet; it opens { $at }.
why-asked-closed = The review is closed, so nobody is asked any more.
why-asked-weekly = Weekly values are asked for once and reminded of once.
why-asked-away = { $person } is away until { $day }; { $other } is asked instead.
why-asked-deputy = { $person } is the deputy, and is asked from the second overdue notice on.
why-asked-last = { $person } is told last of all, in the manager's place.
why-asked-not-theirs = { $person } does not answer for it.
why-asked-no-reader = { $person } may not read this private scorecard.
why-asked-direct = { $step }: { $person }, { $at }
why-asked-joined = { $step }: { $person }, { $at }, in the message that day had already brought
why-asked-put-off = { $step }: { $person } put it off until { $at }
why-asked-channel = { $step }: { $person } takes no direct messages; the team channel was asked { $at }
why-asked-nowhere = { $step }: { $person } takes no direct messages, and no team channel was asked
why-asked-waits = { $step }: { $person }, not sent yet
why-asked-too-late = { $step }: not said; the bot came to it { $at }, when it was of no use any more
why-asked-coming = { $step }: { $person }, { $at }, { $distance }
why-asked-moved = (planned { $at }, moved by quiet hours or a rest day)
review-word = Waiting for a word on **{ $name }**, off target ({ $person })
review-schedule = Reviews of { $scorecard }
review-schedule-unsaved = Nothing is changed yet. This waits for half an hour.
review-schedule-save = Save
review-schedule-next = To change a time, give it as an option, for example `/review schedule due:business day 5 17:00`.
review-day = day { $day }, { $time }
review-business-day = business day { $day }, { $time }
review-instant = { $step }: { $local } · for you { $at }
review-quiet-hours = Quiet hours: **{ $hours }**
review-holidays = Coming holidays: { $days }
review-no-holidays = No holidays are coming. Business days are Monday to Friday.
review-holidays-added = Holidays added: { $days }
review-holidays-removed = Holidays removed: { $days }
review-calendar-next = On rest days and in quiet hours nobody is asked; a message waits for the next allowed time. Administrators change this by the options of `/review calendar`.
review-closed-now = The review of { $period } of { $scorecard } is closed, and its numbers are published.
review-closed-decisions = { $count ->
    [one] It made 1 decision; `/decision list` shows it.
   *[other] It made { $count } decisions; `/decision list` shows them.
 }
review-closed-told = The team channel is told.
review-opened-now = The review of { $period } of { $scorecard } is open: its digest and its meeting's thread come at once.
review-reopened-now = The review of { $period } of { $scorecard } is open again. Its period is no longer locked; closing it publishes its numbers anew.
review-reopened = { $person } opened the review of { $period } of { $scorecard } again: “{ $reason }”. Its published numbers may change until it is closed.
command-review-open = Open a review before its time: its digest is posted, and its meeting's thread opens
command-review-open-option-scorecard = Which scorecard; the one of this channel if left out
command-review-open-option-period = Which review, e.g. 2026-11; the oldest that waits for values if left out
command-review-reopen = Open a closed review again, with a reason: its period is no longer locked
command-review-reopen-option-reason = Why
command-review-reopen-option-scorecard = Which scorecard; the one of this channel if left out
command-review-reopen-option-period = Which review, e.g. 2026-11; the newest closed one if left out

## meeting

meeting-heading = **Meeting on { $period }**
meeting-time = It is { $at }, { $distance }.
meeting-decisions = { $count ->
    [0] No decision of earlier reviews is open.
    [one] **First: 1 open decision**
   *[other] **First: { $count } open decisions**
 }
meeting-dives = { $count ->
    [one] **Then: 1 KPI that is short of its target**
   *[other] **Then: { $count } KPIs short of their targets, the weightiest first**
 }
meeting-next = `/decision add` writes down what you decide; `/review close` publishes the numbers.

## decision

command-decision = What reviews decided
command-decision-add = Write down what a review decided: who does it, and by when
command-decision-add-option-text = What was decided
command-decision-add-option-owner = Who does it
command-decision-add-option-due = By when, e.g. 2026-12-20, 20 Dec, Friday, in 2 weeks
command-decision-add-option-kpi = The KPI it is about
command-decision-add-option-objective = The objective it is about
command-decision-add-option-scorecard = Which scorecard; the one of this channel if left out
command-decision-add-option-review = Which review decided it, e.g. 2026-11; the one that is open if left out
command-decision-list = List what is decided and not done yet, or what was closed last
command-decision-list-option-scorecard = Which scorecard; the one of this channel if left out
command-decision-list-option-state = Those that are open, or those that were closed last
command-decision-close = Close a decision that is done, or that holds no more
command-decision-close-option-decision = Which open decision
command-decision-close-option-outcome = What came of it
decision-added = Decided in the review of { $period } of { $scorecard }:
decision-added-early = Decided for { $scorecard }, before its first review:
decision-next = The next digest lists it until `/decision close` says that it is done.
decision-closed = Closed: { $text }
decision-outcome = “{ $outcome }”
decision-removed = Taken back, as if it had not been decided: { $text }
decision-reopened = Open again: { $text }
decision-list = { $count ->
    [one] **1 open decision** of { $scorecard }
   *[other] **{ $count } open decisions** of { $scorecard }
 }
decision-list-closed = { $count ->
    [one] **The decision that was closed last** of { $scorecard }
   *[other] **The { $count } decisions that were closed last** of { $scorecard }
 }
decision-list-next = `/decision close` closes one.
decision-list-older = `/audit` shows older ones.
decision-none = Nothing is open that reviews of { $scorecard } decided. `/decision add` writes a decision down.
decision-none-closed = No decision of { $scorecard } was closed yet.
decision-due = due { $day }
decision-overdue = **overdue since { $day }**
decision-closed-on = closed { $at }

## initiative

command-initiative = What is done about KPIs and objectives
command-initiative-add = Begin an initiative: who does what about a KPI or an objective, and by when
command-initiative-add-option-name = What is done, e.g. Win-back calls
command-initiative-add-option-kpi = The KPI it is about
command-initiative-add-option-objective = The objective it is about, instead of a KPI
command-initiative-add-option-owner = Who does it; you if left out
command-initiative-add-option-start = When it begins, e.g. 2026-12-01, Monday, tomorrow
command-initiative-add-option-due = When it is to be done, e.g. 2026-12-20, 20 Dec, Friday, in 2 weeks
command-initiative-add-option-budget = What it may cost, e.g. $12,000, 12k EUR, 40 days
command-initiative-add-option-effect = What is expected of it, e.g. churn back to 2 %
command-initiative-add-option-milestones = With semicolons between them, e.g. Pilot by 15 Jan; Roll-out by 1 Mar
command-initiative-update = Say how far an initiative is, or change it; what was said stays on record
command-initiative-update-option-initiative = Which initiative
command-initiative-update-option-percent = How much of it is done, 0 to 100
command-initiative-update-option-status = Where it stands
command-initiative-update-option-note = How it goes
command-initiative-update-option-reached = A milestone that is reached
command-initiative-update-option-spent = What it has cost so far, e.g. $3,000
command-initiative-update-option-due = When it is to be done, e.g. 2026-12-20, 20 Dec, in 2 weeks
command-initiative-update-option-owner = Who does it from now on
command-initiative-update-option-name = Its new name
command-initiative-update-option-start = When it begins
command-initiative-update-option-budget = What it may cost
command-initiative-update-option-effect = What is expected of it
command-initiative-update-option-milestones = More milestones, with semicolons between them, e.g. Pilot by 15 Jan
command-initiative-list = List what is done about a scorecard's KPIs and objectives
command-initiative-list-option-scorecard = Which scorecard; the one of this channel if left out
command-initiative-list-option-kpi = Only what is done about this KPI
command-initiative-list-option-state = Those that are open, or those that are done or dropped
command-initiative-show = Show an initiative with its milestones and what was said of it
command-initiative-show-option-initiative = Which initiative
initiative-added = { $name } is begun, for { $about }.
initiative-next = I remind its owner before that day. `/initiative update` says how far it is.
initiative-next-undated = `/initiative update` says how far it is, and by when it is to be done.
initiative-updated = { $name } is changed.
initiative-note = “{ $note }”
initiative-said = { $at } · { $by }: { $status }, { $percent } %
initiative-start = From { $day }
initiative-budget = Budget { $budget }
initiative-spent = Spent { $spent }
initiative-money = Budget { $budget }, spent { $spent }
initiative-effect = Expected: { $effect }
initiative-mark-due = • { $name }, due { $day }
initiative-mark-reached = • { $name }, reached { $day }
initiative-standing = { $status }, { $percent } %
initiative-list = { $count ->
    [one] **1 initiative** for { $of }
   *[other] **{ $count } initiatives** for { $of }
 }
initiative-list-closed = { $count ->
    [one] **1 initiative that is over** for { $of }
   *[other] **{ $count } initiatives that are over** for { $of }
 }
initiative-list-next = `/initiative show` shows one in full, `/initiative update` says how far it is.
initiative-none = Nothing is being done for { $of } that I know of. `/initiative add` begins something.
initiative-none-closed = No initiative for { $of } is over yet.
initiative-action = Action: { $what }.
initiative-actions-more = { $count ->
    [one] 1 more action: `/initiative list` shows it.
   *[other] { $count } more actions: `/initiative list` shows them.
 }
initiative-form-title = Add an action
initiative-form-name = What is done?
initiative-form-due = By when? For example 20 Dec or in 2 weeks
initiative-form-effect = What is expected of it?
initiative-form-milestones = Milestones, one a line
initiative-button-add = Add action

## import

command-import = Import KPIs or values from a CSV or XLSX file; shows what it would do first
command-import-option-file = The file, with a header row
command-import-option-what = What is in it: KPIs with their targets, or values
command-import-option-reason = Why, where values correct what a closed review published
import-reading = Reading **{ $file }**…
import-writing = Writing the rows…
import-headline-kpis = { $count ->
    [one] **One row of KPIs**
   *[other] **{ $number } rows of KPIs**
 }
import-headline-actuals = { $count ->
    [one] **One row of values**
   *[other] **{ $number } rows of values**
 }
import-count-new = { $number } new
import-count-changed = { $number } changed
import-count-unchanged = { $number } as they are
import-made = Made for them: { $list }
import-made-scorecards = { $number } scorecards
import-made-perspectives = { $count ->
    [one] one perspective
   *[other] { $number } perspectives
 }
import-made-objectives = { $count ->
    [one] one objective
   *[other] { $number } objectives
 }
import-made-kpis = { $count ->
    [one] one KPI
   *[other] { $number } KPIs
 }
import-made-drives = { $count ->
    [one] one link of the strategy map
   *[other] { $number } links of the strategy map
 }
import-change-value = { $name } · { $period }: { $before } → { $after }
import-change-note = { $name } · { $period }: { $value }, with another note
import-change-kpi = { $name }: { $fields }
import-change-links = { $name }
import-changes-more = { $count ->
    [one] and one more change
   *[other] and { $number } more changes
 }
import-assumed = { $count ->
    [one] One target has no red flag, so one is assumed.
   *[other] { $number } targets have no red flag, so one is assumed for each.
 } { $example }
import-assumed-example = { $name }: target { $target }, red flag { $red }
import-own-values = { $names }: a file holds each period's own value, though forms take the year to date.
import-nothing-yet = Nothing is written yet. This preview waits for half an hour.
import-nothing-to-do = Everything in this file is here already, so there is nothing to import.
import-button = { $count ->
    [one] Import one row
   *[other] Import { $number } rows
 }
import-button-cancel = Cancel
import-differs = Something was changed since the preview, so nothing was written. This is what the file would do now.
import-done-kpis = { $count ->
    [one] **One row of KPIs is imported.**
   *[other] **{ $number } rows of KPIs are imported.**
 }
import-done-actuals = { $count ->
    [one] **One row of values is imported.**
   *[other] **{ $number } rows of values are imported.**
 }
import-told = { $count ->
    [one] The team channel is told of one KPI that changed its status.
   *[other] The team channels are told of { $number } KPIs that changed their status.
 }
import-next-kpis = Next: their values, with `/import` or `/log`.
import-next-actuals = `/summary` shows them.
import-cancelled = The import is cancelled. Nothing was written.
import-gone = This preview was used already, or has waited for more than half an hour. `/import` shows a new one.

## export

command-export = Get KPIs or values as a file with the columns of /import
command-export-option-what = What the file holds
command-export-option-format = CSV, or a spreadsheet (XLSX); CSV if left out
command-export-option-scorecard = Only this scorecard; all that you may see if left out
export-writing = Writing the file …
export-nothing = There is nothing to export yet. `/kpi add` makes a KPI, `/log` its first value.
export-kpis = { $count ->
    [one] **One row of KPIs**
   *[other] **{ $number } rows of KPIs**
 }: { $kpis } KPIs, a row for each target.
export-actuals = { $count ->
    [one] **One value**
   *[other] **{ $number } values**
 } of { $kpis } KPIs.
export-computed = { $count ->
    [one] 1 KPI is computed, so its values are not in the file.
   *[other] { $count } KPIs are computed, so their values are not in the file.
 }
export-files = They are in { $count } files, each as long as one import takes.
export-next = It holds what you may see, sorted, and can be given to `/import` again.
import-refused = { $count ->
    [one] **One line is refused, so nothing of this file is imported.**
   *[other] **{ $number } lines are refused, so nothing of this file is imported.**
 }
import-refused-line = Line { $line }, `{ $column }`: { $reason }
import-refused-next = Mend the file, then give it again.
import-alerts-off-target = { $count ->
    [one] 🔴 **One KPI** went off target with an import:
   *[other] 🔴 **{ $count } KPIs** went off target with an import:
 }
import-alerts-recovered = { $count ->
    [one] 🟢 **One KPI** is on target again:
   *[other] 🟢 **{ $count } KPIs** are on target again:
 }
import-alert-line = { $name } **{ $value }** in { $period }, target { $target }{ $gap }{ $owner }
import-alert-still-open = { $name } { $status } now: **{ $value }** in { $period }, target { $target }{ $gap }{ $owner }
import-alert-retargeted = ~~{ $name } { $value } in { $period }~~ Withdrawn: its target is { $by } now.
import-alert-withdrawn = ~~{ $name } { $value } in { $period }~~ Withdrawn: the value was corrected.
import-alert-archived = ~~{ $name } { $value } in { $period }~~ Closed: the KPI was archived.
import-file-too-large = This file is too large. The largest I read has { $most } MB.
import-file-too-many-rows = This file has more than { $most } rows. Split it, and import the parts one after the other.
import-file-empty = This file is empty. Its first row must name the columns.
import-file-not-utf8 = Line { $line } of this file is not UTF-8. Save it as “CSV UTF-8”, or as XLSX.
import-file-broken-xlsx = I cannot open this file as XLSX. Save it again as XLSX, or as “CSV UTF-8”.
import-file-broken-csv = I cannot read line { $line } of this file: a quoted cell does not end where it should.
import-file-columns = { $count ->
    [one] This file has no column { $missing }.
   *[other] This file has no columns { $missing }.
 } It needs { $required }.
import-file-unknown = { $count ->
    [one] I do not know the column { $unknown }.
   *[other] I do not know the columns { $unknown }.
 } Known are { $known }.
import-file-repeated = This file has the column `{ $column }` twice. Leave one out.
import-row-several = More than one { $noun } is called { $typed }.
import-row-computed = This KPI is computed by its formula, so it takes no values.
import-row-published = The numbers of { $period } are published, and this would change them. To do so all the same, give the file again and say why in `reason`.
import-row-second-not-applicable = The period beside it is not applicable already. A second one in a row is for { $manager } to say.
import-row-fixed = This KPI has values, so its unit, direction, frequency and aggregation stay as they are. To measure differently, give a new key.
import-row-past = Targets of periods that are over stay what they were then. A new one can hold from { $running } on.
import-row-contradicts = Line { $line } says something else for the same key. Write it in one of them.
import-row-taken = This key is in use. Choose another one.
import-row-taken-name = This name is in use. Choose another one.
import-row-from-alone = `from` says from when a target holds, and there is none in this row.
import-row-judged = Published values would be judged otherwise. `/kpi edit` does that, and asks why.
import-row-only-alone = `only` says that a target holds for the period in `from` alone, and `from` is empty.
import-noun-kpi = KPI with the key
import-noun-person = person
import-hint-kpi = `/kpi list` shows the keys. Import new KPIs first, with `what: kpis`.
import-hint-objective = It must be one of the same scorecard, in this file or already there.
import-hint-person = Write the name as the server shows it, or the Discord user id.
import-cell-missing = This cell must not be empty.
import-cell-too-many = This row has more cells than the header.
import-cell-repeated = The same is in line { $line } already.
import-cell-too-long = This text has { $length } characters; at most 1000 are accepted.
import-cell-decimals = { $typed } is no number of decimals. Write one from 0 to 10.
import-cell-word = I do not know { $typed }. Accepted are { $accepted }.
import-cell-number = I cannot read { $typed } as a number. Write it with a decimal point and without grouping, as in `1234.5`; where semicolons separate the cells, a decimal comma will do too.
import-cell-yes-no = This KPI takes `yes` or `no`, not { $typed }.
import-cell-yes-no-option = { $typed } is neither `yes` nor `no`.
import-cell-day = { $typed } is no day after the period. Write a number from 1 to { $most }.

## settings

command-settings = Show the settings of this server, or change the ones you give
command-settings-option-number-format = How numbers are read and written
command-settings-option-time-zone = The time zone of new scorecards, e.g. Europe/Berlin
command-settings-option-fiscal-start = The month in which the fiscal year of new scorecards begins, 1 to 12
command-settings-option-administrator-role = A role whose members administer me; @everyone for none
command-settings-option-coverage-floor = A score is provisional while less of the weight is in, in percent
command-settings-option-alert-wait = How many seconds an alert waits, so that a slip can be undone
command-settings-option-pictures = How pictures in channels look: light or dark
command-settings-option-my-pictures = How pictures that only you see look; everybody may choose for themselves
settings-line = { $field }: **{ $value }**
settings-format-unset = not chosen, so I ask back where `1.234` could be two numbers
settings-no-role = people with Manage Server
settings-percent = { $percent } %
settings-seconds = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
 }
settings-next = To change one, give it as an option, for example `/settings number_format`. Time zone and fiscal year are for new scorecards.
settings-next-member = Administrators can change them. How pictures for you look is yours to choose: `/settings my_pictures`.

## archive

archive-archived = { $name }{ $with } is archived. Earlier periods keep their numbers; nobody is asked for more.
archive-with = { " " }with { $parts }
archive-children = { $count ->
    [one] The scorecard below it stays.
   *[other] The { $count } scorecards below it stay.
 }
archive-next-scorecard = `/scorecard restore` brings it back.
archive-next-perspective = `/perspective restore` brings it back.
archive-next-objective = `/objective restore` brings it back.
archive-next-kpi = `/kpi restore` brings it back.
archive-removed = { $name } had no objectives, so it is removed from { $scorecard }.
archive-restored = { $name }{ $with } is back in use, from today.

## audit

command-audit = Show who changed what: structure, people, targets, settings
command-audit-option-person = Only what this person changed
command-audit-option-noun = Only changes of this kind of thing
command-audit-option-since = From this day or period on, e.g. 2026-11-20 or 2026-Q4
command-audit-option-until = Up to this day or period, e.g. 2026-11-30
audit-none = Nothing that you may see was changed then. Leave options out to look further.
audit-button-older = Older
audit-another-scorecard = another scorecard
audit-verb-created = { $who } added the { $noun } { $name }
audit-verb-changed = { $who } changed the { $noun } { $name }
audit-verb-handed-over = { $who } handed over the { $noun } { $name }
audit-verb-target-set = { $who } set a target for the { $noun } { $name }
audit-verb-imported = { $who } filled the { $noun } { $name }
audit-verb-closed = { $who } closed the { $noun } { $name }
audit-verb-answered = { $who } answered the { $noun } about { $name }
audit-verb-archived = { $who } archived the { $noun } { $name }
audit-verb-restored = { $who } restored the { $noun } { $name }
audit-verb-removed = { $who } removed the { $noun } { $name }
audit-verb-taken-over = { $who } took over the { $noun } { $name }
audit-verb-opened = { $who } opened the { $noun } { $name }
audit-verb-reopened = { $who } opened the { $noun } { $name } again

## start

start-button-template = Choose a template
start-button-import = Import a file
start-button-empty = Start empty
start-choose = Template
start-choose-say = Which one is nearest to you? Each brings objectives, links, KPIs and targets, and all of it can be changed.
start-template-company = Company
start-template-software-product = Software product
start-template-non-profit = Non-profit
start-template-hospital = Hospital
start-template-city = City
start-about-company = Sells goods or services: revenue, margin, churn, delivery, people
start-about-software-product = A product and its team: growth, retention, reliability, delivery
start-about-non-profit = Serves a cause: impact, donors, programmes, volunteers
start-about-hospital = Patients, quality of care, waiting times, staff
start-about-city = Residents, services, budget, staff
start-import = Fill in this sample, or save your own table with the same columns as CSV or XLSX. Then give `/import` with the file and `what: kpis`. It shows first what it would do.
start-name-title = Start an empty scorecard
start-name-label = What is it called?

## help

command-help = Say what you can do here
help-direct = Here I ask you for values that are due, and `/checkin` opens the form. Everything else is done in your server: give `/help` there.
help-what = I keep this server's scorecards: I ask people for their values, say how good they are, and speak up when a target slips.
help-start = There is no scorecard here yet. A template makes one in a minute; then `/log` takes the first value.
help-start-member = There is no scorecard here yet. Somebody with the permission **Manage Server** can start one.
help-owner = { $count ->
    [one] **Your KPI:** { $names }. `/checkin` shows whether its value is due, `/log` takes one at any time, `/initiative add` says what is done about it.
   *[other] **Your { $count } KPIs:** { $names }. `/checkin` shows what is due, `/log` takes a value at any time, `/initiative add` says what is done about one.
 }
help-member = **To look:** `/summary` shows how things stand ({ $scorecards ->
    [one] 1 scorecard
   *[other] { $scorecards } scorecards
 }, { $kpis ->
    [one] 1 KPI
   *[other] { $kpis } KPIs
 }), `/scorecard show` and `/kpi show` what is behind it.
help-manager = { $count ->
    [one] **You manage** { $names }: `/objective add`, `/kpi add`, `/kpi target` and `/kpi hand-over` build it; `/review close` ends a review with what it decided, `/alerts list` shows what is open.
   *[other] **You manage** { $names }: `/objective add`, `/kpi add`, `/kpi target` and `/kpi hand-over` build them; `/review close` ends a review with what it decided, `/alerts list` shows what is open.
 }
help-administrator = **As an administrator** you start scorecards with `/scorecard template` or `/scorecard create`, and choose number format, time zone and alerts in `/settings`.

## why

command-why = Show how a score comes about, down to the values, so that you can work it out yourself
command-why-option-what = A KPI, objective, perspective or scorecard
command-why-option-period = Which period, e.g. 2026-11 or 2026-Q4; the last one that ended if left out
why-title = { $name } · { $period }
why-title-ytd = { $name } · { $period }, year to date
why-mean = **{ $name } { $score }** { $status } = ({ $terms }) ÷ { $weights }
why-only = **{ $name } { $score }** { $status } = { $term }, the only score below it
why-no-score = **{ $name }** { $status }: no score, as nothing below it has one
why-running = **{ $name }**: scores follow when the { $kind } is over
why-provisional-status = ⚪ provisional
why-left-out = Left out: { $names }; { $scored } of { $all } have a score
why-out-blank = no value yet
why-out-not-applicable = not applicable
why-out-unscored = no target
why-out-no-score = no score
why-coverage = Weight in: ({ $terms }) ÷ { $weights } = { $percent }
why-coverage-only = Weight in: that of { $term }, { $percent }
why-provisional = ; below { $floor } a score is provisional and has no colour
why-held = On target by its score, held at { $status } by { $names }
why-line = **{ $name } { $score }** { $status }: { $work }
why-work = { $formula } = { $result }
why-work-held = { $formula } = { $result }, held at { $end }
why-inside = within { $range }, so 10
why-best = it reaches { $target }, and nothing beats that, so 10
why-yes = yes, so 10
why-no = no, so 0
why-value = value { $value }
why-target = target { $target }
why-target-override = target { $target }, for this period only
why-red = red flag { $red }
why-red-assumed = red flag { $red }, *assumed*
why-to-date = to date, counted when the period is over
why-made = { $how } { $all } { $kind }
why-made-without = { $how } { $have } of { $all } { $kind }, without { $missing }
why-kinds-week = weeks
why-kinds-month = months
why-kinds-quarter = quarters
why-kinds-year = years
why-how-sum = the sum of
why-how-average = the average of
why-how-last = the last of
why-how-minimum = the smallest of
why-how-maximum = the largest of
why-how-computed = computed from what was read over
why-computed = computed as `{ $formula }`
why-formula = Its formula: `{ $formula }`
why-yearly = Its target is part of { $total } for { $year }, { $phasing }
why-part-not-applicable = not applicable: { $reason }
why-part-out = not counted
why-value-made = Value: { $work }
why-target-made = Target: { $work }
why-red-made = Red flag: { $work }
why-together = { $how } these: { $total }
why-blank = **{ $name }** ⚪ no value yet, so it is left out
why-lack = **{ $name }** ⚪ left out: { $why }
why-not-applicable = **{ $name }** ➖ not applicable, so it is left out: { $reason }
why-unscored = **{ $name }** ▫️ { $value }: no target, so it is left out
why-absent = **{ $name }** does not count in { $period }: it was added later, or that has not begun
why-fed = **{ $name } { $score }** { $status } comes from { $from }
why-fed-no-score = **{ $name }** { $sign } no score from { $from }
why-above = ↑ counts with { $weight } of { $all } in **{ $name } { $score }** { $status }
why-above-out = ↑ is left out of **{ $name }**
why-private = a private scorecard
why-select = Look at one step
why-button = Why?
why-button-up = ↑ { $name }
