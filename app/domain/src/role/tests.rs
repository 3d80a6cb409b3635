//! What the table of roles must never allow, and that its codes read back.

use super::*;

#[test]
fn an_administrator_opens_no_file() {
    for action in [Action::FindPerson, Action::ShowPerson, Action::RevealVisit] {
        assert!(!allows(ActorKind::Staff(Role::Administrator), action));
    }
}

#[test]
fn the_public_site_keeps_drafts_and_shows_what_everybody_may_know() {
    for action in Action::ALL {
        let kept = matches!(action, Action::KeepDraft | Action::ShowPortal);
        assert_eq!(allows(ActorKind::Portal, *action), kept, "{action:?}");
    }
}

#[test]
fn codes_read_back() {
    for action in Action::ALL {
        assert_eq!(Action::parse(action.code()), Ok(*action));
    }
}
