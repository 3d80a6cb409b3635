//! What is typed in a morning: at the sign-in, in the search field, in forms that are taken and in
//! forms that come back.

use crate::client::Client;
use crate::journey::{ANKE, new_form, register, search, sign_in, taken};

/// Words of this run: a run before may have left its own on a server they share.
pub struct Words(String);

impl Words {
    pub fn new() -> Self {
        let letters = std::process::id().to_string().into_bytes();
        Self(
            letters
                .into_iter()
                .map(|digit| char::from(digit - b'0' + b'p'))
                .collect(),
        )
    }

    pub fn of(&self, start: &str) -> String {
        format!("{start}{}", self.0)
    }

    /// Ten digits of a telephone number.
    fn phone(&self) -> String {
        let digits: String = self
            .0
            .bytes()
            .map(|b| char::from(b - b'p' + b'0'))
            .collect();
        format!("04{digits:7>8}")
    }

    /// Everything that is typed.
    pub fn all(&self) -> Vec<String> {
        let starts = [
            "Zorvexa",
            "Quilbrano",
            "mailvex",
            "wanneer",
            "vermijd",
            "opmerking",
            "zoekwoord",
            "gebruiker",
            "Collega",
            "zinsnede",
            "geweigerd",
            "Tweedenaam",
            "vergissing",
            "inlog",
            "verkeerd",
            "klad",
            "telaat",
        ];
        let mut all: Vec<String> = starts.iter().map(|start| self.of(start)).collect();
        all.push(self.phone()[2..].to_owned());
        all
    }
}

/// Everything a receptionist types before the kill.
pub fn first_half(client: &mut Client, words: &Words) {
    let refused = [
        ("idem_key", ""),
        ("user", &*words.of("inlog")),
        ("passphrase", &*words.of("verkeerd zinsdeel")),
        ("code", "123456"),
    ];
    let idem = client.get("/sign-in").unwrap().field("idem_key").to_owned();
    let mut form = refused;
    form[0].1 = &idem;
    assert_eq!(
        client.post("/sign-in", &form).unwrap().header("location"),
        "/sign-in"
    );
    assert!(
        client
            .get("/sign-in")
            .unwrap()
            .text
            .contains(&words.of("inlog"))
    );
    sign_in(client, ANKE).unwrap();
    let hits = search(client, &words.of("zoekwoord")).unwrap();
    assert!(hits.text.contains(&words.of("zoekwoord")));
    let key = new_form(client).unwrap();
    let mistyped = words.of("geweigerd");
    let refused = register(client, &key, &[("name", &mistyped), ("born", "31-02-1990")]).unwrap();
    assert_eq!(refused.header("location"), "/people/new");
    assert!(client.get("/people/new").unwrap().text.contains(&mistyped));
    full(client, words);
    // One that is sent back and never shown: its draft is on disk when the program is killed.
    let (key, never) = (new_form(client).unwrap(), words.of("klad"));
    register(client, &key, &[("name", &never), ("born", "31-02-1990")]).unwrap();
}

/// Registers somebody with every field filled in.
fn full(client: &mut Client, words: &Words) {
    let key = new_form(client).unwrap();
    let phone = words.phone();
    let fields = [
        ("name", words.of("Zorvexa")),
        ("alias", words.of("Quilbrano")),
        ("born", "12-03-1990".to_owned()),
        ("tongue", "tr".to_owned()),
        ("channel", "call".to_owned()),
        ("phone", phone.clone()),
        (
            "email",
            format!("{}@voorbeeld.example", words.of("mailvex")),
        ),
        ("when", words.of("wanneer")),
        ("avoid", words.of("vermijd")),
        ("remark", words.of("opmerking")),
    ];
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect();
    let answer = register(client, &key, &fields).unwrap();
    assert!(taken(&answer), "{} {}", answer.header("location"), {
        client.get("/people/new").unwrap().text
    });
    let board = client.get("/desk").unwrap().text;
    assert!(board.contains("href=\"/visits/"), "nobody is there");
}

/// What is typed after it came back: she is found, opened, brought to a service, and leaves.
pub fn second_half(client: &mut Client, words: &Words) {
    sign_in(client, ANKE).unwrap();
    let hits = search(client, &words.of("Zorvexa")).unwrap();
    let path = hits
        .text
        .split("href=\"")
        .find(|rest| rest.starts_with("/people/") && rest.contains("check-in"));
    let path = path
        .and_then(|rest| rest.split('"').next())
        .expect("she is found")
        .to_owned();
    let form = client.get(&path).unwrap();
    assert!(form.text.contains(&words.of("Quilbrano")) || form.text.contains(&words.of("Zorvexa")));
    let card = client.get(path.trim_end_matches("/check-in")).unwrap();
    assert!(
        card.text.contains(&words.of("wanneer")),
        "the card shows what was typed"
    );
    let second = words.of("Tweedenaam");
    let key = new_form(client).unwrap();
    assert!(taken(
        &register(client, &key, &[("name", &second)]).unwrap()
    ));
    through_the_house(client, words);
    let late = format!("q={}", words.of("telaat"));
    client.post_bytes("/search", late.as_bytes()).unwrap();
    // Somebody types a name where it does not belong: into an address.
    let wrong = format!("/people/{}?q={0}", words.of("vergissing"));
    assert_eq!(client.get(&wrong).unwrap().status, 404);
    assert_eq!(
        client
            .get(&format!("/{}", words.of("vergissing")))
            .unwrap()
            .status,
        404
    );
}

/// Opens the last visit, brings it to a service and checks it out.
fn through_the_house(client: &mut Client, words: &Words) {
    let board = client.get("/desk").unwrap();
    let mut visits: Vec<&str> = board.text.split("href=\"/visits/").skip(1).collect();
    visits.retain(|rest| {
        !["new", "call", "child"]
            .iter()
            .any(|word| rest.starts_with(word))
    });
    let shown = |rest: &str| format!("/visits/{}", rest.split('"').next().unwrap_or_default());
    let mine = visits.iter().map(|rest| shown(rest)).find(|path| {
        let page = client.get(path).unwrap();
        page.text.contains(&words.of("opmerking"))
    });
    let path = mine.expect("her visit is on the board");
    let page = client.get(&path).unwrap();
    let service = page
        .text
        .split("<option value=\"")
        .map(|rest| &rest[..32.min(rest.len())]);
    let service = service
        .into_iter()
        .find(|id| id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit()));
    let (service, rev) = (
        service.unwrap_or_default().to_owned(),
        page.field("rev").to_owned(),
    );
    let step = [
        ("idem_key", page.field("idem_key")),
        ("rev", &rev),
        ("service", &service),
    ];
    let brought = client.post(&format!("{path}/bring"), &step).unwrap();
    assert_eq!(brought.status, 303, "{}", brought.text);
    let page = client.get(&path).unwrap();
    let step = [
        ("idem_key", page.field("idem_key")),
        ("rev", page.field("rev")),
    ];
    assert_eq!(
        client.post(&format!("{path}/leave"), &step).unwrap().status,
        303
    );
}
