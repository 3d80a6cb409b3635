//! What a failed use case looks like: absent and forbidden are one page, and the rest is a fault of
//! the program that the log tells.

use desk::audit::AuditError;
use desk::exports::ExportError;
use desk::imports::ImportError;
use desk::people::PersonError;
use desk::seal::SealError;
use desk::setup::SetupError;
use desk::visits::VisitError;

use crate::page::Page;

/// What a failed use case of people looks like.
pub fn person_failed(error: &PersonError) -> Page {
    match error {
        PersonError::Forbidden(_) | PersonError::NotFound => Page::missing(),
        PersonError::Seal(SealError::Sealed) => Page::sealed(),
        other => failed(other),
    }
}

/// What a failed use case of setting the house up looks like.
pub fn setup_failed(error: &SetupError) -> Page {
    match error {
        SetupError::Forbidden(_) | SetupError::NotFound => Page::missing(),
        SetupError::Seal(SealError::Sealed) => Page::sealed(),
        other => failed(other),
    }
}

/// What a failed use case of files of people looks like.
pub fn import_failed(error: &ImportError) -> Page {
    match error {
        ImportError::Forbidden(_) | ImportError::NotFound => Page::missing(),
        ImportError::Seal(SealError::Sealed) => Page::sealed(),
        other => failed(other),
    }
}

/// What a failed use case of files that leave the house looks like.
pub fn export_failed(error: &ExportError) -> Page {
    match error {
        ExportError::Forbidden(_) | ExportError::NotFound => Page::missing(),
        ExportError::Seal(SealError::Sealed) => Page::sealed(),
        other => failed(other),
    }
}

/// What a failed use case of visits looks like.
pub fn visit_failed(error: &VisitError) -> Page {
    match error {
        VisitError::Forbidden(_) | VisitError::NotFound => Page::missing(),
        VisitError::Seal(SealError::Sealed) => Page::sealed(),
        VisitError::Audit(AuditError::Unwritable) => failed(error),
        other => failed(other),
    }
}

fn failed(error: &(dyn std::error::Error + 'static)) -> Page {
    let cause = error.source().map(ToString::to_string).unwrap_or_default();
    tracing::error!(error.kind = %error, error.cause = %cause, "a screen failed");
    Page::failed(error)
}
