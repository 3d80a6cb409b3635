//! What the store promises, kept by both engines alike: each story runs once on each.

#[cfg(test)]
mod support {
    pub mod ground;
    pub mod house;
}

#[cfg(test)]
mod promises {
    mod bonds;
    mod broken;
    mod changes;
    mod colleagues;
    mod complete;
    mod denials;
    mod drafts;
    mod dumps;
    mod erasures;
    mod exports;
    mod following;
    mod guards;
    mod holds;
    mod imports;
    mod invites;
    mod keys;
    mod ledger;
    mod mail;
    mod model;
    mod outbox;
    mod people;
    mod places;
    mod presence;
    mod repeats;
    mod role_notices;
    mod setup;
    mod signin;
    mod spoilt;
    mod staff;
    mod tenancy;
    mod timeouts;
    mod unlinkings;
    mod visits;
    mod vouches;
}
