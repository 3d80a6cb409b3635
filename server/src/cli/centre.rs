//! What the command line says of a centre that is founded.

use clap::Args;

/// What a new centre says about itself; all of it but the short name can be changed later.
#[derive(Args)]
pub struct NewCentre {
    /// What it is called on the screens of colleagues
    #[arg(long)]
    pub name: String,
    /// Its short name: small letters, digits and dashes [default: made of the name]
    #[arg(long)]
    pub short: Option<String>,
    /// What it is called outside; says nothing of what happens inside
    #[arg(long, value_name = "NAME")]
    pub public_name: Option<String>,
    /// The language of the house: nl, fr, de or en
    #[arg(long, default_value = "nl")]
    pub language: String,
    /// How it speaks to people in Dutch: je or u
    #[arg(long, default_value = "je")]
    pub address: String,
    /// The jurisdiction it works under: VL or NL
    #[arg(long, default_value = "VL")]
    pub profile: String,
    /// Where its clock hangs
    #[arg(long, default_value = "Europe/Brussels")]
    pub zone: String,
    /// Street and number
    #[arg(long)]
    pub street: Option<String>,
    /// Postal code and town
    #[arg(long)]
    pub town: Option<String>,
    /// The neutral telephone number
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    /// The hours of Monday to Friday
    #[arg(long, default_value = "09:00-17:00")]
    pub hours: String,
    /// Take the pass-phrase of the key from standard input
    #[arg(long)]
    pub passphrase: bool,
    /// Take a code of the recovery sheet from standard input
    #[arg(long, conflicts_with = "passphrase")]
    pub recovery: bool,
}
