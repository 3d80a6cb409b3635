//! Personal data do not print.

use domain::Pii;

fn main() {
    let name = Pii::new("Amina Bakkali".to_owned());
    println!("{name:?}");
}
