//! The two sites as a browser meets them: through the real router, the real layers and real data on
//! SQLite, with a clock that is moved by hand.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[path = "edge/browser.rs"]
mod browser;
#[path = "edge/house.rs"]
mod house;

#[path = "edge/colleagues.rs"]
mod colleagues;
#[path = "edge/course.rs"]
mod course;
#[path = "edge/erasures.rs"]
mod erasures;
#[path = "edge/founding.rs"]
mod founding;
#[path = "edge/holds.rs"]
mod holds;
#[path = "edge/hosts.rs"]
mod hosts;
#[path = "edge/imports.rs"]
mod imports;
#[path = "edge/mail.rs"]
mod mail;
#[path = "edge/manage.rs"]
mod manage;
#[path = "edge/manners.rs"]
mod manners;
#[path = "edge/pairs.rs"]
mod pairs;
#[path = "edge/passkeys.rs"]
mod passkeys;
#[path = "edge/pins.rs"]
mod pins;
#[path = "edge/proving.rs"]
mod proving;
#[path = "edge/routes.rs"]
mod routes;
#[path = "edge/searches.rs"]
mod searches;
#[path = "edge/sessions.rs"]
mod sessions;
#[path = "edge/strangers.rs"]
mod strangers;
#[path = "edge/streams.rs"]
mod streams;
#[path = "edge/timing.rs"]
mod timing;
#[path = "edge/unlinkings.rs"]
mod unlinkings;
#[path = "edge/visitors.rs"]
mod visitors;
#[path = "edge/visits.rs"]
mod visits;
#[path = "edge/words.rs"]
mod words;
