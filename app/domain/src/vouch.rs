//! Whether two colleagues are two people, as far as a house can know it. Whoever lets a colleague in
//! vouches for that colleague, and so does whoever takes part in replacing all of somebody's proofs:
//! each of them could be behind that account. What takes two people is released by somebody for whom
//! the one who asks did not vouch, nor the other way round, directly or along the chain, and who has
//! been in the house for a day, so that the others had time to notice.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Instant, UserId};

/// Seconds after which somebody who joined may release.
pub const SETTLED_AFTER: i64 = 24 * 60 * 60;

/// How an account came to its proofs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proofs {
    /// The owner joined.
    First,
    /// All of them were replaced. Another pass-phrase alone is none: the second factor stays, and
    /// proves that the owner is the same.
    Replaced,
}

/// That somebody let an account come to its proofs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vouch {
    /// Whose account.
    pub of: UserId,
    /// To which proofs.
    pub proofs: Proofs,
    /// Who started it.
    pub by: UserId,
    /// Who was the second person, where it took two.
    pub with: Option<UserId>,
    /// When the owner chose them.
    pub at: Instant,
}

/// Somebody who is about to release what another one asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Who releases.
    pub by: UserId,
    /// Who asked.
    pub asker: UserId,
    /// Whose account it is about, where it is about one.
    pub about: Option<UserId>,
}

/// Why somebody is not the second person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Dependent {
    /// One of the two vouched for the other, or is the other.
    #[error("one vouched for the other")]
    Vouched,
    /// The one who releases joined, or got all proofs anew, less than a day ago.
    #[error("joined less than a day ago")]
    New,
}

impl Release {
    /// Whether whoever releases is another person than who asked, by what is known of the accounts of
    /// the house. Somebody whom nobody let in, as a founder, depends on nobody.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn independent(&self, vouches: &[Vouch], now: Instant) -> Result<(), Dependent> {
        let counting = counting(vouches);
        let bound = |other| {
            self.by == other
                || chain(&counting, self.by).contains(&other)
                || chain(&counting, other).contains(&self.by)
        };
        if bound(self.asker) || self.about.is_some_and(bound) {
            return Err(Dependent::Vouched);
        }
        let own = counting.values().filter(|vouch| vouch.of == self.by);
        let settled = |vouch: &Vouch| now.seconds_since(vouch.at) >= SETTLED_AFTER;
        if own.copied().all(|vouch| settled(&vouch)) {
            Ok(())
        } else {
            Err(Dependent::New)
        }
    }
}

/// What counts for each account: how it first came to proofs, which no reset forgets, and the last
/// time that they were replaced.
fn counting(vouches: &[Vouch]) -> BTreeMap<(UserId, Proofs), Vouch> {
    let mut sorted = vouches.to_vec();
    sorted.sort_by_key(|vouch| vouch.at);
    let last = sorted.into_iter();
    last.map(|vouch| ((vouch.of, vouch.proofs), vouch))
        .collect()
}

/// Everybody who vouched for somebody, directly or along the chain.
fn chain(counting: &BTreeMap<(UserId, Proofs), Vouch>, user: UserId) -> BTreeSet<UserId> {
    let (mut chain, mut next) = (BTreeSet::new(), vec![user]);
    while let Some(user) = next.pop() {
        let of = [Proofs::First, Proofs::Replaced].map(|proofs| counting.get(&(user, proofs)));
        for vouch in of.into_iter().flatten() {
            let vouchers = [Some(vouch.by), vouch.with].into_iter().flatten();
            next.extend(vouchers.filter(|voucher| chain.insert(*voucher)));
        }
    }
    chain
}

#[cfg(test)]
mod tests;
