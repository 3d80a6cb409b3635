//! Why the program stops, in one line and one number.

use std::fmt;
use std::process::ExitCode;

/// Why the program stops.
#[derive(Debug)]
pub enum Stop {
    /// It was used in a way that cannot work.
    Use(String),
    /// It could not do what was asked.
    Failed(String),
}

impl Stop {
    /// Something failed, for this reason.
    pub fn failed(what: &str, error: &dyn std::error::Error) -> Self {
        let mut line = format!("{what}: {error}");
        let mut cause = error.source();
        while let Some(error) = cause {
            line = format!("{line}: {error}");
            cause = error.source();
        }
        Self::Failed(line.replace('\n', " "))
    }

    /// The exit code: 2 for wrong use, 1 for failing.
    #[must_use]
    pub fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Use(_) => 2,
            Self::Failed(_) => 1,
        })
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Use(line) | Self::Failed(line)) = self;
        f.write_str(line)
    }
}
