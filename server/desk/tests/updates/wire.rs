//! A wire to PostgreSQL that is cut: what the program says is passed on up to a number of messages,
//! and whatever it says next is never heard.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The wire; it ends with the process.
pub struct Wire {
    /// The address to use instead of the server's.
    pub address: SocketAddr,
    left: Arc<AtomicUsize>,
    cut: Arc<AtomicBool>,
}

impl Wire {
    /// A wire to this server that passes so many messages on.
    pub fn to(server: &str, messages: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let wire = Self {
            address: listener.local_addr().unwrap(),
            left: Arc::new(AtomicUsize::new(messages)),
            cut: Arc::default(),
        };
        let (server, left, cut) = (server.to_owned(), wire.left.clone(), wire.cut.clone());
        std::thread::spawn(move || {
            for from in listener.incoming() {
                let (from, to) = (from.unwrap(), TcpStream::connect(&server).unwrap());
                let back = (to.try_clone().unwrap(), from.try_clone().unwrap());
                let (left, cut) = (left.clone(), cut.clone());
                std::thread::spawn(move || passed(from, to, || counted(&left, &cut)));
                std::thread::spawn(move || passed(back.0, back.1, || true));
            }
        });
        wire
    }

    /// Whether it was cut.
    pub fn is_cut(&self) -> bool {
        self.cut.load(Ordering::SeqCst)
    }
}

/// Whether one more message goes through.
fn counted(left: &AtomicUsize, cut: &AtomicBool) -> bool {
    let one = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
        left.checked_sub(1)
    });
    if one.is_err() {
        cut.store(true, Ordering::SeqCst);
    }
    one.is_ok()
}

/// Passes on what comes, as long as it may.
fn passed(mut from: TcpStream, mut to: TcpStream, goes: impl Fn() -> bool) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if !goes() || to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    let _over = to.shutdown(Shutdown::Both);
}
