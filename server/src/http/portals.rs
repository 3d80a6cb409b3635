//! The public sites by the names of their hosts. An administrator may name another host while the
//! program runs, so the list can be put anew.

use std::sync::{Arc, PoisonError, RwLock};

use super::PortalHost;

/// The public sites as they are named now. Cheap to clone; every clone sees the same list.
#[derive(Clone, Default)]
pub struct Portals(Arc<RwLock<Vec<PortalHost>>>);

impl Portals {
    /// The site with this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<PortalHost> {
        let hosts = self.0.read().unwrap_or_else(PoisonError::into_inner);
        hosts.iter().find(|host| host.name == name).cloned()
    }

    /// Every site as it is named now.
    #[must_use]
    pub fn all(&self) -> Vec<PortalHost> {
        let hosts = self.0.read().unwrap_or_else(PoisonError::into_inner);
        hosts.clone()
    }

    /// Puts another list in the place of this one.
    pub fn put(&self, hosts: Vec<PortalHost>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = hosts;
    }
}
