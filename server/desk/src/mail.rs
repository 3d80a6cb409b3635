//! The way to a mail server: protected as the house has set it, with a limit on every wait. Nothing
//! a server says is kept or logged, for it may repeat an address: only which [`Fault`] it was.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use domain::mail::{Fault, Login, MailServer, Security};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters, TlsParametersBuilder,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Severity;
use tokio::time::timeout;

pub mod letter;
pub mod settings;
pub mod texts;

pub use letter::Letter;
use letter::Ready;

/// How long each step may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Reaching the machine, with the protection of the way and the greeting.
    pub connect: Duration,
    /// One command and its answer.
    pub command: Duration,
}

impl Limits {
    /// The longest that a letter can be in hand: reaching the server, signing in, handing over and
    /// waiting for the word that it was taken.
    pub(crate) const MOST_SECONDS: i64 = 2 * 60;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            command: Duration::from_secs(15),
        }
    }
}

/// A certificate that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a certificate")]
pub struct NoCertificate;

/// What a process opens the way to a mail server with.
#[derive(Clone, Default)]
pub struct Door {
    limits: Limits,
    roots: Vec<Certificate>,
}

impl Door {
    /// A door with its own limits.
    #[must_use]
    pub const fn within(limits: Limits) -> Self {
        Self {
            limits,
            roots: Vec::new(),
        }
    }

    /// The same door, trusting the certificates of this file (PEM) as well as the public ones: for
    /// a house with an authority of its own.
    ///
    /// # Errors
    /// [`NoCertificate`].
    pub fn trusting(mut self, pem: &[u8]) -> Result<Self, NoCertificate> {
        let read = Certificate::from_pem(pem).map_err(|_| NoCertificate)?;
        self.roots.push(read);
        Ok(self)
    }

    /// Reaches a server and signs in.
    ///
    /// # Errors
    /// A [`Fault`] of the server.
    pub async fn open(&self, server: &MailServer) -> Result<Line, Fault> {
        let mut connection = self.connect(server).await?;
        if let Some(login) = &server.login {
            let signed = sign_in(&mut connection, login);
            within(self.limits.command, signed, at_login).await?;
        }
        Ok(Line {
            connection,
            limit: self.limits.command,
        })
    }

    async fn connect(&self, server: &MailServer) -> Result<AsyncSmtpConnection, Fault> {
        MailServer::check_security(&server.host, server.security).map_err(|_| Fault::Insecure)?;
        let hello = ClientId::Domain(server.shown_as.as_str().to_owned());
        let tls = match server.security {
            Security::Plain => None,
            Security::Tls | Security::StartTls => Some(self.tls(server)?),
        };
        let (at_once, later) = match server.security {
            Security::StartTls => (None, tls),
            Security::Tls | Security::Plain => (tls, None),
        };
        let limit = self.limits.connect;
        let place = (server.host.as_str(), server.port);
        let reach = AsyncSmtpConnection::connect_tokio1(place, Some(limit), &hello, at_once, None);
        let mut connection = within(limit, reach, at_the_door).await?;
        if let Some(tls) = later {
            if !connection.can_starttls() {
                return Err(Fault::Insecure);
            }
            within(limit, connection.starttls(tls, &hello), at_the_door).await?;
        }
        Ok(connection)
    }

    /// The certificate has to be for the name of the server.
    fn tls(&self, server: &MailServer) -> Result<TlsParameters, Fault> {
        let builder = TlsParameters::builder(server.host.as_str().to_owned())
            .certificate_store(CertificateStore::WebpkiRoots);
        let roots = self.roots.iter().cloned();
        let builder = roots.fold(builder, TlsParametersBuilder::add_root_certificate);
        builder.build_rustls().map_err(|_| Fault::Insecure)
    }
}

async fn sign_in(connection: &mut AsyncSmtpConnection, login: &Login) -> Result<(), Error> {
    let credentials = Credentials::new(login.user.clone(), login.password.clone());
    let ways = [Mechanism::Plain, Mechanism::Login];
    connection.auth(&ways, &credentials).await.map(drop)
}

/// An open way to a server that is ready for a letter.
pub struct Line {
    connection: AsyncSmtpConnection,
    limit: Duration,
}

impl Line {
    /// Hands a letter over; the server has taken it when this returns.
    ///
    /// # Errors
    /// Which [`Fault`] it was. After [`Fault::Unanswered`] nobody knows.
    pub async fn deliver(&mut self, ready: &Ready) -> Result<(), Fault> {
        let from = Mail::new(Some(ready.from.clone()), Vec::new());
        let to = Rcpt::new(ready.to.clone(), Vec::new());
        let (connection, limit) = (&mut self.connection, self.limit);
        within(limit, connection.command(from), at_sender).await?;
        within(limit, connection.command(to), at_letter).await?;
        within(limit, connection.command(Data), at_letter).await?;
        // Whether it was taken cannot be known once it is on its way and nobody answers.
        let handed = timeout(2 * limit, connection.message(&ready.bytes)).await;
        let answer = handed.map_err(|_| Fault::Unanswered)?;
        answer.map(drop).map_err(|error| match at_letter(&error) {
            Fault::Dropped => Fault::Unanswered,
            fault => fault,
        })
    }

    /// Says goodbye; whether anybody hears it does not matter.
    pub async fn close(mut self) {
        let _heard = timeout(Duration::from_secs(2), self.connection.quit()).await;
    }
}

/// Waits for an answer, no longer than allowed.
async fn within<T>(
    limit: Duration,
    answer: impl Future<Output = Result<T, Error>>,
    meaning: fn(&Error) -> Fault,
) -> Result<T, Fault> {
    match timeout(limit, answer).await {
        Ok(answer) => answer.map_err(|error| meaning(&error)),
        Err(_) => Err(Fault::Silent),
    }
}

/// The three digits of a refusal.
fn digits(error: &Error) -> Option<u16> {
    error.status().map(u16::from)
}

/// 421: the server closes down, whatever it was asked.
fn closing(error: &Error) -> bool {
    digits(error) == Some(421)
}

fn at_the_door(error: &Error) -> Fault {
    match error.status().map(|code| code.severity) {
        Some(Severity::PermanentNegativeCompletion) => Fault::Sender,
        Some(_) => Fault::Busy,
        None if is_unprotected(error) => Fault::Insecure,
        None if error.is_timeout() => Fault::Silent,
        None => Fault::Unreachable,
    }
}

fn at_login(error: &Error) -> Fault {
    match error.status().map(|code| code.severity) {
        Some(Severity::PermanentNegativeCompletion) => Fault::Login,
        Some(_) => Fault::Busy,
        // The server offers no way to sign in that we know.
        None if error.is_client() => Fault::Login,
        None => Fault::Unreachable,
    }
}

/// What a server says to the sender holds for every letter, unless it asks for patience.
fn at_sender(error: &Error) -> Fault {
    match error.status().map(|code| code.severity) {
        Some(Severity::PermanentNegativeCompletion) => Fault::Sender,
        _ => at_letter(error),
    }
}

fn at_letter(error: &Error) -> Fault {
    match error.status().map(|code| code.severity) {
        _ if closing(error) => Fault::Busy,
        Some(Severity::PermanentNegativeCompletion) => Fault::Refused,
        Some(_) => Fault::Later,
        None => Fault::Dropped,
    }
}

/// Whether protecting the way failed: what is read then is no valid data of the protocol, or not
/// signed by whom it should be.
fn is_unprotected(error: &Error) -> bool {
    let mut cause = error.source();
    while let Some(inner) = cause {
        let spoilt = inner.downcast_ref::<io::Error>();
        if spoilt.is_some_and(|error| error.kind() == io::ErrorKind::InvalidData) {
            return true;
        }
        cause = inner.source();
    }
    error.is_tls()
}
