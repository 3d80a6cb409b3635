//! A letter as it goes out: one part of plain text, no picture, no attachment, no link, and nothing
//! in its head that tells whom or what it is about.

use std::time::{Duration, SystemTime};

use domain::Instant;
use domain::mail::{Fault, MailServer};
use domain::neutral::Lexicon;
use domain::text::Email;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{Address, message::MessageBuilder};
use serde::{Deserialize, Serialize};

/// What a letter says, and to whom. It is stored sealed only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Whose mailbox.
    pub to: Email,
    /// What a list of messages shows.
    pub subject: String,
    /// The lines.
    pub text: String,
}

/// A letter in the form in which it travels.
pub struct Ready {
    pub(super) from: Address,
    pub(super) to: Address,
    pub(super) bytes: Vec<u8>,
}

impl Ready {
    /// What travels.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// What a letter is written with.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// Who sends it.
    pub server: &'a MailServer,
    /// The words it may not hold.
    pub lexicon: &'a Lexicon,
    /// The number it always has, however often it is sent.
    pub number: [u8; 16],
    /// When.
    pub now: Instant,
}

impl Pen<'_> {
    /// Writes a letter.
    ///
    /// # Errors
    /// [`Fault::Telling`] when it would say too much, [`Fault::Address`] when it cannot be
    /// addressed.
    pub fn write(&self, letter: &Letter) -> Result<Ready, Fault> {
        self.check(letter)?;
        let from = address(&self.server.sender)?;
        let to = address(&letter.to)?;
        let name = self.server.sender_name.as_str().to_owned();
        let message = self
            .headed()
            .from(Mailbox::new(Some(name), from.clone()))
            .to(Mailbox::new(None, to.clone()))
            .subject(letter.subject.as_str())
            .body(letter.text.clone())
            .map_err(|_| Fault::Address)?;
        let bytes = message.formatted();
        self.check_head(&bytes)?;
        Ok(Ready { from, to, bytes })
    }

    fn headed(&self) -> MessageBuilder {
        let number = numbered(&self.number);
        let seconds = u64::try_from(self.now.unix()).unwrap_or_default();
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        Message::builder()
            .message_id(Some(format!(
                "<{number}@{}>",
                self.server.shown_as.as_str()
            )))
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .header(ContentType::TEXT_PLAIN)
            // Words stay words on the way: whoever looks after the house can see what is sent.
            .header(ContentTransferEncoding::QuotedPrintable)
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
    }

    fn check(&self, letter: &Letter) -> Result<(), Fault> {
        let server = self.server;
        let settings = [
            server.sender_name.as_str(),
            server.sender.as_str(),
            server.shown_as.as_str(),
            server.host.as_str(),
        ];
        let settings = settings
            .iter()
            .try_for_each(|value| self.lexicon.check_header(value));
        settings
            .and_then(|()| self.lexicon.check(&letter.subject, &letter.text))
            .map_err(|_| Fault::Telling)
    }

    /// Every line of the head as it travels, but the one with the reader's own address.
    fn check_head(&self, bytes: &[u8]) -> Result<(), Fault> {
        let whole = String::from_utf8_lossy(bytes);
        let head = whole.split("\r\n\r\n").next().unwrap_or_default();
        let ours = |line: &&str| !line.starts_with("To:");
        head.lines()
            .filter(ours)
            .try_for_each(|line| self.lexicon.check_header(line))
            .map_err(|_| Fault::Telling)
    }
}

/// The number of a letter in consonants: digits and vowels could spell, by chance, what no letter may
/// hold.
fn numbered(number: &[u8; 16]) -> String {
    let consonant = |nibble: u8| char::from(b"bcdfghjkmnpqrtvw"[usize::from(nibble & 15)]);
    let bytes = number.iter();
    bytes
        .flat_map(|byte| [consonant(byte >> 4), consonant(*byte)])
        .collect()
}

/// Only plain letters: not every server on the way can carry others.
fn address(email: &Email) -> Result<Address, Fault> {
    let address: Address = email.as_str().parse().map_err(|_| Fault::Address)?;
    let plain = AsRef::<str>::as_ref(&address).is_ascii();
    if plain {
        Ok(address)
    } else {
        Err(Fault::Address)
    }
}
