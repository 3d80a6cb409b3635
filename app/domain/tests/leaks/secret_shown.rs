//! Secrets do not show.

use domain::Secret;

fn main() {
    let name = Secret::new("Amina Bakkali".to_owned());
    println!("{name}");
}
