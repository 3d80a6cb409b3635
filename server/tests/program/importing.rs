//! Reading a file of people in, from the command line and by the running program: every row is there
//! once, whenever it is killed, and nothing of the file is left behind.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};

use crate::demo_on;
use crate::house::{Engine, House};
use crate::journey::{ANKE, search, sign_in};

/// The centre of the practice house that is read into.
const CENTRE: [&str; 2] = ["--centre", "linde"];

/// How many people a file has: few each time, many when everything is proved.
fn people() -> usize {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|size| size == "full");
    if full { 100_000 } else { 2_500 }
}

/// A name that nobody else in the file has.
fn name(number: usize) -> String {
    let letter = |power: u32| {
        let digit = number / 26_usize.pow(power) % 26;
        char::from(b'a' + u8::try_from(digit).expect("below 26"))
    };
    let word: String = (0..4).map(letter).collect();
    format!("Zq{word}x")
}

/// A file of so many people.
fn file(house: &House, people: usize) -> String {
    let mut text = String::from("voornaam,familienaam,geboortedatum,taal,gsm\n");
    for number in 0..people {
        let (day, phone) = (1 + number % 28, 470_000_000 + number);
        let name = name(number);
        writeln!(text, "{name},Proefrij,1986-03-{day:02},nl,0{phone}").unwrap();
    }
    written(house, "mensen.csv", text.as_bytes())
}

fn written(house: &House, name: &str, bytes: &[u8]) -> String {
    let path = house.folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

fn import(house: &House, file: &str, more: &[&str]) -> Output {
    let arguments = [&["import", "people", file], &CENTRE[..], more].concat();
    let mut command = house.watched(&["timeout", "-s", "KILL", "600"], &arguments);
    command.stdin(Stdio::null()).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Reads in, and checks what the last line says.
fn expect(house: &House, (file, more): (&str, &[&str]), (code, last): (i32, &str)) {
    let output = import(house, file, more);
    let printed = printed(&output);
    assert_eq!(
        output.status.code(),
        Some(code),
        "{printed}{}",
        said(&output)
    );
    assert_eq!(printed.lines().last(), Some(last), "{printed}");
}

/// Kills the command once it has said so many lines of progress.
fn cut_off(house: &House, file: &str, lines: usize) {
    let arguments = [&["import", "people", file], &CENTRE[..]].concat();
    let mut command = house.command(&arguments);
    let piped = command.stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
    let heard: Vec<String> = said.by_ref().take(lines).map(Result::unwrap).collect();
    assert_eq!(heard.len(), lines, "it ended by itself: {heard:?}");
    child.kill().unwrap();
    child.wait().unwrap();
}

fn killed_and_gone_on(engine: Engine) {
    let Some(house) = demo_on(engine) else { return };
    let (count, file) = (people(), file(&house, people()));
    for lines in 1..=3 {
        cut_off(&house, &file, lines);
    }
    let output = import(&house, &file, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        said(&output).contains("goes on at line"),
        "{}",
        said(&output)
    );
    let all = format!("{count} rows: {count} written, 0 known already, 0 that do not fit");
    assert_eq!(printed(&output).lines().last(), Some(&all[..]));
    let again = format!("{count} rows: 0 written, {count} known already, 0 that do not fit");
    expect(&house, (&file, &[]), (0, &again));
    let verified = house.run(&["audit", "verify"], "");
    assert!(verified.status.success(), "{}", printed(&verified));
    everybody_is_found(&house, count);
}

/// Some of them, from the first to the last.
fn everybody_is_found(house: &House, count: usize) {
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    for number in (0..count).step_by(count / 20).chain([count - 1]) {
        let page = search(&mut client, &name(number)).unwrap();
        let (_, hits) = page.text.split_once("class=\"hits\"").unwrap_or_default();
        let hits = hits.split("</ul>").next().unwrap_or_default();
        let hits = hits
            .split("<li")
            .filter(|hit| hit.contains(&name(number)))
            .count();
        assert_eq!(hits, 1, "{}", name(number));
    }
    assert_eq!(server.end().0, Some(0));
    assert!(!house.log().contains("Proefrij"));
}

mod a_file_that_is_cut_off_goes_on_and_nobody_is_lost_or_there_twice {
    use super::*;

    #[test]
    fn on_sqlite() {
        killed_and_gone_on(Engine::Sqlite);
    }

    #[test]
    fn on_postgres() {
        killed_and_gone_on(Engine::Postgres);
    }
}

#[test]
fn bad_rows_are_told_by_line_and_nothing_of_them_is_printed() {
    let house = demo_on(Engine::Sqlite).expect("SQLite is always there");
    let text =
        b"name;born;email\nZqgoed;12-03-1986;\nZqfout;31-02-1986;x\n\"Zqtorn;;\n;;\nZq\xE9;;\n";
    let file = written(&house, "fout.csv", text);
    let wanted = "line 3: birth_date: no such day; email: not an e-mail address\n\
                  line 4: a quotation mark does not close\n\
                  line 5: name: one of several is needed\n\
                  line 6: not UTF-8\n\
                  5 rows: 1 would be written, 0 known already, 4 that do not fit\n";
    let dry = import(&house, &file, &["--dry-run"]);
    assert_eq!(
        (dry.status.code(), printed(&dry)),
        (Some(1), wanted.to_owned())
    );
    let done = import(&house, &file, &[]);
    let wanted = wanted.replace("would be written", "written");
    assert_eq!((done.status.code(), printed(&done)), (Some(1), wanted));
    assert!(!said(&done).contains("Zq"), "{}", said(&done));
}

#[test]
fn a_packed_file_is_opened_and_columns_are_named() {
    let house = demo_on(Engine::Sqlite).expect("SQLite is always there");
    let file = written(&house, "vreemd.csv", b"A,B\nZqvreemd,1986-03-12\n");
    let packed = Command::new("gzip").arg(&file).status().unwrap();
    assert!(packed.success());
    let maps = ["--map", "name=A", "--map", "birth_date=2"];
    let one = "1 rows: 1 written, 0 known already, 0 that do not fit";
    let none = "1 rows: 0 written, 1 known already, 0 that do not fit";
    let file = format!("{file}.gz");
    expect(&house, (&file, &maps), (0, one));
    expect(&house, (&file, &maps), (0, none));
    expect(
        &house,
        (&file, &[&maps[..], &["--known-too"]].concat()),
        (0, one),
    );
}

#[test]
fn what_cannot_be_read_ends_with_two_and_one_line() {
    let house = demo_on(Engine::Sqlite).expect("SQLite is always there");
    let cases: [(&str, &[u8], &[&str], &str); 7] = [
        ("leeg.csv", b"", &[], "the file is empty"),
        (
            "latijn.csv",
            b"pr\xE9nom\nA\n",
            &[],
            "the file is not UTF-8",
        ),
        (
            "zonder.csv",
            b"postcode\n9000\n",
            &[],
            "no column holds a name",
        ),
        (
            "dubbel.csv",
            b"naam,name\nA,B\n",
            &[],
            "two columns are \u{201C}name\u{201D}",
        ),
        (
            "plaats.csv",
            b"naam\nA\n",
            &["--map", "phone=7"],
            "the file has no such column",
        ),
        (
            "soort.csv",
            b"naam\nA\n",
            &["--map", "shoe=1"],
            "the columns are name",
        ),
        ("teken.csv", b"naam\nA\n", &["--map", "name"], "COLUMN=HEAD"),
    ];
    for (name, bytes, more, why) in cases {
        let file = written(&house, name, bytes);
        let output = import(&house, &file, more);
        let said = said(&output);
        assert_eq!(
            (output.status.code(), said.lines().count()),
            (Some(2), 1),
            "{said}"
        );
        assert!(said.contains(why), "{said}");
    }
    let nowhere = house.run(&["import", "people", "nowhere.csv"], "");
    assert_eq!(nowhere.status.code(), Some(2));
    let file = written(&house, "goed.csv", b"naam\nZqgoed\n");
    let several = house.run(&["import", "people", &file], "");
    assert_eq!(several.status.code(), Some(2), "{}", said(&several));
}
