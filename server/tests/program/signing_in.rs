//! An account made on the command line, used in a browser: user name, pass-phrase and code.

use std::process::Command;

use crate::demo;

const PHRASE: &str = "drie groene stoelen";

/// The code of this moment, as an app shows it.
fn code(secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    // The clock of the machine, asked as a person would: the code must fit the program's own.
    let now = Command::new("date").arg("+%s").output().unwrap();
    let seconds = String::from_utf8(now.stdout)
        .unwrap()
        .trim()
        .parse()
        .unwrap();
    totp.generate(seconds).to_string()
}

#[test]
fn a_new_colleague_signs_in_with_three_things_and_each_code_once() {
    let house = demo();
    let server = house.serve();
    let add = [
        "user",
        "add",
        "--centre",
        "linde",
        "--name",
        "Tine Smets",
        "--user",
        "tine",
        "--role",
        "reception",
    ];
    let added = house.run(&add, &format!("{PHRASE}\n"));
    assert!(
        added.status.success(),
        "{}",
        String::from_utf8_lossy(&added.stderr)
    );
    let printed = String::from_utf8(added.stdout).unwrap();
    let code = code(printed.lines().last().unwrap());

    let enter = |phrase: &str| {
        let mut client = server.client();
        let idem = client.get("/sign-in").unwrap().field("idem_key").to_owned();
        let form = [
            ("idem_key", &*idem),
            ("user", "tine"),
            ("passphrase", phrase),
            ("code", &code),
        ];
        let answer = client.post("/sign-in", &form).unwrap();
        assert_eq!(answer.status, 303);
        (answer.header("location").to_owned(), client)
    };
    let (to, mut client) = enter("drie groene tafels");
    assert_eq!(to, "/sign-in");
    let page = client.get("/sign-in").unwrap();
    assert_eq!(page.field("user"), "tine");
    assert!(!page.text.contains("tafels"), "a pass-phrase came back");
    let (to, mut client) = enter(PHRASE);
    assert_eq!(to, "/");
    assert!(client.get("/account").unwrap().text.contains("Tine Smets"));
    assert_eq!(enter(PHRASE).0, "/sign-in", "a code opened twice");
}
