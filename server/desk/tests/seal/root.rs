//! Bringing the root secret: a file, a pass-phrase, the two codes of a sheet.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use desk::seal::root::{self, RootError, RootSource};
use desk::seal::sheet;
use domain::Secret;

use crate::desk::Dice;
use crate::rows::count;
use crate::stores::both_engines;

fn dice() -> Dice {
    Dice::seeded(77)
}

fn typed(text: &str) -> Secret<String> {
    Secret::new(text.to_owned())
}

#[test]
fn a_key_file_reads_back_and_is_readable_by_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onthaal.key");
    let made = root::fresh(&dice());
    root::write_key_file(&file, &made).unwrap();
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(root::read_key_file(&file).unwrap().expose(), made.expose());
    assert!(
        matches!(root::write_key_file(&file, &made), Err(RootError::File(_))),
        "never over another"
    );
    fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    assert!(matches!(
        root::read_key_file(&file),
        Err(RootError::OpenToOthers)
    ));
}

#[test]
fn a_file_that_holds_no_key_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onthaal.key");
    for text in [
        "",
        "12",
        &"0".repeat(63),
        &"0".repeat(65),
        &"g".repeat(64),
        &"é".repeat(32),
    ] {
        fs::write(&file, text).unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
        assert!(
            matches!(root::read_key_file(&file), Err(RootError::NotAKey)),
            "{text}"
        );
    }
    assert!(matches!(
        root::read_key_file(&folder.path().join("none")),
        Err(RootError::File(_))
    ));
}

both_engines! {
    async fn a_key_file_beside_the_data_is_refused_unless_they_are_invented(stores) {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let file = folder.path().join("onthaal.key");
        root::write_key_file(&file, &root::fresh(&dice())).unwrap();
        let link = elsewhere.path().join("link.key");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        for (at, data, demo, opens) in [
            (&file, folder.path(), false, false),
            (&link, folder.path(), false, false),
            (&file, folder.path(), true, true),
            (&file, elsewhere.path(), false, true),
        ] {
            let source = RootSource::KeyFile { file: at, data: Some(data), demo };
            let brought = source.bring(&stores.keys).await;
            assert_eq!(brought.is_ok(), opens);
            assert!(opens || matches!(brought, Err(RootError::BesideTheData)));
        }
    }

    async fn a_pass_phrase_opens_until_it_is_replaced(stores) {
        let made = root::fresh(&dice());
        let keep = |text| root::keep_for_passphrase(&stores.keys, &made, typed(text), &DICE);
        let none = RootSource::PassPhrase(typed("anything")).bring(&stores.keys).await;
        assert!(matches!(none, Err(RootError::Wrong)));
        keep("linde in het voorjaar").await.unwrap();
        keep("linde in het najaar").await.unwrap();
        let brought = RootSource::PassPhrase(typed("linde in het najaar")).bring(&stores.keys).await;
        assert_eq!(brought.unwrap().expose(), made.expose());
        for wrong in ["linde in het voorjaar", "Linde in het najaar", ""] {
            let refused = RootSource::PassPhrase(typed(wrong)).bring(&stores.keys).await;
            assert!(matches!(refused, Err(RootError::Wrong)), "{wrong}");
        }
        assert_eq!(count(&stores.keys, "SELECT COUNT(*) FROM root_wrap").await, 1);
    }

    async fn either_code_of_the_newest_sheet_opens(stores) {
        let made = root::fresh(&dice());
        let old = sheet::print(&stores.keys, &made, &DICE).await.unwrap();
        let new = sheet::print(&stores.keys, &made, &DICE).await.unwrap();
        assert_ne!(new.codes[0].expose(), new.codes[1].expose());
        for code in new.codes {
            let brought = RootSource::Sheet(code).bring(&stores.keys).await;
            assert_eq!(brought.unwrap().expose(), made.expose());
        }
        for code in old.codes {
            let refused = RootSource::Sheet(code).bring(&stores.keys).await;
            assert!(matches!(refused, Err(RootError::Wrong)));
        }
        let refused = RootSource::Sheet(typed("HALLO")).bring(&stores.keys).await;
        assert!(matches!(refused, Err(RootError::Mistyped)));
    }
}

static DICE: Dice = Dice::seeded(99);
