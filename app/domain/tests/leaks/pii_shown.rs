//! Personal data do not show.

use domain::Pii;

fn main() {
    let name = Pii::new("Amina Bakkali".to_owned());
    println!("{name}");
}
