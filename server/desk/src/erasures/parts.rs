//! Every table of both databases, and what becomes of it when somebody is erased. A test compares the
//! list with the schemas: a table that is not in it fails the test.

/// One part of what a person leaves, as a colleague is shown it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who she is and how she can be reached, with everything that stood there before.
    Record,
    /// Who may open what of her.
    Grants,
    /// Her visits: they stay for the figures, and are nobody's any more.
    Visits,
    /// What was noted about her visits.
    Remarks,
    /// Who must not see her.
    Denials,
    /// Which other records are said to be her, or not to be.
    Pairs,
    /// Requests to erase her, with who asked.
    Requests,
    /// Holds on her, with why.
    Holds,
    /// Letters about her.
    Letters,
    /// Keys of forms about her.
    Forms,
    /// What is typed at this moment: any of it may be about her.
    Drafts,
    /// Rows of files that were not written down: any of them may be hers.
    Rows,
    /// The keys of everything that was sealed about her, also in backups.
    Keys,
    /// Who did what when about her, by a pseudonym.
    Trail,
}

/// What becomes of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Her rows go, or what is hers in them.
    Goes(Part),
    /// Her rows stay, for the reason that is given.
    Stays(Option<Part>, &'static str),
    /// Nothing in it is about a visitor.
    Nobody,
}

/// A table and what becomes of it.
pub type Placed = (&'static str, Fate);

impl Part {
    /// Every part, in the order it is shown.
    pub const ALL: [Self; 14] = [
        Self::Record,
        Self::Grants,
        Self::Visits,
        Self::Remarks,
        Self::Denials,
        Self::Pairs,
        Self::Requests,
        Self::Holds,
        Self::Letters,
        Self::Forms,
        Self::Drafts,
        Self::Rows,
        Self::Keys,
        Self::Trail,
    ];

    /// The code of its words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Grants => "grants",
            Self::Visits => "visits",
            Self::Remarks => "remarks",
            Self::Denials => "denials",
            Self::Pairs => "pairs",
            Self::Requests => "requests",
            Self::Holds => "holds",
            Self::Letters => "letters",
            Self::Forms => "forms",
            Self::Drafts => "drafts",
            Self::Rows => "rows",
            Self::Keys => "keys",
            Self::Trail => "trail",
        }
    }

    /// Whether it is the same for everybody: any of it may be hers.
    #[must_use]
    pub const fn is_everybodys(self) -> bool {
        matches!(self, Self::Drafts | Self::Rows)
    }

    /// Whether it changes only when somebody changes something about her. The others change by
    /// themselves, or by being looked at, and do not count as a change.
    #[must_use]
    pub const fn is_hers(self) -> bool {
        matches!(
            self,
            Self::Record
                | Self::Grants
                | Self::Visits
                | Self::Remarks
                | Self::Denials
                | Self::Pairs
                | Self::Letters
        )
    }
}

/// Why the trail stays.
const TRAIL: &str = "what was done is accounted for; whom it concerned is a pseudonym";

/// Every table of the data and of the keystore.
pub const PLACES: &[Placed] = &[
    ("record", Fate::Goes(Part::Record)),
    ("key_grant", Fate::Goes(Part::Grants)),
    ("visit", Fate::Goes(Part::Visits)),
    ("denial", Fate::Goes(Part::Denials)),
    ("same_as", Fate::Goes(Part::Pairs)),
    ("erasure", Fate::Goes(Part::Requests)),
    ("hold", Fate::Goes(Part::Holds)),
    ("outbox", Fate::Goes(Part::Letters)),
    ("idempotency", Fate::Goes(Part::Forms)),
    ("form_draft", Fate::Goes(Part::Drafts)),
    ("import_run", Fate::Goes(Part::Rows)),
    ("import_fault", Fate::Goes(Part::Rows)),
    ("file_piece", Fate::Goes(Part::Rows)),
    ("data_key", Fate::Goes(Part::Keys)),
    ("key_wrap", Fate::Goes(Part::Keys)),
    ("key_end", Fate::Goes(Part::Keys)),
    ("audit", Fate::Stays(Some(Part::Trail), TRAIL)),
    ("audit_subject", Fate::Stays(Some(Part::Trail), TRAIL)),
    (
        "erasure_ledger",
        Fate::Stays(
            None,
            "a backup that is put back is told by it; it is a random number",
        ),
    ),
    (
        "change",
        Fate::Stays(
            None,
            "other processes hear by it; it is a random number, and passes",
        ),
    ),
    ("visit_step", Fate::Nobody),
    ("visit_counter", Fate::Nobody),
    ("occupancy", Fate::Nobody),
    ("pair_presence", Fate::Nobody),
    ("export_request", Fate::Nobody),
    ("unlinking", Fate::Nobody),
    ("role_notice", Fate::Nobody),
    ("installation", Fate::Nobody),
    ("centre", Fate::Nobody),
    ("organisation", Fate::Nobody),
    ("service", Fate::Nobody),
    ("room", Fate::Nobody),
    ("searches", Fate::Nobody),
    ("setting", Fate::Nobody),
    ("special_day", Fate::Nobody),
    ("duty", Fate::Nobody),
    ("retention", Fate::Nobody),
    ("staff", Fate::Nobody),
    ("staff_role", Fate::Nobody),
    ("credential", Fate::Nobody),
    ("workstation", Fate::Nobody),
    ("session", Fate::Nobody),
    ("attempt", Fate::Nobody),
    ("invite", Fate::Nobody),
    ("mail_server", Fate::Nobody),
    ("audit_chain", Fate::Nobody),
    ("backup_plan", Fate::Nobody),
    ("backup_run", Fate::Nobody),
    ("keystore", Fate::Nobody),
    ("root_wrap", Fate::Nobody),
    ("kek", Fate::Nobody),
    ("_sqlx_migrations", Fate::Nobody),
];
