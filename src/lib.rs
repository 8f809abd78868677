//! Keeps Balanced Scorecards alive in Discord.
