//! Founding a house: all of it or nothing, wherever the work stops, and once.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::audit::Trail;
use desk::founding::{self, Administrator, FoundingError, Key, NewHouse, Premises};
use desk::seal::root::{RootError, RootSource};
use desk::seal::sheet::{GROUPS, Sheet};
use desk::seal::{Onward, Steps, Vault};
use desk::signin::AppSecret;
use desk::store::{places, settings};
use desk::{Desk, Entropy, Parts};
use domain::centre::CentreCard;
use domain::hours::DayHours;
use domain::id::Ids;
use domain::role::{Action, Role};
use domain::signin::{Passphrase, UserName};
use domain::text::{Label, Name, Phone};
use domain::time::{CentreZone, Clock};
use domain::{Address, CentreId, Instant, Language, Profile, RequestId, ShortName};

use crate::desk::Dice;
use crate::rows::count;
use crate::stores::{Stores, both_engines};
use crate::sweep::StopAt;

/// A clock that stands still.
struct Nine;
impl Clock for Nine {
    fn now(&self) -> Instant {
        Instant::from_unix(1_773_133_200)
    }
}

/// Ids of the dice.
struct Numbered(Dice);
impl Ids for Numbered {
    fn fresh(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.0.fill(&mut bytes);
        bytes
    }
}

/// A program that starts on data without a house.
struct Start {
    desk: Desk,
    data: PathBuf,
    file: PathBuf,
}

impl Start {
    fn new(stores: &Stores, steps: Arc<dyn Steps>, seed: u64) -> Self {
        let dice = Arc::new(Dice::seeded(seed));
        let vault = Vault::new(stores.keys.clone(), Arc::new(Nine), dice.clone());
        let desk = Desk::new(Parts {
            db: stores.db.clone(),
            vault: vault.with_steps(steps),
            trail: Trail::new(seed.to_be_bytes().repeat(2).try_into().unwrap()),
            clock: Arc::new(Nine),
            ids: Arc::new(Numbered(Dice::seeded(seed + 1))),
            entropy: dice,
        });
        let data = stores.folder.path().join("data");
        std::fs::create_dir_all(&data).unwrap();
        let file = stores.folder.path().join("house.key");
        Self { desk, data, file }
    }

    async fn key(&self) -> Result<Key, FoundingError> {
        let desk = &self.desk;
        Key::of_file(desk.vault(), &self.file, &self.data, desk.entropy()).await
    }

    /// Founds a house with this sheet.
    async fn found(&self, key: &Key, sheet: &Sheet) -> Result<CentreId, FoundingError> {
        let house = NewHouse {
            key,
            sheet,
            centre: &premises("linde"),
            administrator: administrator(),
            app: &AppSecret::fresh(self.desk.entropy()),
            request: RequestId::new(self.desk.ids()),
        };
        founding::establish(&self.desk, house).await
    }

    /// Everything a program does from its start until there is a house.
    async fn whole(&self) -> Result<(CentreId, Sheet), FoundingError> {
        let key = self.key().await?;
        let sheet = key.sheet(self.desk.entropy())?;
        let centre = self.found(&key, &sheet).await?;
        Ok((centre, sheet))
    }
}

fn premises(short: &str) -> Premises {
    let card = CentreCard {
        name: Label::parse("De Linde").unwrap(),
        public_name: Label::optional("Het Gesprekshuis").unwrap(),
        language: Language::Nl,
        address: Address::U,
        profile: Profile::ALL[0],
        zone: CentreZone::parse("Europe/Brussels").unwrap(),
        street: None,
        town: None,
        phone: Phone::optional("016 12 34 56").unwrap(),
        portal_host: None,
    };
    Premises {
        short: ShortName::parse(short).unwrap(),
        card,
        week: Premises::working_week(&DayHours::parse("9-17").unwrap()),
    }
}

fn administrator() -> Administrator {
    Administrator {
        name: Name::parse("Noor Verbeke").unwrap(),
        user: UserName::parse("noor").unwrap(),
        passphrase: Passphrase::parse("zeven blauwe fietsen".to_owned()).unwrap(),
        language: Language::Nl,
        reception: true,
    }
}

/// How many rows a house has, table by table.
async fn rows(stores: &Stores) -> [i64; 7] {
    [
        count(&stores.db, "SELECT COUNT(*) FROM installation").await,
        count(&stores.db, "SELECT COUNT(*) FROM centre").await,
        count(&stores.db, "SELECT COUNT(*) FROM setting").await,
        count(&stores.db, "SELECT COUNT(*) FROM staff").await,
        count(&stores.db, "SELECT COUNT(*) FROM staff_role").await,
        count(&stores.db, "SELECT COUNT(*) FROM credential").await,
        count(&stores.db, "SELECT COUNT(*) FROM audit").await,
    ]
}

const NOTHING: [i64; 7] = [0; 7];
const HOUSE: [i64; 7] = [1, 1, 1, 1, 2, 2, 1];

/// Whether a code of the sheet opens the keystore with the key of the file.
async fn opens(stores: &Stores, start: &Start, sheet: &Sheet) {
    let key = desk::seal::root::read_key_file(&start.file).unwrap();
    for code in &sheet.codes {
        let brought = RootSource::Sheet(code.clone()).bring(&stores.keys).await;
        assert!(brought.unwrap().expose() == key.expose());
    }
    let next = Start::new(stores, Arc::new(Onward), 9_999);
    next.desk.vault().unseal(&key).await.unwrap();
}

both_engines! {
    async fn a_house_is_founded_whole(stores) {
        let start = Start::new(stores, Arc::new(Onward), 1);
        let (centre, sheet) = start.whole().await.unwrap();
        assert_eq!(rows(stores).await, HOUSE);
        assert_eq!(places::demo(&stores.db).await.unwrap(), Some(false));
        opens(stores, &start, &sheet).await;
        let reads = desk::access::Actor::Job {
            name: "test",
            centre,
            request: RequestId::new(start.desk.ids()),
        };
        let permit = desk::access::require(&reads, Action::Reconcile).unwrap();
        let mut look = start.desk.look(&permit).await.unwrap();
        let (card, _) = desk::store::centre::read(&mut look).await.unwrap().unwrap();
        assert_eq!(card, premises("linde").card);
        let week = settings::versions(&mut look, "week", 9).await.unwrap();
        assert_eq!(week[0].value, premises("linde").week.to_string());
        let roles = count(&stores.db, "SELECT COUNT(*) FROM staff_role
            WHERE role IN ('administrator', 'reception')").await;
        assert_eq!(roles, i64::try_from([Role::Administrator, Role::Reception].len()).unwrap());
    }

    async fn a_founding_can_stop_between_any_two_steps(stores) {
        let mut stops = 0;
        for at in 1.. {
            let stop = StopAt::new(at);
            let stopped = Start::new(stores, stop.clone(), 100 * at as u64);
            let outcome = stopped.whole().await;
            if stop.never_stopped() {
                let (_, sheet) = outcome.unwrap();
                assert_eq!(rows(stores).await, HOUSE);
                opens(stores, &stopped, &sheet).await;
                break;
            }
            stops = at;
            assert!(outcome.is_err(), "the work stopped at step {at}");
            assert_eq!(rows(stores).await, NOTHING, "half a house after step {at}");
        }
        // The key is made once: every start after the first goes on with it.
        let keystores = count(&stores.keys, "SELECT COUNT(*) FROM keystore").await;
        let wraps = count(&stores.keys, "SELECT COUNT(*) FROM root_wrap").await;
        assert!(stops > 4, "{stops} steps");
        assert_eq!((keystores, wraps), (1, 2));
    }

    async fn founding_again_after_a_failure_goes_on_where_it_stopped(stores) {
        let start = Start::new(stores, Arc::new(Onward), 1);
        let key = start.key().await.unwrap();
        let sheet = key.sheet(start.desk.entropy()).unwrap();
        crate::rows::add_centre(&stores.db, uuid::Uuid::from_u128(1)).await;
        crate::rows::run(&stores.db, "UPDATE centre SET slug = 'linde'").await;
        let refused = start.found(&key, &sheet).await;
        assert!(matches!(refused, Err(FoundingError::ShortNameTaken)));
        crate::rows::run(&stores.db, "DELETE FROM centre").await;
        assert_eq!(rows(stores).await, NOTHING);
        start.found(&key, &sheet).await.unwrap();
        assert_eq!(rows(stores).await, HOUSE);
        opens(stores, &start, &sheet).await;
    }

    async fn of_two_who_found_at_once_one_is_refused(stores) {
        let [first, second] = [1, 2].map(|seed| Start::new(stores, Arc::new(Onward), seed * 100));
        let (one, other) = (first.key().await.unwrap(), second.key().await.unwrap());
        let one_sheet = one.sheet(first.desk.entropy()).unwrap();
        let other_sheet = other.sheet(second.desk.entropy()).unwrap();
        first.found(&one, &one_sheet).await.unwrap();
        let refused = second.found(&other, &other_sheet).await;
        assert!(matches!(refused, Err(FoundingError::Root(RootError::File(_)))));
        assert_eq!(rows(stores).await, HOUSE);
        opens(stores, &first, &one_sheet).await;
    }

    async fn a_program_with_another_place_for_its_key_leaves_none_there(stores) {
        let first = Start::new(stores, Arc::new(Onward), 1);
        let mut second = Start::new(stores, Arc::new(Onward), 100);
        second.file = stores.folder.path().join("other.key");
        let other = second.key().await.unwrap();
        let other_sheet = other.sheet(second.desk.entropy()).unwrap();
        let (_, sheet) = first.whole().await.unwrap();
        let refused = second.found(&other, &other_sheet).await;
        assert!(matches!(refused, Err(FoundingError::Founded)));
        assert!(!second.file.exists() && rows(stores).await == HOUSE);
        opens(stores, &first, &sheet).await;
    }

    async fn a_key_that_is_there_is_used_and_one_that_is_away_is_asked_for(stores) {
        let start = Start::new(stores, Arc::new(Onward), 1);
        let made = desk::seal::root::fresh(start.desk.entropy());
        desk::seal::root::write_key_file(&start.file, &made).unwrap();
        start.desk.vault().found(&made).await.unwrap();
        start.desk.vault().seal_again();
        let away = stores.folder.path().join("away.key");
        std::fs::rename(&start.file, &away).unwrap();
        assert!(matches!(start.key().await, Err(FoundingError::KeyAway)));
        std::fs::rename(&away, &start.file).unwrap();
        let key = start.key().await.unwrap();
        assert!(key.root().expose() == made.expose());
        assert!(!start.desk.vault().is_open(), "there is no house to open yet");
        let sheet = key.sheet(start.desk.entropy()).unwrap();
        start.found(&key, &sheet).await.unwrap();
        opens(stores, &start, &sheet).await;
    }

    async fn a_centre_is_added_on_the_command_line(stores) {
        let start = Start::new(stores, Arc::new(Onward), 1);
        let request = || RequestId::new(start.desk.ids());
        let made = desk::seal::root::fresh(start.desk.entropy());
        start.desk.vault().found(&made).await.unwrap();
        founding::add_centre(&start.desk, request(), &premises("linde")).await.unwrap();
        founding::add_centre(&start.desk, request(), &premises("eik")).await.unwrap();
        let again = founding::add_centre(&start.desk, request(), &premises("eik")).await;
        assert!(matches!(again, Err(FoundingError::ShortNameTaken)));
        assert_eq!(rows(stores).await, [1, 2, 2, 0, 0, 0, 2]);
        crate::rows::run(&stores.db, "UPDATE installation SET demo = NOT demo").await;
        let practice = founding::add_centre(&start.desk, request(), &premises("es")).await;
        assert!(matches!(practice, Err(FoundingError::Practice)));
    }
}

#[test]
fn a_key_may_only_lie_apart_from_the_data() {
    use desk::seal::root::room_for_key_file as room;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let beside = room(&data.join("a.key"), &data);
    assert!(matches!(beside, Err(RootError::BesideTheData)));
    let nowhere = room(Path::new("/nowhere/at/all/a.key"), &data);
    assert!(matches!(nowhere, Err(RootError::File(_))));
    room(&folder.path().join("a.key"), &data).unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "trying leaves nothing");
}

#[test]
fn a_file_that_was_cut_off_is_no_key_and_is_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.key");
    std::fs::write(folder.path().join("a.key.part"), "0123").unwrap();
    let made = desk::seal::root::fresh(&Dice::seeded(5));
    desk::seal::root::write_key_file(&file, &made).unwrap();
    let read = desk::seal::root::read_key_file(&file).unwrap();
    assert!(read.expose() == made.expose());
    assert!(!folder.path().join("a.key.part").exists());
}

#[test]
fn a_group_of_the_sheet_is_recognised_and_no_other() {
    let start = Dice::seeded(3);
    let made = desk::seal::root::fresh(&start);
    let sheet = desk::seal::sheet::make(&made, &start).unwrap();
    for (holder, code) in sheet.codes.iter().enumerate() {
        for (place, group) in code.expose().split('-').enumerate() {
            assert!(sheet.has(holder, place, &group.to_lowercase()));
            assert!(!sheet.has(1 - holder, place, group) && !sheet.has(holder, place, ""));
        }
    }
    assert!(!sheet.has(0, GROUPS, "AAAA") && !sheet.has(2, 0, "AAAA"));
}
