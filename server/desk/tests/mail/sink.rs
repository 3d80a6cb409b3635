//! A mail server of our own, which takes everything down byte by byte and misbehaves on demand.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// What goes wrong, at which moment of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Hangs up before the greeting.
    NoGreeting,
    /// Says this in place of the greeting.
    Greeting(&'static str),
    /// Says this to user and password.
    Login(&'static str),
    /// Says this to the sender.
    Sender(&'static str),
    /// Says this to the reader's address.
    Reader(&'static str),
    /// Says this to `DATA`.
    Data(&'static str),
    /// Says this to the finished letter, and does not keep it.
    Letter(&'static str),
    /// Hangs up when `DATA` comes.
    DropsBeforeData,
    /// Hangs up in the middle of the letter.
    DropsInLetter,
    /// Keeps the letter and hangs up without a word.
    DropsAfterLetter,
    /// Keeps the letter, says so, and hangs up.
    DropsAfterWord,
    /// Says nothing any more, from the greeting on.
    Silent,
    /// Says nothing any more once it has the letter.
    SilentAfterLetter,
    /// Takes its time for every answer.
    Slow(Duration),
}

/// A letter the server keeps.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Every byte of the letter.
    pub bytes: String,
    /// Every command of its connection.
    pub said: Vec<String>,
}

impl Kept {
    /// A header of the letter.
    pub fn header(&self, name: &str) -> &str {
        let line = self.bytes.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.strip_prefix(": "))
            .unwrap_or_default()
    }
}

#[derive(Default)]
struct Inside {
    kept: Vec<Kept>,
    script: VecDeque<Wrong>,
    always: Option<Wrong>,
    connections: usize,
}

/// The server. It ends with the runtime of the test.
#[derive(Clone)]
pub struct Sink {
    pub port: u16,
    /// The certificate to trust, in PEM.
    pub authority: String,
    inside: Arc<Mutex<Inside>>,
}

/// How the server speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speech {
    Plain,
    StartTls,
    Tls,
}

impl Sink {
    /// A server on a free port, with a certificate for this name.
    pub async fn start(speech: Speech, certified: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let (authority, acceptor) = certificate(certified);
        let sink = Self {
            port: listener.local_addr().unwrap().port(),
            authority,
            inside: Arc::default(),
        };
        let serving = sink.clone();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let wrong = serving.next();
                let visit = Visit {
                    sink: serving.clone(),
                    wrong,
                    said: Vec::new(),
                    tls: speech == Speech::StartTls,
                };
                let acceptor = acceptor.clone();
                tokio::spawn(async move { visit.receive(stream, acceptor, speech).await });
            }
        });
        sink
    }

    /// A server without any protection.
    pub async fn plain() -> Self {
        Self::start(Speech::Plain, "localhost").await
    }

    fn inside<T>(&self, act: impl FnOnce(&mut Inside) -> T) -> T {
        act(&mut self.inside.lock().unwrap())
    }

    fn next(&self) -> Option<Wrong> {
        self.inside(|inside| {
            inside.connections += 1;
            inside.script.pop_front().or(inside.always)
        })
    }

    /// What goes wrong with the next connections, one after the other.
    pub fn script(&self, wrong: &[Wrong]) {
        self.inside(|inside| inside.script.extend(wrong));
    }

    /// What goes wrong with every connection that has no script.
    pub fn always(&self, wrong: Option<Wrong>) {
        self.inside(|inside| inside.always = wrong);
    }

    /// The letters it keeps.
    pub fn kept(&self) -> Vec<Kept> {
        self.inside(|inside| inside.kept.clone())
    }

    /// How often somebody came.
    pub fn connections(&self) -> usize {
        self.inside(|inside| inside.connections)
    }
}

/// A certificate that signs itself, and what a server shows it with.
fn certificate(name: &str) -> (String, TlsAcceptor) {
    let made = rcgen::generate_simple_self_signed(vec![name.to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let chain = vec![made.cert.der().clone()];
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, PrivateKeyDer::from(key))
        .unwrap();
    (made.cert.pem(), TlsAcceptor::from(Arc::new(config)))
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// One connection.
struct Visit {
    sink: Sink,
    wrong: Option<Wrong>,
    said: Vec<String>,
    tls: bool,
}

/// The connection is over.
struct Over;

impl<E: std::error::Error> From<E> for Over {
    fn from(_: E) -> Self {
        Self
    }
}

impl Visit {
    async fn receive(mut self, stream: TcpStream, acceptor: TlsAcceptor, speech: Speech) {
        if self.wrong == Some(Wrong::NoGreeting) {
            return;
        }
        let stream: Box<dyn Stream> = if speech == Speech::Tls {
            match acceptor.accept(stream).await {
                Ok(stream) => Box::new(stream),
                Err(_) => return,
            }
        } else {
            Box::new(stream)
        };
        let _over = self.talk(stream, acceptor).await;
    }

    async fn talk(&mut self, stream: Box<dyn Stream>, acceptor: TlsAcceptor) -> Result<(), Over> {
        let mut stream = BufReader::new(stream);
        let greeting = match self.wrong {
            Some(Wrong::Greeting(says)) => says,
            Some(Wrong::Silent) => return Err(forever().await),
            _ => "220 sink",
        };
        self.say(&mut stream, greeting).await?;
        loop {
            let line = read(&mut stream).await?;
            self.said.push(line.clone());
            let verb: String = line.chars().take(4).collect::<String>().to_uppercase();
            match verb.as_str() {
                "STAR" => {
                    self.say(&mut stream, "220 go").await?;
                    let clear = stream.into_inner();
                    stream = BufReader::new(Box::new(acceptor.accept(clear).await?));
                    self.tls = false;
                }
                "DATA" => self.letter(&mut stream).await?,
                _ => {
                    let answer = self.answer(&verb);
                    self.say(&mut stream, answer).await?;
                }
            }
            if verb == "QUIT" {
                return Ok(());
            }
        }
    }

    fn answer(&self, verb: &str) -> &'static str {
        match (verb, self.wrong) {
            ("EHLO", _) if self.tls => "250-sink\r\n250 STARTTLS",
            ("EHLO", _) => "250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
            ("AUTH", Some(Wrong::Login(says)))
            | ("MAIL", Some(Wrong::Sender(says)))
            | ("RCPT", Some(Wrong::Reader(says))) => says,
            ("AUTH", _) => "235 welcome",
            ("QUIT", _) => "221 bye",
            _ => "250 fine",
        }
    }

    async fn letter(&mut self, stream: &mut BufReader<Box<dyn Stream>>) -> Result<(), Over> {
        match self.wrong {
            Some(Wrong::DropsBeforeData) => return Err(Over),
            Some(Wrong::Data(says)) => return self.say(stream, says).await,
            _ => self.say(stream, "354 go on").await?,
        }
        let mut bytes = String::new();
        loop {
            let line = read(stream).await?;
            if self.wrong == Some(Wrong::DropsInLetter) {
                return Err(Over);
            }
            if line == "." {
                break;
            }
            bytes.push_str(line.strip_prefix('.').unwrap_or(&line));
            bytes.push_str("\r\n");
        }
        if let Some(Wrong::Letter(says)) = self.wrong {
            return self.say(stream, says).await;
        }
        let said = self.said.clone();
        self.sink
            .inside(|inside| inside.kept.push(Kept { bytes, said }));
        match self.wrong {
            Some(Wrong::DropsAfterLetter) => Err(Over),
            Some(Wrong::SilentAfterLetter) => Err(forever().await),
            Some(Wrong::DropsAfterWord) => {
                self.say(stream, "250 kept").await?;
                Err(Over)
            }
            _ => self.say(stream, "250 kept").await,
        }
    }

    async fn say(&self, stream: &mut BufReader<Box<dyn Stream>>, line: &str) -> Result<(), Over> {
        if let Some(Wrong::Slow(pause)) = self.wrong {
            tokio::time::sleep(pause).await;
        }
        let stream = stream.get_mut();
        stream.write_all(format!("{line}\r\n").as_bytes()).await?;
        stream.flush().await?;
        Ok(())
    }
}

async fn forever() -> Over {
    std::future::pending().await
}

async fn read(stream: &mut BufReader<Box<dyn Stream>>) -> Result<String, Over> {
    let mut line = String::new();
    if stream.read_line(&mut line).await? == 0 {
        return Err(Over);
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
