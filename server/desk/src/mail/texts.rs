//! The messages that the program itself can send, in the languages of the house. Each is a file of
//! `server/desk/letters`: a subject, an empty line, and the text. They are compared with the lexicon
//! when the program is built; one that says too much is never built at all.

use domain::Language;

/// A message that the program itself can send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// To see whether mail works.
    Trial,
    /// Letters waited for long.
    MailStood,
    /// The last backup is too old.
    BackupLate,
}

/// The four files of a message, in the order of [`Language::ALL`].
macro_rules! files {
    ($name:literal) => {
        [
            include_str!(concat!("../../letters/", $name, ".nl.txt")),
            include_str!(concat!("../../letters/", $name, ".fr.txt")),
            include_str!(concat!("../../letters/", $name, ".de.txt")),
            include_str!(concat!("../../letters/", $name, ".en.txt")),
        ]
    };
}

impl Message {
    /// Every message.
    pub const ALL: [Self; 3] = [Self::Trial, Self::MailStood, Self::BackupLate];

    /// Subject and text in a language.
    #[must_use]
    pub fn written(self, language: Language) -> (&'static str, &'static str) {
        let files = match self {
            Self::Trial => files!("trial"),
            Self::MailStood => files!("mail_stood"),
            Self::BackupLate => files!("backup_late"),
        };
        files[language as usize]
            .split_once("\n\n")
            .unwrap_or_default()
    }
}
