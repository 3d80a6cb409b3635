//! Mail: the server it goes out by, and what becomes of a letter between the moment it is put in
//! the outbox and the moment a server has taken it.

use std::fmt;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::centre::HostName;
use crate::role::coded;
use crate::text::{Email, Name};
use crate::{Instant, Unfit};

coded! {
    /// How the way to a mail server is protected.
    Security {
        /// Encrypted from the first byte, mostly on port 465.
        Tls = "tls",
        /// Encrypted before anything is said, mostly on port 587.
        StartTls = "starttls",
        /// Not at all: only for a server on this machine.
        Plain = "plain",
    }
}

coded! {
    /// Why a letter is sent. What has to hold for it is asked again at the moment of sending.
    LetterKind {
        /// A letter that somebody sends to see whether mail works.
        Trial = "trial",
        /// A notice to whoever looks after the house.
        Notice = "notice",
    }
}

coded! {
    /// Where a letter is.
    LetterState {
        /// It waits for its time, or for its next try.
        Waiting = "waiting",
        /// A process has it in hand.
        Sending = "sending",
        /// A server has taken it.
        Sent = "sent",
        /// No server will take it: somebody has to look.
        GivenUp = "given_up",
        /// What it was about is over, or its time is.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// Why a letter did not go out, without a word of what a server said.
    Fault {
        /// The mail server is not there.
        Unreachable = "unreachable",
        /// The mail server does not answer in time.
        Silent = "silent",
        /// The mail server does not encrypt, or shows a certificate of somebody else.
        Insecure = "insecure",
        /// The mail server does not know user and password.
        Login = "login",
        /// The mail server does not take letters of this sender.
        Sender = "sender",
        /// The mail server is busy and asks for patience.
        Busy = "busy",
        /// The letter is taken later, the server says.
        Later = "later",
        /// The connection was lost before the letter was handed over.
        Dropped = "dropped",
        /// The letter was handed over and nobody said whether it was taken.
        Unanswered = "unanswered",
        /// The server refuses the letter or its address.
        Refused = "refused",
        /// The address cannot be written on a letter.
        Address = "address",
        /// The letter would say too much.
        Telling = "telling",
        /// Its time is over.
        Late = "late",
        /// What it was about is over, or the address may not be used any more.
        Over = "over",
    }
}

impl Fault {
    /// Whether it is the server that does not work: then no letter is to blame, and none is tried
    /// for a while.
    #[must_use]
    pub const fn is_of_server(self) -> bool {
        matches!(
            self,
            Self::Unreachable
                | Self::Silent
                | Self::Insecure
                | Self::Login
                | Self::Sender
                | Self::Busy
        )
    }

    /// Whether another try can end otherwise. A letter that nobody answered for is sent once more
    /// and no oftener, or somebody would get it again and again.
    #[must_use]
    pub fn may_pass(self, before: Option<Self>) -> bool {
        match self {
            Self::Unanswered => before != Some(Self::Unanswered),
            Self::Refused | Self::Address | Self::Telling | Self::Late | Self::Over => false,
            _ => true,
        }
    }
}

/// The shortest and the longest wait between two tries of a letter, in seconds.
const LETTER: (i64, i64) = (60, 60 * 60);

/// The same for a server that does not work: what waits for it must go soon after it is back.
const SERVER: (i64, i64) = (30, 4 * 60);

/// When a letter is tried again after so many tries. `chance` spreads those that failed together.
#[must_use]
pub fn letter_again(now: Instant, tries: i64, chance: u8) -> Instant {
    again(now, LETTER, (tries, chance))
}

/// When a server is tried again that has not worked so many times.
#[must_use]
pub fn server_again(now: Instant, tries: i64, chance: u8) -> Instant {
    again(now, SERVER, (tries, chance))
}

/// Twice as long after each try; of that, three quarters to all.
fn again(now: Instant, (least, most): (i64, i64), (tries, chance): (i64, u8)) -> Instant {
    let doublings = u32::try_from(tries.clamp(1, 12) - 1).unwrap_or(0);
    let wait = (least << doublings).min(most);
    let spread = wait / 4 * i64::from(chance) / 255;
    now.plus_seconds((wait - spread).max(least))
}

/// The name of a machine: letters, digits, dashes and points, or a numeric address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Machine(String);

impl Machine {
    /// Reads what was typed.
    ///
    /// # Errors
    /// [`Unfit::Missing`], [`Unfit::TooLong`] or [`Unfit::NotAHost`].
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let name = raw.trim().trim_end_matches('.').to_ascii_lowercase();
        if name.is_empty() {
            return Err(Unfit::Missing);
        }
        if name.len() > 253 {
            return Err(Unfit::TooLong(253));
        }
        let fits = name.parse::<IpAddr>().is_ok() || name.split('.').all(is_label);
        if fits {
            Ok(Self(name))
        } else {
            Err(Unfit::NotAHost)
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it can only be this machine.
    #[must_use]
    pub fn is_here(&self) -> bool {
        let numeric = self.0.parse::<IpAddr>();
        self.0 == "localhost" || numeric.is_ok_and(|address| address.is_loopback())
    }
}

impl fmt::Debug for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Machine(…)")
    }
}

fn is_label(label: &str) -> bool {
    let letters = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (1..=63).contains(&label.len())
        && label.bytes().all(letters)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Reads the number of a port.
///
/// # Errors
/// [`Unfit::Missing`] or [`Unfit::NotAPort`].
pub fn parse_port(raw: &str) -> Result<u16, Unfit> {
    match raw.trim() {
        "" => Err(Unfit::Missing),
        typed => match typed.parse() {
            Ok(port) if port > 0 => Ok(port),
            _ => Err(Unfit::NotAPort),
        },
    }
}

/// User and password at a mail server. They are shown to nobody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

/// The server a house sends its mail by, and as whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailServer {
    /// The name of the machine; its certificate must be for this name.
    pub host: Machine,
    /// The port.
    pub port: u16,
    /// How the way there is protected.
    pub security: Security,
    /// Who sends, to the server; nothing where the server does not ask.
    pub login: Option<Login>,
    /// Who sends, to the reader.
    pub sender_name: Name,
    /// The address of the sender.
    pub sender: Email,
    /// The name under which the house shows itself: in the greeting and behind the `@` of message
    /// numbers.
    pub shown_as: HostName,
    /// Where notices for whoever looks after the house go.
    pub notices: Option<Email>,
}

impl MailServer {
    /// Whether the protection is enough for the way.
    ///
    /// # Errors
    /// [`Unfit::OnlyHere`] without protection to another machine.
    pub fn check_security(host: &Machine, security: Security) -> Result<(), Unfit> {
        if security == Security::Plain && !host.is_here() {
            return Err(Unfit::OnlyHere);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_from_a_minute_to_an_hour() {
        let now = Instant::from_unix(1_000);
        let wait = |tries, chance| letter_again(now, tries, chance).seconds_since(now);
        assert_eq!(
            [1, 2, 3, 7, 60].map(|tries| wait(tries, 0)),
            [60, 120, 240, 3_600, 3_600]
        );
        assert_eq!((wait(1, 255), wait(7, 255)), (60, 2_700));
    }

    #[test]
    fn a_server_that_is_back_is_found_within_five_minutes() {
        let now = Instant::from_unix(1_000);
        for tries in [1, 5, 100, i64::MAX] {
            for chance in [0, 128, 255] {
                let wait = server_again(now, tries, chance).seconds_since(now);
                assert!((30..300).contains(&wait), "{tries} {chance}: {wait}");
            }
        }
    }

    #[test]
    fn a_letter_nobody_answered_for_goes_once_more_and_no_oftener() {
        assert!(Fault::Unanswered.may_pass(None) && Fault::Unanswered.may_pass(Some(Fault::Later)));
        assert!(!Fault::Unanswered.may_pass(Some(Fault::Unanswered)));
        assert!(!Fault::Refused.may_pass(None) && Fault::Later.may_pass(Some(Fault::Later)));
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        for raw in [
            "smtp.voorbeeld.be",
            " Mail.Voorbeeld.BE. ",
            "localhost",
            "127.0.0.1",
            "::1",
        ] {
            assert!(Machine::parse(raw).is_ok(), "{raw}");
        }
        for raw in [
            "smtp voorbeeld",
            "smtp/x",
            "-a.be",
            "a..be",
            "é.be",
            "a.be:25",
        ] {
            assert_eq!(Machine::parse(raw), Err(Unfit::NotAHost), "{raw}");
        }
    }

    #[test]
    fn only_this_machine_is_spoken_to_without_protection() {
        let check =
            |raw, security| MailServer::check_security(&Machine::parse(raw).unwrap(), security);
        for here in ["localhost", "127.0.0.2", "::1"] {
            assert_eq!(check(here, Security::Plain), Ok(()), "{here}");
        }
        for away in ["mail.be", "10.0.0.1", "127.0.0.1.be", "0.0.0.0"] {
            assert_eq!(check(away, Security::Plain), Err(Unfit::OnlyHere), "{away}");
            assert_eq!(check(away, Security::StartTls), Ok(()));
        }
    }

    #[test]
    fn a_port_is_a_number_that_exists() {
        assert_eq!(parse_port(" 587 "), Ok(587));
        for raw in ["0", "65536", "-1", "smtp", "25.0"] {
            assert_eq!(parse_port(raw), Err(Unfit::NotAPort), "{raw}");
        }
    }
}
