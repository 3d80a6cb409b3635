//! An address where TLS is spoken. A browser that is slow at the door keeps nobody else waiting: each
//! is let in by itself, and only whoever came in is served.

use std::future::pending;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::server::TlsStream;

/// How long a browser may take at the door.
const COMES_IN_WITHIN: Duration = Duration::from_secs(10);
/// How many may be at the door at once; the next wait outside, where the system keeps them.
const AT_THE_DOOR: usize = 256;
/// How many may wait behind it.
const WAITING: usize = 64;

/// Whoever came in, and from where.
type In = (TlsStream<TcpStream>, SocketAddr);

/// An address where TLS is spoken. Dropped, it lets nobody in any more.
pub struct TlsListener {
    ready: mpsc::Receiver<In>,
    address: SocketAddr,
}

impl TlsListener {
    /// Speaks TLS at an address that is listened on.
    ///
    /// # Errors
    /// When the system does not know the address any more.
    pub fn new(tcp: TcpListener, speaks: Arc<ServerConfig>) -> io::Result<Self> {
        let address = tcp.local_addr()?;
        let (way, ready) = mpsc::channel(WAITING);
        tokio::spawn(let_in(tcp, TlsAcceptor::from(speaks), way));
        Ok(Self { ready, address })
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(came) => came,
            // The task at the door ends after this listener, or with the whole program.
            None => pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}

/// Lets browsers in until nobody listens any more.
async fn let_in(mut tcp: TcpListener, door: TlsAcceptor, way: mpsc::Sender<In>) {
    let room = Arc::new(Semaphore::new(AT_THE_DOOR));
    while let Ok(turn) = room.clone().acquire_owned().await {
        let (stream, from) = tokio::select! {
            () = way.closed() => return,
            came = Listener::accept(&mut tcp) => came,
        };
        tokio::spawn(greet(door.clone(), (stream, from), way.clone(), turn));
    }
}

/// Speaks with one browser until it is in, or took too long, or speaks something else.
async fn greet(
    door: TlsAcceptor,
    (stream, from): (TcpStream, SocketAddr),
    way: mpsc::Sender<In>,
    _turn: OwnedSemaphorePermit,
) {
    // Answers are short: waiting to fill a packet only makes them late.
    let _quick = stream.set_nodelay(true);
    if let Ok(Ok(stream)) = tokio::time::timeout(COMES_IN_WITHIN, door.accept(stream)).await {
        // Whoever listens no more is at the end of the program.
        let _served = way.send((stream, from)).await;
    }
}
