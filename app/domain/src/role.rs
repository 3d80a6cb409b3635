//! Who may do what: every kind of actor against every action, as one pure table. What the table
//! does not allow is refused.

use serde::{Deserialize, Serialize};

use crate::Unfit;

mod actor;
mod table;
#[cfg(test)]
mod tests;

pub use actor::ActorKind;
pub use table::allows;

/// Declares an enumeration whose values have a stored code and a complete list.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in the order it is listed and offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that is stored and that a form sends.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code.
            ///
            /// # Errors
            /// [`Unfit::NotOffered`] for a code that is not in the list.
            pub fn parse(code: &str) -> Result<Self, Unfit> {
                Self::ALL.iter().copied().find(|one| one.code() == code).ok_or(Unfit::NotOffered)
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// What a colleague works as. Somebody holds several and works as one at a time.
    Role {
        /// The front desk: finds, registers and receives visitors.
        Reception = "reception",
        /// Holds the first talk in a room.
        Intake = "intake",
        /// Works for one of the services in the house.
        Service = "service",
        /// Leads a peer group or training.
        Facilitator = "facilitator",
        /// Keeps the deadlines and the one plan of a family.
        Coordinator = "coordinator",
        /// Sets the house up; reads no file.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether everybody who manages the house is told when somebody gets it: who has one of these can
    /// let something happen that takes two people.
    #[must_use]
    pub const fn is_announced(self) -> bool {
        matches!(self, Self::Administrator | Self::Coordinator)
    }
}

coded! {
    /// What somebody wants to do. One action is one line of the table and one word in the audit trail.
    Action {
        /// See who is in the house, by token and place only.
        ShowBoard = "show_board",
        /// Look a person up by what she says.
        FindPerson = "find_person",
        /// Say why one looked many people up.
        ExplainSearches = "explain_searches",
        /// See who looked many people up, and why.
        ShowSearches = "show_searches",
        /// Say that one has looked into it.
        ReviewSearches = "review_searches",
        /// Set how many searches an hour are nothing special.
        SetSearchBudget = "set_search_budget",
        /// Write a new person down.
        RegisterPerson = "register_person",
        /// See a person's name, language and safe contact.
        ShowPerson = "show_person",
        /// Correct a person's name, birth date, language or safe contact.
        CorrectPerson = "correct_person",
        /// Receive somebody.
        CheckIn = "check_in",
        /// See whose visit it is.
        RevealVisit = "reveal_visit",
        /// Say where a visitor is now, and with which service.
        MoveVisit = "move_visit",
        /// Say whose visit it is, afterwards.
        LinkVisit = "link_visit",
        /// Put right why somebody came, for which service, or the remark.
        CorrectVisit = "correct_visit",
        /// Say that a visitor has left.
        CheckOut = "check_out",
        /// Take the last step of a visit back; whoever may do the step may.
        UndoVisit = "undo_visit",
        /// Say that somebody is still in the house after closing time.
        NoteStay = "note_stay",
        /// See who is on duty now, to call that colleague to the desk.
        CallDuty = "call_duty",
        /// Say that the colleague on duty is with a minor who came alone.
        MeetMinor = "meet_minor",
        /// Keep what was typed until it is shown again.
        KeepDraft = "keep_draft",
        /// Keep a browser's session: begin it, recognise it, note its last sign of life.
        KeepSession = "keep_session",
        /// Prove who one is.
        SignIn = "sign_in",
        /// Leave.
        SignOut = "sign_out",
        /// Lock the screen.
        Lock = "lock",
        /// Open a locked screen with a PIN.
        Unlock = "unlock",
        /// Prove once more who one is, before what is delicate.
        StepUp = "step_up",
        /// See one's own account: name, roles, language.
        ShowAccount = "show_account",
        /// Change the role that is worn.
        SwitchRole = "switch_role",
        /// Enrol a computer of the desk for quick unlocking.
        EnrolWorkstation = "enrol_workstation",
        /// Set one's own unlocking PIN.
        SetPin = "set_pin",
        /// Read a file of people in.
        ImportPeople = "import_people",
        /// Ask for a file of all people, and take it once it is released.
        ExportPeople = "export_people",
        /// Let out a file of people that a colleague asked for.
        ReleaseExport = "release_export",
        /// Write a file of people that was released.
        WriteExport = "write_export",
        /// Give somebody an account.
        AddUser = "add_user",
        /// See how the house is set up.
        ShowSetup = "show_setup",
        /// Change what the centre is called and how it is reached.
        SetCentre = "set_centre",
        /// Change which organisations and services work in the house.
        SetPartners = "set_partners",
        /// Change the rooms.
        SetRooms = "set_rooms",
        /// Change the opening hours and the days that are not as others.
        SetHours = "set_hours",
        /// Change the texts of the house and the languages of its desk.
        SetTexts = "set_texts",
        /// Change who is on duty when.
        SetRoster = "set_roster",
        /// Change how long what is kept.
        SetRetention = "set_retention",
        /// See what everybody may know of a centre: its number, hours, languages and welcome.
        ShowPortal = "show_portal",
        /// See whether somebody is on duty now, by account and not by name.
        ShowDuty = "show_duty",
        /// Found a house, or a centre in it.
        FoundHouse = "found_house",
        /// See who works in the house, and as what.
        ShowColleagues = "show_colleagues",
        /// Change what a colleague may work as.
        ChangeRoles = "change_roles",
        /// Say that one has seen who got a role that reaches far.
        SeeRoleNotices = "see_role_notices",
        /// Let a colleague choose new proofs.
        ResetColleague = "reset_colleague",
        /// Be the second person who lets a colleague choose a new second factor.
        ReleaseReset = "release_reset",
        /// End the account of somebody who leaves.
        EndAccount = "end_account",
        /// Choose one's proofs with a code on paper.
        Join = "join",
        /// Choose another pass-phrase for oneself.
        ChangePassphrase = "change_passphrase",
        /// Make new recovery codes for oneself.
        RenewCodes = "renew_codes",
        /// Add a passkey to one's own account.
        AddPasskey = "add_passkey",
        /// Remove a passkey from one's own account.
        RemovePasskey = "remove_passkey",
        /// End one's own session elsewhere.
        EndSession = "end_session",
        /// See which colleague must not see whom.
        ShowDenials = "show_denials",
        /// Keep a person from a colleague.
        SetDenial = "set_denial",
        /// Let a colleague see a person again.
        LiftDenial = "lift_denial",
        /// See which records may be one person, two of them side by side, and what was said of them.
        ShowPairs = "show_pairs",
        /// Say that two records are one person.
        JoinRecords = "join_records",
        /// Say that two records are two people, or take back what was said of two.
        PartRecords = "part_records",
        /// Join or part records of which one is kept from a colleague and the other is not.
        JoinKeptApart = "join_kept_apart",
        /// Write down that somebody asks to be erased.
        NoteErasure = "note_erasure",
        /// See who is to be erased, and what would go.
        ShowErasures = "show_erasures",
        /// Ask a colleague to let an erasure happen.
        AskErasure = "ask_erasure",
        /// Let an erasure happen that a colleague asked for.
        ReleaseErasure = "release_erasure",
        /// Refuse to erase somebody.
        RefuseErasure = "refuse_erasure",
        /// Give a request to be erased more time.
        ExtendErasure = "extend_erasure",
        /// Take a request to be erased back.
        WithdrawErasure = "withdraw_erasure",
        /// See on whom a hold is, and why.
        ShowHolds = "show_holds",
        /// Set a hold on a person, so that nothing of hers is erased.
        SetHold = "set_hold",
        /// Let a hold on a person last longer.
        ProlongHold = "prolong_hold",
        /// End a hold on a person.
        EndHold = "end_hold",
        /// Destroy the keys of what was erased.
        FinishErasure = "finish_erasure",
        /// See how many visits lose their person because their time is over.
        ShowUnlinkings = "show_unlinkings",
        /// Ask a colleague to let visits lose their person.
        AskUnlinking = "ask_unlinking",
        /// Let visits lose their person, as a colleague asked.
        ReleaseUnlinking = "release_unlinking",
        /// Take back that visits are to lose their person.
        WithdrawUnlinking = "withdraw_unlinking",
        /// See what goes next month, and by which period.
        ShowRetentionPlan = "show_retention_plan",
        /// Find out whose time in the house is over.
        ProposeErasures = "propose_erasures",
        /// Make the demo centre.
        MakeDemo = "make_demo",
        /// Check the audit trail.
        VerifyAudit = "verify_audit",
        /// Bring the keystore in step with the grants.
        Reconcile = "reconcile",
        /// Build the index of names in memory.
        BuildIndex = "build_index",
        /// Take figures about the program: counts and ages, about nobody.
        Measure = "measure",
        /// Remove what has expired.
        Sweep = "sweep",
        /// Make backups, put one back, and see that it can be.
        Backup = "backup",
        /// Set the mail server, try it, and decide about mail that was given up.
        SetMail = "set_mail",
        /// See whether mail goes out.
        WatchMail = "watch_mail",
        /// Send what waits in the outbox.
        SendMail = "send_mail",
        /// See how the backups stand.
        ShowBackup = "show_backup",
        /// Say when backups are made and how long they are kept.
        SetBackup = "set_backup",
    }
}
