//! The small parts every screen is made of: plain functions of texts and a few choices of look.
//! They know nothing of persons, visits or storage, so an island can draw them too.

pub mod board;
mod button;
mod card;
mod notice;
mod progress;
#[cfg(feature = "ssr")]
mod qr;
mod table;

pub use button::{Act, Acts, Go, PrintButton, Weight};
pub use card::{Card, ColumnHead, Ground, PageHead, Tag, TokenBadge, Tone, WaitingBar};
pub use notice::{EmptyState, Notice};
pub use progress::ProgressBar;
#[cfg(feature = "ssr")]
pub use qr::Qr;
pub use table::{DetailList, Table};
