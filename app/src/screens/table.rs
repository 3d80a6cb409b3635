//! The lines that every list of the administration has in the table of addresses.

/// The addresses of one list of the administration.
macro_rules! list_routes {
    ($path:literal, $action:expr, $noun:ty) => {
        [
            route!(GET $path, Policy::Needs(Action::ShowSetup), lists::list::<$noun>),
            route!(GET (concat!($path, "/new")), Policy::Needs($action), lists::get_new::<$noun>),
            route!(POST (concat!($path, "/new")), Policy::Needs($action), lists::post_new::<$noun>),
            route!(GET (concat!($path, "/{item}")), Policy::Needs($action), lists::get_one::<$noun>),
            route!(POST (concat!($path, "/{item}")), Policy::Needs($action), lists::post_one::<$noun>),
            route!(POST (concat!($path, "/{item}/close")), Policy::Needs($action), lists::post_close::<$noun>),
            route!(POST (concat!($path, "/{item}/open")), Policy::Needs($action), lists::post_open::<$noun>),
        ]
    };
}

/// The address that moves an item of a list with an order of its own.
macro_rules! move_route {
    ($path:literal, $action:expr, $noun:ty) => {
        route!(
            POST(concat!($path, "/{item}/move")),
            Policy::Needs($action),
            lists::post_move::<$noun>
        )
    };
}
