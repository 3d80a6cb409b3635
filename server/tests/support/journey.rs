//! What a receptionist does, over HTTP.

use std::io;

use crate::client::{Answer, Client};

/// A receptionist of the practice house.
pub const ANKE: &str = "Anke Wouters";

/// Signs in by the card of this colleague, a receptionist.
pub fn sign_in(client: &mut Client, name: &str) -> io::Result<()> {
    sign_in_as(client, name, "reception")
}

/// Signs in by the card of this colleague, in this role.
pub fn sign_in_as(client: &mut Client, name: &str, role: &str) -> io::Result<()> {
    let page = client.get("/sign-in")?;
    let cards = page.text.split("action=\"/sign-in/demo\"").skip(1);
    let hers = |card: &&str| card.contains(name) && card.contains(&format!("value=\"{role}\""));
    let card = cards.into_iter().find(hers);
    let card = card.expect("the practice house has a card for each colleague");
    let (_, rest) = card
        .split_once("name=\"who\" value=\"")
        .expect("the card says who");
    let who = rest.split('"').next().unwrap_or_default();
    let answer = client.post("/sign-in/demo", &[("who", who), ("role", role)])?;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/"),
        "{}",
        answer.text
    );
    Ok(())
}

/// Looks for somebody; gives the page with the hits.
pub fn search(client: &mut Client, asked: &str) -> io::Result<Answer> {
    let sent = client.post("/search", &[("q", asked)])?;
    assert_eq!(
        (sent.status, sent.header("location")),
        (303, "/desk"),
        "{}",
        sent.text
    );
    client.get("/desk")
}

/// Opens the form for a new visitor; gives the key it carries.
pub fn new_form(client: &mut Client) -> io::Result<String> {
    Ok(client.get("/people/new")?.field("idem_key").to_owned())
}

/// Sends the form for a new visitor, who is received at once.
pub fn register(client: &mut Client, key: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
    let mut all = vec![
        ("idem_key", key),
        ("kind", "victim"),
        ("purpose", "first_talk"),
        ("channel", "never"),
        ("then", "check_in"),
        // Invented names look alike: whoever registers has looked, and it is none of those.
        ("someone_else", "yes"),
    ];
    all.retain(|(name, _)| fields.iter().all(|(given, _)| given != name));
    all.extend_from_slice(fields);
    client.post("/people/new", &all)
}

/// Whether the form was taken: then the answer leads to the board.
pub fn taken(answer: &Answer) -> bool {
    answer.status == 303 && answer.header("location") == "/desk"
}
