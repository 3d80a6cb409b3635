//! What the store promises, kept by both engines alike: each story runs once on each.

#[cfg(test)]
mod support {
    pub mod ground;
    pub mod house;
}

#[cfg(test)]
mod promises {
    mod attempts;
    mod bonds;
    mod broken;
    mod centre;
    mod changes;
    mod colleagues;
    mod complete;
    mod course;
    mod credentials;
    mod days;
    mod denials;
    mod drafts;
    mod dumps;
    mod duties;
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
    mod organisations;
    mod outbox;
    mod people;
    mod places;
    mod presence;
    mod repeats;
    mod retention;
    mod role_notices;
    mod rooms;
    mod same_as;
    mod searches;
    mod sessions;
    mod settings;
    mod setup;
    mod spoilt;
    mod staff;
    mod tenancy;
    mod timeouts;
    mod unlinkings;
    mod visits;
    mod vouches;
    mod workstations;
}
