//! What holds personal data does not print either.

use domain::Pii;

#[derive(Debug)]
struct Visitor {
    name: Pii<String>,
}

fn main() {
    let name = Pii::new("Amina Bakkali".to_owned());
    println!("{:?}", Visitor { name });
}
