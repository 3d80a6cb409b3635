//! Streams and the end of the program, over real connections.

use std::time::{Duration, Instant};

use domain::role::Role;
use server::http::{Listening, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::browser::Browser;
use crate::house::House;

/// Opens the stream of changes and reads its headers.
async fn listening(browser: &Browser, at: std::net::SocketAddr) -> TcpStream {
    let mut stream = TcpStream::connect(at).await.unwrap();
    let cookies: Vec<_> = browser
        .cookies
        .iter()
        .map(|(n, v)| format!("{n}={v}"))
        .collect();
    let asked = format!(
        "GET /events HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\nCookie: {}\r\n\r\n",
        browser.host,
        cookies.join("; ")
    );
    stream.write_all(asked.as_bytes()).await.unwrap();
    let mut start = vec![0; 4096];
    let read = stream.read(&mut start).await.unwrap();
    let start = String::from_utf8_lossy(&start[..read]).into_owned();
    assert!(start.starts_with("HTTP/1.1 200"), "{start}");
    assert!(
        !start.contains("content-encoding"),
        "a stream is not compressed"
    );
    stream
}

async fn served(
    house: &House,
) -> (
    std::net::SocketAddr,
    tokio::task::JoinHandle<std::io::Result<()>>,
) {
    let staff = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let portal = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = staff.local_addr().unwrap();
    let staff = Listening {
        listener: staff,
        tls: None,
        site: house.staff.clone(),
    };
    let portal = Listening {
        listener: portal,
        tls: None,
        site: house.portal.clone(),
    };
    (
        at,
        tokio::spawn(serve(staff, portal, house.end.subscribe())),
    )
}

#[tokio::test]
async fn the_program_ends_within_ten_seconds_with_streams_open() {
    let house = House::new().await;
    let browser = house.signed_in(Role::Reception).await;
    let (at, serving) = served(&house).await;
    let mut streams = Vec::new();
    for _ in 0..8 {
        streams.push(listening(&browser, at).await);
    }
    let asked = Instant::now();
    house.end.send(true).unwrap();
    timeout(Duration::from_secs(10), serving)
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    assert!(
        asked.elapsed() < Duration::from_secs(5),
        "{:?}",
        asked.elapsed()
    );
    for mut stream in streams {
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).await.unwrap();
    }
}

#[tokio::test]
async fn a_stream_tells_a_change_and_ends_when_the_screen_locks() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let (at, serving) = served(&house).await;
    let mut stream = listening(&browser, at).await;
    let centre = desk::store::places::centres(house.desk.db()).await.unwrap()[0].id;
    let change = desk::bus::Change {
        centre,
        topic: desk::bus::Topic::Visits,
        row: uuid::Uuid::nil(),
    };
    house.desk.bus().tell(1_000_001, change);
    let mut heard = vec![0; 1024];
    let read = timeout(Duration::from_secs(5), stream.read(&mut heard))
        .await
        .unwrap()
        .unwrap();
    let heard = String::from_utf8_lossy(&heard[..read]).into_owned();
    assert!(heard.contains("event: changed"), "{heard}");
    browser.post("/lock", "").await;
    house.desk.bus().tell(1_000_002, change);
    let mut rest = Vec::new();
    timeout(Duration::from_secs(5), stream.read_to_end(&mut rest))
        .await
        .unwrap()
        .unwrap();
    let rest = String::from_utf8_lossy(&rest).into_owned();
    assert!(
        !rest.contains("changed"),
        "a locked screen is told nothing: {rest}"
    );
    house.end.send(true).unwrap();
    serving.await.unwrap().unwrap();
}
