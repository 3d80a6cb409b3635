//! What islands ask of the browser: JSON over the network, a message stream, and waiting. Requests
//! that no person caused say so, so that they keep nobody signed in.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventSource, Headers, Request, RequestInit, Response, VisibilityState};

/// The header of requests that no person caused.
const UNASKED: &str = "x-unasked";

/// Asks for a value on its own account; `None` when there is no answer.
pub async fn get_json<T: DeserializeOwned>(url: &str) -> Option<T> {
    let init = RequestInit::new();
    let headers = Headers::new().ok()?;
    headers.set(UNASKED, "1").ok()?;
    init.set_headers(&headers);
    answer(&Request::new_with_str_and_init(url, &init).ok()?).await
}

/// Sends what was typed and takes the answer; `None` when there is none.
pub async fn post_json<T: DeserializeOwned>(url: &str, typed: &str) -> Option<T> {
    let init = RequestInit::new();
    init.set_method("POST");
    let headers = Headers::new().ok()?;
    headers.set("content-type", "application/json").ok()?;
    init.set_headers(&headers);
    let body = serde_json::json!({ "q": typed }).to_string();
    init.set_body(&JsValue::from_str(&body));
    answer(&Request::new_with_str_and_init(url, &init).ok()?).await
}

async fn answer<T: DeserializeOwned>(request: &Request) -> Option<T> {
    let fetched = JsFuture::from(window().fetch_with_request(request))
        .await
        .ok()?;
    let response: Response = fetched.dyn_into().ok()?;
    if !response.ok() || response.redirected() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    serde_json::from_str(&text.as_string()?).ok()
}

/// Does something again and again, while the page is in sight.
pub fn every(milliseconds: u64, act: impl Fn() + 'static) {
    let in_sight = move || {
        if document().visibility_state() == VisibilityState::Visible {
            act();
        }
    };
    let started = set_interval_with_handle(in_sight, Duration::from_millis(milliseconds));
    if let Ok(handle) = started {
        on_cleanup(move || handle.clear());
    }
}

/// Listens to a stream of messages while the page is in sight: a page that comes back into sight
/// asks again and listens anew.
pub fn on_event(
    url: &'static str,
    heard: impl Fn() + Copy + 'static,
    lost: impl Fn() + Copy + 'static,
) {
    let open = move || {
        let source = EventSource::new(url).ok()?;
        let on_message = Closure::<dyn Fn()>::new(heard);
        let on_error = Closure::<dyn Fn()>::new(lost);
        source
            .add_event_listener_with_callback("changed", on_message.as_ref().unchecked_ref())
            .ok()?;
        // Whatever changed before the stream was open, or while it was lost, was not heard.
        source.set_onopen(Some(on_message.as_ref().unchecked_ref()));
        source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_message.forget();
        on_error.forget();
        Some(source)
    };
    let current = StoredValue::new_local(open());
    let turned = move |_: web_sys::Event| {
        let visible = document().visibility_state() == VisibilityState::Visible;
        let before = current.try_update_value(Option::take).flatten();
        if let Some(source) = before {
            source.close();
        }
        if visible {
            heard();
            current.set_value(open());
        }
    };
    let handle = window_event_listener_untyped("visibilitychange", turned);
    on_cleanup(move || handle.remove());
}

/// Prints the page; a browser that cannot print shows nothing.
pub fn print() {
    let _ = window().print();
}

thread_local! {
    static TYPED: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Does something once nobody has typed for a while; typing on starts the wait again.
pub fn after_typing(milliseconds: u64, act: impl FnOnce() + 'static) {
    if let Some(earlier) = TYPED.take() {
        earlier.clear();
    }
    let started = set_timeout_with_handle(act, Duration::from_millis(milliseconds));
    TYPED.set(started.ok());
}
