//! A browser without a screen: HTTP/1.1 over one connection that is kept, with its cookies.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, ClientConnection, StreamOwned};

/// How long an answer may take before the test says that there is none.
const PATIENCE: Duration = Duration::from_secs(40);

/// A connection, in the clear or not.
pub trait Wire: Read + Write + Send {}

impl<T: Read + Write + Send> Wire for T {}

/// What is read from a connection.
pub type Reader = BufReader<Box<dyn Wire>>;

/// A browser on one site.
pub struct Client {
    address: SocketAddr,
    host: String,
    connection: Option<Reader>,
    tls: Option<Arc<ClientConfig>>,
    /// What the site gave it to keep.
    pub cookies: BTreeMap<String, String>,
}

/// An answer.
pub struct Answer {
    /// The three digits.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// What it holds.
    pub text: String,
}

impl Answer {
    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(n, _)| n == name);
        found.map_or("", |(_, value)| value)
    }

    /// The value of the first hidden or typed field of this name.
    pub fn field(&self, name: &str) -> &str {
        let start = format!("name=\"{name}\"");
        let (_, rest) = self
            .text
            .split_once(&start)
            .expect("the field is on the page");
        let tag = rest.split('>').next().unwrap_or_default();
        let (_, value) = tag.split_once("value=\"").unwrap_or_default();
        value.split('"').next().unwrap_or_default()
    }
}

impl Client {
    /// A browser that has not been here before.
    pub fn of(address: SocketAddr) -> Self {
        Self {
            address,
            host: address.to_string(),
            connection: None,
            tls: None,
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser, speaking TLS.
    pub fn over(self, tls: Arc<ClientConfig>) -> Self {
        Self {
            tls: Some(tls),
            ..self
        }
    }

    /// The same browser, with what it keeps, after the program came back somewhere else.
    pub fn moved(self, address: SocketAddr) -> Self {
        Self {
            cookies: self.cookies,
            ..Self::of(address)
        }
    }

    /// The same browser, calling the site by another name.
    pub fn calling(self, host: &str) -> Self {
        Self {
            host: host.to_owned(),
            ..self
        }
    }

    /// Opens a page, as a person does.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        let asked = "Sec-Fetch-Mode: navigate\r\nSec-Fetch-User: ?1\r\n";
        self.send("GET", path, asked, b"")
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let pair = |(name, value): &(&str, &str)| format!("{name}={}", escaped(value));
        let form: Vec<String> = fields.iter().map(pair).collect();
        self.post_bytes(path, form.join("&").as_bytes())
    }

    /// Sends a form that is written already.
    pub fn post_bytes(&mut self, path: &str, form: &[u8]) -> io::Result<Answer> {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        self.send("POST", path, kind, form)
    }

    /// Sends any request, and follows nothing.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        more: &str,
        body: &[u8],
    ) -> io::Result<Answer> {
        let request = self.request(method, path, more, body);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        connection.get_mut().write_all(&request)?;
        let answer = read(&mut connection)?;
        self.keep(&answer);
        if answer.header("connection") != "close" {
            self.connection = Some(connection);
        }
        Ok(answer)
    }

    /// Sends a request whose answer goes on for ever, and gives the open connection.
    pub fn listen(&mut self, path: &str) -> io::Result<Reader> {
        let request = self.request("GET", path, "Accept: text/event-stream\r\n", b"");
        let mut connection = self.connect()?;
        connection.get_mut().write_all(&request)?;
        let mut line = String::new();
        connection.read_line(&mut line)?;
        assert!(line.contains(" 200 "), "{line}");
        Ok(connection)
    }

    fn connect(&self) -> io::Result<Reader> {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let Some(tls) = &self.tls else {
            return Ok(BufReader::new(Box::new(stream)));
        };
        let name = ServerName::from(self.address.ip());
        let spoken = ClientConnection::new(tls.clone(), name).map_err(io::Error::other)?;
        Ok(BufReader::new(Box::new(StreamOwned::new(spoken, stream))))
    }

    fn request(&self, method: &str, path: &str, more: &str, body: &[u8]) -> Vec<u8> {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n\
             Accept-Language: nl\r\nCookie: {}\r\nContent-Length: {}\r\n{more}\r\n",
            self.host,
            cookies.join("; "),
            body.len()
        )
        .into_bytes();
        request.extend_from_slice(body);
        request
    }

    fn keep(&mut self, answer: &Answer) {
        for (_, cookie) in answer
            .headers
            .iter()
            .filter(|(name, _)| name == "set-cookie")
        {
            let (name, rest) = cookie.split_once('=').unwrap_or_default();
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn read(connection: &mut Reader) -> io::Result<Answer> {
    let mut first = String::new();
    if connection.read_line(&mut first)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let status = first.split(' ').nth(1).and_then(|code| code.parse().ok());
    let status = status.ok_or(io::ErrorKind::InvalidData)?;
    let mut answer = Answer {
        status,
        headers: headers(connection)?,
        text: String::new(),
    };
    let body = if answer.header("transfer-encoding") == "chunked" {
        chunks(connection)?
    } else {
        exactly(
            connection,
            answer.header("content-length").parse().unwrap_or(0),
        )?
    };
    answer.text = String::from_utf8_lossy(&body).into_owned();
    Ok(answer)
}

fn headers(connection: &mut Reader) -> io::Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        if connection.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            return Ok(headers);
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
}

fn chunks(connection: &mut Reader) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut size = String::new();
        connection.read_line(&mut size)?;
        let bytes =
            usize::from_str_radix(size.trim(), 16).map_err(|_| io::ErrorKind::InvalidData)?;
        let chunk = exactly(connection, bytes + 2)?;
        if bytes == 0 {
            return Ok(body);
        }
        body.extend_from_slice(&chunk[..bytes]);
    }
}

fn exactly(connection: &mut Reader, bytes: usize) -> io::Result<Vec<u8>> {
    let mut body = vec![0; bytes];
    connection.read_exact(&mut body)?;
    Ok(body)
}

/// A value as a form carries it.
fn escaped(value: &str) -> String {
    use std::fmt::Write as _;
    value.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(byte));
        } else {
            let _written = write!(text, "%{byte:02X}");
        }
        text
    })
}
