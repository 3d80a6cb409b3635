//! Pictures of the screens, drawn inline so that they take the colour of their text. They are
//! decoration: a word always stands beside an icon, so a screen reader skips every one of them.
//! The drawings come from lucide (ISC licence, `public/licences/lucide-ISC.txt`).
#![expect(
    clippy::must_use_candidate,
    reason = "a component is drawn by the view macro, and its macro drops the attribute"
)]

mod drawings;

use leptos::prelude::*;

/// One drawing, named by what it means on our screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Icon {
    /// Stands for looking for a person (lucide `search`).
    Search,
    /// Stands for locking the screen (lucide `lock`).
    Lock,
    /// Stands for a language (lucide `languages`).
    Languages,
    /// Stands for the front desk (lucide `door-open`).
    Door,
    /// Stands for the agenda (lucide `calendar-days`).
    Calendar,
    /// Stands for planning an appointment (lucide `calendar-plus`).
    CalendarPlus,
    /// Stands for the files (lucide `folder-heart`).
    Folder,
    /// Stands for groups of people (lucide `users-round`).
    Groups,
    /// Stands for the case conference (lucide `messages-square`).
    Talk,
    /// Stands for figures (lucide `chart-column`).
    Chart,
    /// Stands for administration (lucide `settings`).
    Settings,
    /// Stands for somebody arrives (lucide `log-in`).
    Arrive,
    /// Stands for somebody leaves, or signing out (lucide `log-out`).
    Leave,
    /// Stands for a new visitor (lucide `user-round-plus`).
    NewPerson,
    /// Stands for one person (lucide `user-round`).
    Person,
    /// Stands for children (lucide `baby`).
    Child,
    /// Stands for telephone (lucide `phone`).
    Phone,
    /// Stands for done, chosen (lucide `check`).
    Check,
    /// Stands for closing, refusing (lucide `x`).
    Cross,
    /// Stands for all is well (lucide `circle-check`).
    Ok,
    /// Stands for needs attention (lucide `circle-alert`).
    Alert,
    /// Stands for danger (lucide `triangle-alert`).
    Warning,
    /// Stands for an explanation (lucide `info`).
    Info,
    /// Stands for time, waiting (lucide `clock`).
    Clock,
    /// Stands for the previous one (lucide `chevron-left`).
    Before,
    /// Stands for the next one (lucide `chevron-right`).
    After,
    /// Stands for printing (lucide `printer`).
    Print,
    /// Stands for a list of who is in the house (lucide `list-checks`).
    List,
    /// Stands for the start page (lucide `house`).
    Home,
    /// Stands for the live connection is lost (lucide `wifi-off`).
    Offline,
    /// Stands for revealing (lucide `eye`).
    Show,
    /// Stands for covering (lucide `eye-off`).
    Hide,
    /// Stands for signing in (lucide `key-round`).
    Key,
    /// Stands for joining a visit and a person (lucide `link`).
    Link,
    /// Stands for a number without a name (lucide `hash`).
    Number,
    /// Stands for a companion or help (lucide `heart-handshake`).
    Care,
    /// Stands for wheelchair access (lucide `accessibility`).
    Accessible,
    /// Stands for a room with video (lucide `video`).
    Video,
    /// Stands for calling a service (lucide `bell`).
    Bell,
    /// Stands for changing (lucide `pencil`).
    Edit,
    /// Stands for adding (lucide `plus`).
    Plus,
    /// Stands for a professional (lucide `briefcase-business`).
    Work,
    /// Stands for a supplier (lucide `truck`).
    Truck,
    /// Stands for a service or centre (lucide `building-2`).
    Building,
    /// Stands for again (lucide `refresh-cw`).
    Refresh,
    /// Stands for an empty, quiet state (lucide `sprout`).
    Quiet,
    /// Stands for safe contact (lucide `shield-check`).
    Safe,
}

impl Icon {
    /// Whether it points along the line of writing, and so is mirrored where that runs from right
    /// to left.
    const fn turns(self) -> bool {
        matches!(
            self,
            Self::Arrive | Self::Leave | Self::Before | Self::After
        )
    }
}

/// Draws an icon in the size and colour of the text around it.
#[component]
pub fn Glyph(
    /// Which drawing.
    icon: Icon,
) -> impl IntoView {
    let class = if icon.turns() { "glyph turns" } else { "glyph" };
    view! {
        <svg
            class=class
            aria-hidden="true"
            focusable="false"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            inner_html=icon.svg()
        ></svg>
    }
}
