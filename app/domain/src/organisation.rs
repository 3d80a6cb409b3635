//! An organisation that sends services into the house, and a service it sends.

use serde::{Deserialize, Serialize};

use crate::OrganisationId;
use crate::text::Label;

/// An organisation: the police zone, the centre for social work, the city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// What it is called.
    pub name: Label,
}

/// A service as the house is set up: it belongs to an organisation, once that is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePlan {
    /// What it is called on screens.
    pub name: Label,
    /// Who sends it.
    pub organisation: Option<OrganisationId>,
}
