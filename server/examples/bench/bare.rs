//! A handler that does nothing, on the same server library: what the machine and the library cost.

use std::net::SocketAddr;

use axum::Router;
use axum::routing::get;

use crate::client::Client;
use crate::round::{Line, round};

/// Measures the bare handler.
pub fn measured() -> Line {
    let runtime = tokio::runtime::Runtime::new().expect("the system gives threads");
    let address = runtime.block_on(listen());
    let browser = move |_| Client::of(address);
    round(("bare handler".to_owned(), "none"), browser, |client| {
        let answer = client.get("/").expect("it answers");
        assert_eq!(answer.status, 200);
    })
}

async fn listen() -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
    let listener = listener.expect("there is a free port");
    let address = listener.local_addr().expect("it is bound");
    let site = Router::new().route("/", get(|| async { "ok" }));
    tokio::spawn(async move { axum::serve(listener, site).await });
    address
}
