//! The table itself: a line for each deed, with who may do it.

use super::{Action, ActorKind, Role};

/// Whether an actor of this kind may do this at all. Which persons and rows it concerns is decided
/// after, by the use case; nothing here depends on data.
#[must_use]
pub const fn allows(kind: ActorKind, action: Action) -> bool {
    use Action as A;
    match kind {
        ActorKind::Staff(role) => staff_allows(role, action),
        ActorKind::Portal => matches!(action, A::KeepDraft | A::ShowPortal),
        ActorKind::Job => {
            matches!(
                action,
                A::Reconcile
                    | A::BuildIndex
                    | A::Measure
                    | A::Sweep
                    | A::KeepSession
                    | A::SignIn
                    | A::Unlock
                    | A::Backup
                    | A::SendMail
                    | A::ImportPeople
                    | A::WriteExport
                    | A::Join
                    | A::FinishErasure
                    | A::ProposeErasures
            )
        }
        ActorKind::Cli => {
            matches!(
                action,
                A::AddUser
                    | A::FoundHouse
                    | A::MakeDemo
                    | A::VerifyAudit
                    | A::Reconcile
                    | A::BuildIndex
                    | A::Backup
                    | A::ImportPeople
            )
        }
    }
}

#[expect(clippy::too_many_lines, reason = "a table has a line for each deed")]
const fn staff_allows(role: Role, action: Action) -> bool {
    use Action as A;
    match action {
        A::KeepDraft
        | A::SwitchRole
        | A::SetPin
        | A::SignIn
        | A::SignOut
        | A::Lock
        | A::Unlock
        | A::StepUp
        | A::ShowAccount
        | A::ShowDuty
        | A::ChangePassphrase
        | A::RenewCodes
        | A::AddPasskey
        | A::RemovePasskey
        | A::EndSession => true,
        A::EnrolWorkstation
        | A::AddUser
        | A::ImportPeople
        | A::ExportPeople
        | A::ShowSetup
        | A::SetCentre
        | A::SetPartners
        | A::SetRooms
        | A::SetHours
        | A::SetTexts
        | A::SetSearchBudget
        | A::SetRoster
        | A::SetRetention
        | A::ShowRetentionPlan
        | A::SetMail
        | A::ShowBackup
        | A::SetBackup
        | A::ShowColleagues
        | A::ChangeRoles
        | A::SeeRoleNotices
        | A::ResetColleague
        | A::EndAccount => matches!(role, Role::Administrator),
        A::WatchMail => matches!(role, Role::Reception | Role::Administrator),
        A::VerifyAudit
        | A::ReleaseExport
        | A::ReleaseReset
        | A::ShowDenials
        | A::ShowSearches
        | A::ReviewSearches
        | A::SetDenial
        | A::LiftDenial
        | A::ShowErasures
        | A::AskErasure
        | A::ReleaseErasure
        | A::RefuseErasure
        | A::ExtendErasure
        | A::WithdrawErasure
        | A::ShowHolds
        | A::SetHold
        | A::ProlongHold
        | A::EndHold
        | A::ShowUnlinkings
        | A::AskUnlinking
        | A::ReleaseUnlinking
        | A::WithdrawUnlinking => {
            matches!(role, Role::Coordinator | Role::Administrator)
        }
        A::NoteErasure => matches!(
            role,
            Role::Reception | Role::Intake | Role::Coordinator | Role::Administrator
        ),
        A::JoinKeptApart => matches!(role, Role::Coordinator),
        A::ShowBoard
        | A::CheckOut
        | A::MoveVisit
        | A::UndoVisit
        | A::NoteStay
        | A::CallDuty
        | A::MeetMinor
        | A::ShowPairs
        | A::JoinRecords
        | A::PartRecords => {
            matches!(role, Role::Reception | Role::Intake | Role::Coordinator)
        }
        A::FindPerson
        | A::ExplainSearches
        | A::RegisterPerson
        | A::ShowPerson
        | A::CorrectPerson
        | A::CheckIn
        | A::RevealVisit
        | A::LinkVisit
        | A::CorrectVisit => {
            matches!(role, Role::Reception | Role::Intake)
        }
        A::FoundHouse
        | A::MakeDemo
        | A::Reconcile
        | A::BuildIndex
        | A::Measure
        | A::Sweep
        | A::KeepSession
        | A::Backup
        | A::ShowPortal
        | A::SendMail
        | A::WriteExport
        | A::FinishErasure
        | A::ProposeErasures
        | A::Join => false,
    }
}
