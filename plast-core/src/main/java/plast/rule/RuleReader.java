package plast.rule;

import plast.rule.TrialRows.Reading;

/** What the expressions of one section can read: values of the rule, and those of trials as they are then. */
record RuleReader(RuleValues values, TrialRows rows, Reading reading) {}
