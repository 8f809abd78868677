//! What a scorecard is and what follows from it: pure, no clock, no database, no chat.
