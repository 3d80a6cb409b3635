//! Where the public site of each centre is, as a visitor's browser reaches it. Whoever serves the sites
//! knows; the screens only tell.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use domain::CentreId;

/// The addresses of the public sites. Cheap to clone; every clone sees the same ones.
#[derive(Clone, Default)]
pub struct Outside(Arc<RwLock<BTreeMap<[u8; 16], String>>>);

impl Outside {
    /// The address of a centre's public site, with its scheme; nothing while nobody told it.
    #[must_use]
    pub fn of(&self, centre: CentreId) -> Option<String> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        all.get(&centre.bytes()).cloned()
    }

    /// Tells the addresses, in the place of those told before; the last of a centre counts.
    pub fn put(&self, all: impl IntoIterator<Item = (CentreId, String)>) {
        let all = all
            .into_iter()
            .map(|(centre, address)| (centre.bytes(), address));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = all.collect();
    }
}
