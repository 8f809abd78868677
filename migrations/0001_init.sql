-- Instants (_at) are milliseconds since 1970 UTC, days (_on) are ISO dates, decimals are normalised text.
-- Every table carries server_id and repeats it in its foreign keys: nothing crosses between servers.

CREATE TABLE server (
    id             INTEGER PRIMARY KEY,               -- Discord's guild id
    name           TEXT    NOT NULL,
    owner_user_id  INTEGER,                           -- Discord's user id
    locale         TEXT    NOT NULL DEFAULT 'en-US',
    number_format  TEXT    NOT NULL DEFAULT 'unset' CHECK (number_format IN ('unset', '1,234.5', '1.234,5')),
    time_zone      TEXT    NOT NULL DEFAULT 'UTC',    -- of new scorecards
    fiscal_start   INTEGER NOT NULL DEFAULT 1 CHECK (fiscal_start BETWEEN 1 AND 12),
    admin_role_id  INTEGER,
    coverage_floor INTEGER NOT NULL DEFAULT 75 CHECK (coverage_floor BETWEEN 0 AND 100),
    alert_wait_s   INTEGER NOT NULL DEFAULT 60 CHECK (alert_wait_s BETWEEN 0 AND 3600),
    theme          TEXT    NOT NULL DEFAULT 'light' CHECK (theme IN ('light', 'dark')), -- of pictures in channels
    quiet_hours    TEXT,                              -- local hours in which nobody is written to: 20:00-07:00
    settings_by_id INTEGER,
    joined_at      INTEGER NOT NULL,
    left_at        INTEGER,
    names_version  INTEGER NOT NULL DEFAULT 0         -- raised by triggers with every change of a name or a place
) STRICT;

-- days that are no business days, beside Saturdays and Sundays
CREATE TABLE holiday (
    server_id INTEGER NOT NULL REFERENCES server (id),
    day_on    TEXT    NOT NULL,
    PRIMARY KEY (server_id, day_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id        INTEGER PRIMARY KEY,
    server_id INTEGER NOT NULL REFERENCES server (id),
    user_id   INTEGER,                                -- Discord's; null once forgotten
    name      TEXT    NOT NULL,
    locale    TEXT,
    direct_channel_id INTEGER,                        -- where direct messages to them go, once one was sent
    left_at   INTEGER,                                -- they are no longer in the server
    theme     TEXT CHECK (theme IN ('light', 'dark')), -- of pictures for them; null: the server's
    UNIQUE (server_id, id),
    UNIQUE (server_id, user_id)
) STRICT;
CREATE INDEX person_by_user ON person (user_id);
CREATE INDEX person_left ON person (server_id) WHERE left_at IS NOT NULL;

-- when somebody is away, in days of the server's time zone, and whom they named for that time
CREATE TABLE away (
    server_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    from_on   TEXT    NOT NULL,
    until_on  TEXT    NOT NULL,                       -- the last day
    deputy_id INTEGER,
    begun     INTEGER NOT NULL DEFAULT 0,             -- it holds at present
    PRIMARY KEY (server_id, person_id),
    FOREIGN KEY (server_id, person_id) REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, deputy_id) REFERENCES person (server_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE scorecard (
    id            INTEGER PRIMARY KEY,
    server_id     INTEGER NOT NULL REFERENCES server (id),
    name          TEXT    NOT NULL,
    name_folded   TEXT    NOT NULL,
    level         TEXT    NOT NULL,
    vision        TEXT,
    mission       TEXT,
    channel_id    INTEGER,
    manager_id    INTEGER NOT NULL,
    sponsor_id    INTEGER,
    time_zone     TEXT    NOT NULL,
    fiscal_start  INTEGER NOT NULL CHECK (fiscal_start BETWEEN 1 AND 12),
    review_cycle  TEXT    NOT NULL,
    cycle_rules   TEXT,                               -- JSON; null: the defaults of the review cycle
    cap_red       INTEGER NOT NULL DEFAULT 1,
    red_note      TEXT    NOT NULL DEFAULT 'optional' CHECK (red_note IN ('optional', 'required')),
    parent_id     INTEGER,
    visibility    TEXT    NOT NULL DEFAULT 'open' CHECK (visibility IN ('open', 'private')),
    person_id     INTEGER,                            -- whose card it is, where it is an individual's
    created_at    INTEGER NOT NULL,
    archived_at   INTEGER,
    next_step_at  INTEGER,                            -- when the review cycle has something to do next
    UNIQUE (server_id, id),
    FOREIGN KEY (server_id, manager_id) REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, sponsor_id) REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, person_id)  REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, parent_id)  REFERENCES scorecard (server_id, id)
) STRICT;
CREATE UNIQUE INDEX scorecard_by_name ON scorecard (server_id, name_folded) WHERE archived_at IS NULL;
CREATE INDEX scorecard_by_next_step ON scorecard (next_step_at) WHERE archived_at IS NULL;
CREATE INDEX scorecard_by_parent ON scorecard (server_id, parent_id);
CREATE INDEX scorecard_by_channel ON scorecard (server_id, channel_id);
CREATE INDEX scorecard_private ON scorecard (server_id) WHERE visibility = 'private';

-- who may read a private scorecard, beside those who have a part in it: a person, or Discord's id of a role
CREATE TABLE scorecard_reader (
    server_id    INTEGER NOT NULL,
    scorecard_id INTEGER NOT NULL,
    person_id    INTEGER,
    role_id      INTEGER,
    CHECK ((person_id IS NULL) <> (role_id IS NULL)),
    UNIQUE (server_id, scorecard_id, person_id),
    UNIQUE (server_id, scorecard_id, role_id),
    FOREIGN KEY (server_id, scorecard_id) REFERENCES scorecard (server_id, id),
    FOREIGN KEY (server_id, person_id)    REFERENCES person (server_id, id)
) STRICT;

CREATE TABLE perspective (
    id           INTEGER PRIMARY KEY,
    server_id    INTEGER NOT NULL,
    scorecard_id INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    name_folded  TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    archived_on  TEXT,                                 -- from that day on it is out of use
    UNIQUE (server_id, id),
    FOREIGN KEY (server_id, scorecard_id) REFERENCES scorecard (server_id, id)
) STRICT;
CREATE UNIQUE INDEX perspective_by_name ON perspective (server_id, scorecard_id, name_folded) WHERE archived_on IS NULL;
CREATE INDEX perspective_by_scorecard ON perspective (server_id, scorecard_id);

CREATE TABLE perspective_weight (
    server_id      INTEGER NOT NULL,
    perspective_id INTEGER NOT NULL,
    valid_from_on  TEXT    NOT NULL,
    weight         TEXT    NOT NULL,
    PRIMARY KEY (server_id, perspective_id, valid_from_on),
    FOREIGN KEY (server_id, perspective_id) REFERENCES perspective (server_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective (
    id             INTEGER PRIMARY KEY,
    server_id      INTEGER NOT NULL,
    perspective_id INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    name_folded    TEXT    NOT NULL,
    description    TEXT,
    owner_id       INTEGER,
    position       INTEGER NOT NULL,
    archived_on    TEXT,                                 -- from that day on it is out of use
    UNIQUE (server_id, id),
    FOREIGN KEY (server_id, perspective_id) REFERENCES perspective (server_id, id),
    FOREIGN KEY (server_id, owner_id) REFERENCES person (server_id, id)
) STRICT;
CREATE UNIQUE INDEX objective_by_name ON objective (server_id, perspective_id, name_folded) WHERE archived_on IS NULL;
CREATE INDEX objective_by_perspective ON objective (server_id, perspective_id);
CREATE INDEX objective_by_own_name ON objective (server_id, name_folded);

CREATE TABLE objective_weight (
    server_id     INTEGER NOT NULL,
    objective_id  INTEGER NOT NULL,
    valid_from_on TEXT    NOT NULL,
    weight        TEXT    NOT NULL,
    PRIMARY KEY (server_id, objective_id, valid_from_on),
    FOREIGN KEY (server_id, objective_id) REFERENCES objective (server_id, id)
) STRICT, WITHOUT ROWID;

-- cause → effect: one arrow of the strategy map
CREATE TABLE objective_drive (
    server_id   INTEGER NOT NULL,
    cause_id    INTEGER NOT NULL,
    effect_id   INTEGER NOT NULL,
    lag_periods INTEGER NOT NULL DEFAULT 0 CHECK (lag_periods BETWEEN 0 AND 60),
    PRIMARY KEY (server_id, cause_id, effect_id),
    CHECK (cause_id <> effect_id),
    FOREIGN KEY (server_id, cause_id)  REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, effect_id) REFERENCES objective (server_id, id)
) STRICT, WITHOUT ROWID;

-- an objective of a scorecard below → one of a scorecard above: an input of it, with a weight from a day on
CREATE TABLE objective_feed (
    server_id     INTEGER NOT NULL,
    fed_id        INTEGER NOT NULL,
    source_id     INTEGER NOT NULL,
    valid_from_on TEXT    NOT NULL,
    weight        TEXT,                                 -- null: it feeds no more
    PRIMARY KEY (server_id, fed_id, source_id, valid_from_on),
    CHECK (fed_id <> source_id),
    FOREIGN KEY (server_id, fed_id)    REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, source_id) REFERENCES objective (server_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX objective_feed_by_source ON objective_feed (server_id, source_id);

CREATE TABLE kpi (
    id            INTEGER PRIMARY KEY,
    server_id     INTEGER NOT NULL REFERENCES server (id),
    key           TEXT    NOT NULL,
    key_folded    TEXT    NOT NULL,
    name          TEXT    NOT NULL,
    name_folded   TEXT    NOT NULL,
    unit          TEXT    NOT NULL,
    direction     TEXT    NOT NULL CHECK (direction IN ('higher', 'lower', 'range', 'yes-no')),
    indicator     TEXT    NOT NULL CHECK (indicator IN ('leading', 'lagging')),
    frequency     TEXT    NOT NULL CHECK (frequency IN ('weekly', 'monthly', 'quarterly', 'yearly')),
    aggregation   TEXT    NOT NULL,
    decimals      INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 10),
    baseline      TEXT,
    best_possible INTEGER NOT NULL DEFAULT 0,
    carry_forward INTEGER NOT NULL DEFAULT 0,         -- a period without a value counts with the last one before it
    entered_ytd   INTEGER NOT NULL DEFAULT 0,         -- entered as the fiscal year's total, stored as differences
    available_on  INTEGER CHECK (available_on BETWEEN 2 AND 366), -- day after the period's end; null: the first
    created_on    TEXT    NOT NULL,
    UNIQUE (server_id, id),
    UNIQUE (server_id, key_folded)
) STRICT;
CREATE INDEX kpi_by_name ON kpi (server_id, name_folded);

-- what a KPI is computed by, from a period on; none: it is entered again
CREATE TABLE kpi_formula (
    server_id     INTEGER NOT NULL,
    kpi_id        INTEGER NOT NULL,
    valid_from_on TEXT    NOT NULL,                   -- first day of the first period it holds for; 0001-01-01: always
    formula       TEXT,                               -- with rows for keys: #12 / #15 * 100
    set_by_id     INTEGER NOT NULL,
    set_at        INTEGER NOT NULL,
    PRIMARY KEY (server_id, kpi_id, valid_from_on),
    FOREIGN KEY (server_id, kpi_id)    REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, set_by_id) REFERENCES person (server_id, id)
) STRICT, WITHOUT ROWID;

-- the KPIs that a formula reads
CREATE TABLE kpi_formula_input (
    server_id     INTEGER NOT NULL,
    kpi_id        INTEGER NOT NULL,
    valid_from_on TEXT    NOT NULL,
    input_id      INTEGER NOT NULL,
    PRIMARY KEY (server_id, kpi_id, valid_from_on, input_id),
    FOREIGN KEY (server_id, kpi_id, valid_from_on) REFERENCES kpi_formula (server_id, kpi_id, valid_from_on),
    FOREIGN KEY (server_id, input_id) REFERENCES kpi (server_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kpi_formula_input_by_input ON kpi_formula_input (server_id, input_id);

-- where a KPI stands, whose it is and what it weighs, from a day on
CREATE TABLE kpi_place (
    server_id     INTEGER NOT NULL,
    kpi_id        INTEGER NOT NULL,
    valid_from_on TEXT    NOT NULL,
    objective_id  INTEGER NOT NULL,
    owner_id      INTEGER,
    deputy_id     INTEGER,
    weight        TEXT    NOT NULL,
    archived      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (server_id, kpi_id, valid_from_on),
    FOREIGN KEY (server_id, kpi_id)       REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, objective_id) REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, owner_id)     REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, deputy_id)    REFERENCES person (server_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kpi_place_by_objective ON kpi_place (server_id, objective_id);
CREATE INDEX kpi_place_by_owner ON kpi_place (server_id, owner_id);
CREATE INDEX kpi_place_by_deputy ON kpi_place (server_id, deputy_id);

-- the people who may read a scorecard should it be private: manager, sponsor, whose card it is, whom its manager named,
-- and who answers for a KPI in it at present
CREATE VIEW scorecard_part (server_id, scorecard_id, person_id) AS
    SELECT server_id, id, manager_id FROM scorecard
    UNION ALL SELECT server_id, id, sponsor_id FROM scorecard WHERE sponsor_id IS NOT NULL
    UNION ALL SELECT server_id, id, person_id FROM scorecard WHERE person_id IS NOT NULL
    UNION ALL SELECT server_id, scorecard_id, person_id FROM scorecard_reader WHERE person_id IS NOT NULL
    UNION ALL
    SELECT p.server_id, p.scorecard_id, l.owner_id FROM perspective AS p
    CROSS JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
    CROSS JOIN kpi_place AS l INDEXED BY kpi_place_by_objective ON l.server_id = o.server_id AND l.objective_id = o.id
    WHERE l.owner_id IS NOT NULL AND l.archived = 0
      AND l.valid_from_on = (SELECT max(valid_from_on) FROM kpi_place AS latest
                             WHERE latest.server_id = l.server_id AND latest.kpi_id = l.kpi_id)
    UNION ALL
    SELECT p.server_id, p.scorecard_id, l.deputy_id FROM perspective AS p
    CROSS JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
    CROSS JOIN kpi_place AS l INDEXED BY kpi_place_by_objective ON l.server_id = o.server_id AND l.objective_id = o.id
    WHERE l.deputy_id IS NOT NULL AND l.archived = 0
      AND l.valid_from_on = (SELECT max(valid_from_on) FROM kpi_place AS latest
                             WHERE latest.server_id = l.server_id AND latest.kpi_id = l.kpi_id);

-- that a number of a private scorecard is used in another one, by the word of whoever decides about the private one
CREATE TABLE consent (
    server_id    INTEGER NOT NULL,
    objective_id INTEGER,                             -- exactly one …
    kpi_id       INTEGER,                             -- … of the two
    into_id      INTEGER NOT NULL,                    -- the scorecard in which it is used
    by_id        INTEGER NOT NULL,
    given_at     INTEGER NOT NULL,
    CHECK ((objective_id IS NULL) <> (kpi_id IS NULL)),
    UNIQUE (server_id, objective_id, into_id),
    UNIQUE (server_id, kpi_id, into_id),
    FOREIGN KEY (server_id, objective_id) REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, kpi_id)       REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, into_id)      REFERENCES scorecard (server_id, id),
    FOREIGN KEY (server_id, by_id)        REFERENCES person (server_id, id)
) STRICT;

-- one row a revision: the highest is what holds, unless it takes the target back; nothing is overwritten
CREATE TABLE target (
    server_id     INTEGER NOT NULL,
    kpi_id        INTEGER NOT NULL,
    valid_from_on TEXT    NOT NULL,                   -- first day of the first period it holds for; 0001-01-01: always
    span          TEXT    NOT NULL CHECK (span IN ('onwards', 'override')),
    revision      INTEGER NOT NULL,
    target        TEXT,
    red_flag      TEXT,
    target_low    TEXT,
    target_high   TEXT,
    red_low       TEXT,
    red_high      TEXT,
    removed       INTEGER NOT NULL DEFAULT 0,         -- what was set there before holds no more
    reason        TEXT,                               -- why, where it changes a period that was over
    set_by_id     INTEGER NOT NULL,
    set_at        INTEGER NOT NULL,
    PRIMARY KEY (server_id, kpi_id, valid_from_on, span, revision),
    FOREIGN KEY (server_id, kpi_id)    REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, set_by_id) REFERENCES person (server_id, id)
) STRICT, WITHOUT ROWID;

-- the total of a fiscal year that its periods' targets were made from; one row a revision, the highest holds
CREATE TABLE yearly_target (
    server_id INTEGER NOT NULL,
    kpi_id    INTEGER NOT NULL,
    year_on   TEXT    NOT NULL,                       -- first day of the fiscal year
    revision  INTEGER NOT NULL,
    total     TEXT    NOT NULL,
    red_flag  TEXT,
    phasing   TEXT    NOT NULL CHECK (phasing IN ('evenly', 'like last year', 'by a list')),
    reason    TEXT,
    set_by_id INTEGER NOT NULL,
    set_at    INTEGER NOT NULL,
    PRIMARY KEY (server_id, kpi_id, year_on, revision),
    FOREIGN KEY (server_id, kpi_id)    REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, set_by_id) REFERENCES person (server_id, id)
) STRICT, WITHOUT ROWID;

-- one row a revision: the highest is what holds; nothing is overwritten
CREATE TABLE actual (
    server_id     INTEGER NOT NULL,
    kpi_id        INTEGER NOT NULL,
    first_day_on  TEXT    NOT NULL,                   -- of the period; its kind is the KPI's frequency
    revision      INTEGER NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('number', 'not-applicable', 'blank')),
    value         TEXT,
    reason        TEXT,                               -- why it is not applicable
    note          TEXT,
    author_id     INTEGER NOT NULL,
    source        TEXT    NOT NULL CHECK (source IN ('command', 'form', 'same as last', 'import', 'formula', 'undo')),
    entered_at    INTEGER NOT NULL,
    PRIMARY KEY (server_id, kpi_id, first_day_on, revision),
    CHECK ((state = 'number') = (value IS NOT NULL)),
    FOREIGN KEY (server_id, kpi_id)    REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, author_id) REFERENCES person (server_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
    id           INTEGER PRIMARY KEY,
    server_id    INTEGER NOT NULL,
    scorecard_id INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    first_day_on TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('collecting', 'in review', 'closed')),
    opened_at    INTEGER NOT NULL,
    closed_at    INTEGER,
    reopened_at  INTEGER,                             -- last, after a close
    published    TEXT,                                -- the summary as it stood at the close (versioned JSON)
    UNIQUE (server_id, id),
    UNIQUE (server_id, scorecard_id, kind, first_day_on),
    FOREIGN KEY (server_id, scorecard_id) REFERENCES scorecard (server_id, id)
) STRICT;

-- what a review decided: open until it is closed
CREATE TABLE decision (
    id            INTEGER PRIMARY KEY,
    server_id     INTEGER NOT NULL,
    scorecard_id  INTEGER NOT NULL,
    review_id     INTEGER,                            -- null: before the first review opened
    kpi_id        INTEGER,                            -- what it is about, if anything …
    objective_id  INTEGER,                            -- … at most one of the two
    text          TEXT    NOT NULL,
    owner_id      INTEGER,
    due_on        TEXT,
    decided_by_id INTEGER NOT NULL,
    decided_at    INTEGER NOT NULL,
    closed_by_id  INTEGER,
    closed_at     INTEGER,
    outcome       TEXT,
    UNIQUE (server_id, id),
    CHECK (kpi_id IS NULL OR objective_id IS NULL),
    CHECK ((closed_by_id IS NULL) = (closed_at IS NULL)),
    FOREIGN KEY (server_id, scorecard_id)  REFERENCES scorecard (server_id, id),
    FOREIGN KEY (server_id, review_id)     REFERENCES review (server_id, id),
    FOREIGN KEY (server_id, kpi_id)        REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, objective_id)  REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, owner_id)      REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, decided_by_id) REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, closed_by_id)  REFERENCES person (server_id, id)
) STRICT;
CREATE INDEX decision_open ON decision (server_id, scorecard_id) WHERE closed_at IS NULL;
CREATE INDEX decision_by_scorecard ON decision (server_id, scorecard_id);
CREATE INDEX decision_by_review ON decision (server_id, review_id);

-- what changed the numbers of a review after its close: a KPI's value or target, or how it is judged; the published ones
-- stay
CREATE TABLE review_restatement (
    id        INTEGER PRIMARY KEY,
    server_id INTEGER NOT NULL,
    review_id INTEGER NOT NULL,
    kpi_id    INTEGER NOT NULL,
    below_id  INTEGER,                                -- the scorecard that feeds the review's, where the KPI stands there
    cause     TEXT    NOT NULL CHECK (cause IN ('changed', 'late', 'taken back')),
    reason    TEXT,                                   -- why, where it was changed on purpose
    by_id     INTEGER NOT NULL,
    made_at   INTEGER NOT NULL,
    FOREIGN KEY (server_id, review_id) REFERENCES review (server_id, id),
    FOREIGN KEY (server_id, kpi_id)    REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, below_id)  REFERENCES scorecard (server_id, id),
    FOREIGN KEY (server_id, by_id)     REFERENCES person (server_id, id)
) STRICT;
CREATE INDEX review_restatement_by_review ON review_restatement (server_id, review_id);

-- which rungs of the cycle are behind a review, said or skipped with a reason
CREATE TABLE review_step (
    server_id INTEGER NOT NULL,
    review_id INTEGER NOT NULL,
    step      TEXT    NOT NULL,
    done_at   INTEGER NOT NULL,
    skipped   TEXT,
    PRIMARY KEY (server_id, review_id, step),
    FOREIGN KEY (server_id, review_id) REFERENCES review (server_id, id)
) STRICT, WITHOUT ROWID;

-- the same for values that become known some days later, which are asked for from then on
CREATE TABLE review_later_step (
    server_id   INTEGER NOT NULL,
    review_id   INTEGER NOT NULL,
    known_after INTEGER NOT NULL CHECK (known_after > 0), -- days after the first one that follows the period
    step        TEXT    NOT NULL,
    done_at     INTEGER NOT NULL,
    skipped     TEXT,
    PRIMARY KEY (server_id, review_id, known_after, step),
    FOREIGN KEY (server_id, review_id) REFERENCES review (server_id, id)
) STRICT, WITHOUT ROWID;

-- the outbox: one thing to say to one person or channel, once. It is to be delivered while wanted > said, and what was
-- said before is edited.
CREATE TABLE notice (
    id                 INTEGER PRIMARY KEY,
    server_id          INTEGER NOT NULL REFERENCES server (id),
    key                TEXT    NOT NULL,
    kind               TEXT    NOT NULL,
    person_id          INTEGER,                       -- a direct message …
    channel_id         INTEGER,                       -- … or a channel, exactly one of the two
    scorecard_id       INTEGER,                       -- whose team channel it is, where it is one
    payload            TEXT    NOT NULL,              -- versioned JSON
    wanted             INTEGER NOT NULL DEFAULT 1,    -- how often its content was decided
    said               INTEGER NOT NULL DEFAULT 0,    -- which of these people see
    due_at             INTEGER NOT NULL,              -- not before
    useful_until_at    INTEGER,                       -- from then on it is pointless, unless it was said before
    retry_at           INTEGER,                       -- after a failure, not before
    lease_until_at     INTEGER,                       -- being delivered until then, or by a process that is gone
    attempt            TEXT,                          -- fingerprint of what was sent without a known outcome
    attempts           INTEGER NOT NULL DEFAULT 0,
    message_channel_id INTEGER,
    message_id         INTEGER,
    said_at            INTEGER,                       -- first
    last_said_at       INTEGER,                       -- as it is now
    ended              TEXT CHECK (ended IN ('skipped', 'parked')),
    reason             TEXT,                          -- of the last failure, or of the end
    created_at         INTEGER NOT NULL,
    UNIQUE (server_id, id),
    UNIQUE (server_id, key),
    CHECK ((person_id IS NULL) <> (channel_id IS NULL)),
    FOREIGN KEY (server_id, person_id) REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, scorecard_id) REFERENCES scorecard (server_id, id)
) STRICT;
CREATE INDEX notice_by_due ON notice (due_at) WHERE wanted > said AND ended IS NULL;
CREATE INDEX notice_by_message ON notice (message_channel_id, message_id) WHERE message_id IS NOT NULL;

-- a channel that takes no messages: what is to be said there waits until it is mended
CREATE TABLE channel_trouble (
    server_id  INTEGER NOT NULL REFERENCES server (id),
    channel_id INTEGER NOT NULL,
    since_at   INTEGER NOT NULL,
    retry_at   INTEGER NOT NULL,                      -- tried again then, or when the server changes
    PRIMARY KEY (server_id, channel_id)
) STRICT, WITHOUT ROWID;

-- who was asked for what, when, by which notice
CREATE TABLE ask (
    server_id    INTEGER NOT NULL,
    kpi_id       INTEGER NOT NULL,
    first_day_on TEXT    NOT NULL,
    rung         TEXT    NOT NULL CHECK (rung IN ('prompt', 'before', 'remind', 'overdue', 'deputy', 'manager')),
    person_id    INTEGER NOT NULL,
    review_id    INTEGER NOT NULL,
    notice_id    INTEGER NOT NULL,
    asked_at     INTEGER NOT NULL,
    PRIMARY KEY (server_id, kpi_id, first_day_on, rung, person_id, notice_id),
    FOREIGN KEY (server_id, kpi_id)    REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, person_id) REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, review_id) REFERENCES review (server_id, id),
    FOREIGN KEY (server_id, notice_id) REFERENCES notice (server_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ask_by_notice ON ask (server_id, notice_id);
CREATE INDEX ask_by_person ON ask (server_id, person_id);

CREATE TABLE alert (
    id             INTEGER PRIMARY KEY,
    server_id      INTEGER NOT NULL,
    kind           TEXT    NOT NULL CHECK (kind IN ('off target', 'missing', 'off pace', 'hypothesis')),
    kpi_id         INTEGER,                           -- what it is about …
    cause_id       INTEGER,                           -- … or the link of the strategy map that does not hold
    effect_id      INTEGER,
    first_day_on   TEXT    NOT NULL,                  -- the period in which it slipped
    state          TEXT    NOT NULL CHECK (state IN ('open', 'acknowledged', 'snoozed', 'resolved', 'withdrawn')),
    opened_at      INTEGER NOT NULL,
    ended_at       INTEGER,
    notice_id      INTEGER,
    answered_by_id INTEGER,
    comment        TEXT,
    until_on       TEXT,                              -- the day on which an answer ends by itself …
    wakes_at       INTEGER,                           -- … and that as an instant
    UNIQUE (server_id, id),
    CHECK ((kpi_id IS NULL) = (cause_id IS NOT NULL AND effect_id IS NOT NULL)),
    FOREIGN KEY (server_id, kpi_id)         REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, cause_id)       REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, effect_id)      REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, notice_id)      REFERENCES notice (server_id, id),
    FOREIGN KEY (server_id, answered_by_id) REFERENCES person (server_id, id)
) STRICT;
CREATE UNIQUE INDEX alert_open ON alert (server_id, kpi_id, kind)
    WHERE kpi_id IS NOT NULL AND state IN ('open', 'acknowledged', 'snoozed');
CREATE UNIQUE INDEX alert_open_link ON alert (server_id, cause_id, effect_id)
    WHERE cause_id IS NOT NULL AND state IN ('open', 'acknowledged', 'snoozed');
CREATE INDEX alert_by_kpi ON alert (server_id, kpi_id);
CREATE INDEX alert_by_waking ON alert (wakes_at) WHERE wakes_at IS NOT NULL;

-- what is done about a KPI or an objective
CREATE TABLE initiative (
    id           INTEGER PRIMARY KEY,
    server_id    INTEGER NOT NULL REFERENCES server (id),
    kpi_id       INTEGER,                             -- exactly one …
    objective_id INTEGER,                             -- … of the two
    name         TEXT    NOT NULL,
    name_folded  TEXT    NOT NULL,
    owner_id     INTEGER NOT NULL,
    start_on     TEXT,
    due_on       TEXT,
    budget       TEXT,
    spent        TEXT,
    money_unit   TEXT    NOT NULL DEFAULT '',         -- of both, as it was typed
    effect       TEXT,
    status       TEXT    NOT NULL CHECK (status IN ('planned', 'in progress', 'done', 'dropped')),
    percent      INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    remind_at    INTEGER,                             -- when its owner hears of its day next
    UNIQUE (server_id, id),
    CHECK ((kpi_id IS NULL) <> (objective_id IS NULL)),
    FOREIGN KEY (server_id, kpi_id)       REFERENCES kpi (server_id, id),
    FOREIGN KEY (server_id, objective_id) REFERENCES objective (server_id, id),
    FOREIGN KEY (server_id, owner_id)     REFERENCES person (server_id, id)
) STRICT;
CREATE INDEX initiative_by_kpi ON initiative (server_id, kpi_id);
CREATE INDEX initiative_by_objective ON initiative (server_id, objective_id);
CREATE INDEX initiative_by_owner ON initiative (server_id, owner_id, due_on);
CREATE INDEX initiative_by_name ON initiative (server_id, name_folded);
CREATE INDEX initiative_by_reminder ON initiative (remind_at) WHERE remind_at IS NOT NULL;

CREATE TABLE initiative_milestone (
    server_id     INTEGER NOT NULL,
    initiative_id INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    due_on        TEXT,
    reached_on    TEXT,
    PRIMARY KEY (server_id, initiative_id, position),
    FOREIGN KEY (server_id, initiative_id) REFERENCES initiative (server_id, id)
) STRICT, WITHOUT ROWID;

-- what was said of an initiative, when and by whom; never changed itself
CREATE TABLE initiative_update (
    id            INTEGER PRIMARY KEY,
    server_id     INTEGER NOT NULL,
    initiative_id INTEGER NOT NULL,
    by_id         INTEGER NOT NULL,
    made_at       INTEGER NOT NULL,
    status        TEXT    NOT NULL,
    percent       INTEGER NOT NULL,
    note          TEXT,
    UNIQUE (server_id, id),
    FOREIGN KEY (server_id, initiative_id) REFERENCES initiative (server_id, id),
    FOREIGN KEY (server_id, by_id)         REFERENCES person (server_id, id)
) STRICT;
CREATE INDEX initiative_update_by_initiative ON initiative_update (server_id, initiative_id);

-- something that waits for a second press; AUTOINCREMENT, so that an old button never means a newer draft
CREATE TABLE draft (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    server_id  INTEGER NOT NULL,
    person_id  INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    payload    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    UNIQUE (server_id, id),
    FOREIGN KEY (server_id, person_id) REFERENCES person (server_id, id)
) STRICT;
CREATE INDEX draft_by_expiry ON draft (expires_at);

-- who changed what of structure, people, targets and settings, with the names as they were then; never changed itself
CREATE TABLE audit (
    id           INTEGER PRIMARY KEY,
    server_id    INTEGER NOT NULL REFERENCES server (id),
    changed_at   INTEGER NOT NULL,
    person_id    INTEGER NOT NULL,
    verb         TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    row_id       INTEGER,                             -- in the subject's table; null where there is only one
    name         TEXT    NOT NULL,
    scorecard_id INTEGER,                             -- who may see it may see this
    changes      TEXT    NOT NULL,                    -- fields old and new (versioned JSON)
    reason       TEXT,
    UNIQUE (server_id, id),
    FOREIGN KEY (server_id, person_id)    REFERENCES person (server_id, id),
    FOREIGN KEY (server_id, scorecard_id) REFERENCES scorecard (server_id, id)
) STRICT;
CREATE INDEX audit_by_time ON audit (server_id, changed_at);
CREATE INDEX audit_by_thing ON audit (server_id, subject, row_id);

-- What autocomplete keeps in memory belongs to a version: it is raised with every change of a name, a place or a right.
CREATE TRIGGER scorecard_is_new AFTER INSERT ON scorecard
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER scorecard_is_changed
AFTER UPDATE OF name, manager_id, sponsor_id, person_id, parent_id, visibility, archived_at ON scorecard
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER scorecard_reader_is_new AFTER INSERT ON scorecard_reader
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER scorecard_reader_is_gone AFTER DELETE ON scorecard_reader
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = old.server_id; END;
CREATE TRIGGER perspective_is_new AFTER INSERT ON perspective
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER perspective_is_changed AFTER UPDATE OF name, position, archived_on ON perspective
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER perspective_is_gone AFTER DELETE ON perspective
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = old.server_id; END;
CREATE TRIGGER objective_is_new AFTER INSERT ON objective
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER objective_is_changed AFTER UPDATE OF name, perspective_id, position, archived_on ON objective
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER kpi_is_new AFTER INSERT ON kpi
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER kpi_is_changed AFTER UPDATE OF key, name ON kpi
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER kpi_formula_is_new AFTER INSERT ON kpi_formula
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER kpi_formula_is_changed AFTER UPDATE ON kpi_formula
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER kpi_place_is_new AFTER INSERT ON kpi_place
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER kpi_place_is_changed AFTER UPDATE ON kpi_place
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = new.server_id; END;
CREATE TRIGGER kpi_place_is_gone AFTER DELETE ON kpi_place
BEGIN UPDATE server SET names_version = names_version + 1 WHERE id = old.server_id; END;

-- What the planner is told of a large server: every index begins with server_id, which alone leaves tens of thousands of
-- rows, and each further column narrows by a lot. Without it a scorecard's rows are looked for among all of its server's.
-- Whoever adds a table says the same of it.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat)
SELECT t.name, iif(i.origin = 'pk' AND t.wr, t.name, i.name),
       iif(i.partial, '10000 ', '1000000 ') || (SELECT group_concat(CASE
                          WHEN i."unique" AND c.seqno = (SELECT max(seqno) FROM pragma_index_info(i.name)) THEN 1
                          WHEN c.name = 'server_id' AND c.seqno = 0 THEN iif(i.partial, 200, 20000)
                          WHEN c.seqno < 2 THEN 20
                          ELSE 2
                      END, ' ') FROM pragma_index_info(i.name) AS c)
FROM pragma_table_list AS t JOIN pragma_index_list(t.name) AS i
WHERE t.schema = 'main' AND t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' AND substr(t.name, 1, 5) <> '_sqlx';
ANALYZE sqlite_schema;
