//! `onthaal import people`: reads a file of people in. Progress goes to standard error, what was left
//! out with its line to standard output, and never a word of the file itself.

use std::path::Path;

use desk::imports::sheet::{self, Head};
use desk::imports::{self, Asked, Bad, Checked, IfKnown, ImportError, Plan};
use desk::places::Centre;
use desk::{Desk, access, people, seal};
use domain::import::{Column, Mapping};
use domain::role::Action;

use crate::cli::{ImportPeople, Stop};
use crate::config::Config;
use crate::opening;
use crate::world::World;

mod progress;

use progress::Progress;

/// The most bytes of a file, opened.
const LARGEST: u64 = 2 * 1024 * 1024 * 1024;

/// Reads the file in.
///
/// # Errors
/// [`Stop::Use`] for a file that is none, a centre or column that is not there; [`Stop::Failed`] when
/// rows do not fit or something stood in the way.
pub async fn people(config: Config, world: World, asked: ImportPeople) -> Result<(), Stop> {
    let bytes = bytes_of(&asked.file)?;
    let head = sheet::head(&bytes, true).map_err(|error| used(&asked.file, &error))?;
    let plan = plan(&head, &asked)?;
    let (desk, centres) = opening::house(&config, &world).await?;
    let centre = centre(&centres, asked.centre.as_deref())?;
    let read = Read {
        actor: opening::cli(&desk, centre.id),
        desk: &desk,
        asked: Asked {
            bytes: &bytes,
            head: &head,
            plan: &plan,
        },
    };
    let outcome = read.run(asked.dry_run).await;
    desk.trail().close().await;
    desk.db().close().await;
    desk.vault().keystore().close().await;
    outcome
}

fn used(file: &Path, error: &dyn std::error::Error) -> Stop {
    Stop::Use(format!("{}: {error}", file.display()))
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Stop> {
    use std::io::Read;
    let opened = std::fs::File::open(file).map_err(|error| used(file, &error))?;
    let mut bytes = Vec::new();
    let packed = file.extension().is_some_and(|ending| ending == "gz");
    let read = if packed {
        flate2::read::MultiGzDecoder::new(opened)
            .take(LARGEST)
            .read_to_end(&mut bytes)
    } else {
        opened.take(LARGEST).read_to_end(&mut bytes)
    };
    read.map_err(|error| used(file, &error))?;
    if bytes.len() as u64 >= LARGEST {
        return Err(used(file, &ImportError::TooLarge));
    }
    Ok(bytes)
}

fn centre<'a>(centres: &'a [Centre], short: Option<&str>) -> Result<&'a Centre, Stop> {
    match (short, centres) {
        (None, [only]) => Ok(only),
        (None, []) => Err(Stop::Use("--centre: there is none yet".to_owned())),
        (None, _) => Err(Stop::Use(
            "--centre: say which, there are several".to_owned(),
        )),
        (Some(short), all) => {
            let found = all.iter().find(|centre| centre.slug == short);
            found.ok_or_else(|| Stop::Use(format!("--centre: there is no “{short}”")))
        }
    }
}

/// Which column is which: by the heads, and by what was said.
fn plan(head: &Head, asked: &ImportPeople) -> Result<Plan, Stop> {
    let guess = Mapping::guess(head.cells.iter().map(String::as_str));
    let (mut mapping, mut twice) = (guess.mapping, guess.twice);
    for said in &asked.map {
        let (column, place) = mapped(head, said)?;
        mapping.set(column, Some(place));
        twice.retain(|one| *one != column);
    }
    if let Some(column) = twice.first() {
        let code = column.code();
        let says = format!("two columns are “{code}”; say which with --map {code}=NUMBER");
        return Err(Stop::Use(says));
    }
    mapping.fits(head.cells.len()).map_err(|_| {
        let says = "no column holds a name; say which with --map name=NUMBER";
        Stop::Use(says.to_owned())
    })?;
    let if_known = if asked.known_too {
        IfKnown::Write
    } else {
        IfKnown::Skip
    };
    Ok(Plan { mapping, if_known })
}

fn mapped(head: &Head, said: &str) -> Result<(Column, usize), Stop> {
    let wrong = |what: &str| Stop::Use(format!("--map {said}: {what}"));
    let (column, place) = said
        .split_once('=')
        .ok_or_else(|| wrong("write it as COLUMN=HEAD"))?;
    let column = Column::parse(column.trim()).map_err(|_| {
        let codes: Vec<&str> = Column::ALL.iter().map(|column| column.code()).collect();
        wrong(&format!("the columns are {}", codes.join(", ")))
    })?;
    let named = head
        .cells
        .iter()
        .position(|cell| cell.trim() == place.trim());
    let counted = place.trim().parse::<usize>().ok();
    let counted = counted.and_then(|number| number.checked_sub(1));
    let place = named.or(counted.filter(|place| *place < head.cells.len()));
    Ok((
        column,
        place.ok_or_else(|| wrong("the file has no such column"))?,
    ))
}

/// A file that is being read.
struct Read<'a> {
    actor: access::Actor,
    desk: &'a Desk,
    asked: Asked<'a>,
}

impl Read<'_> {
    async fn run(&self, dry: bool) -> Result<(), Stop> {
        let names = people::rebuild_index(self.desk, &self.actor).await;
        names.map_err(|error| Stop::failed("the names cannot be read", &error))?;
        let mut progress = Progress::of(self.asked.bytes.len());
        if dry {
            self.check(&mut progress).await?;
        } else {
            self.mend().await?;
            self.write(&mut progress).await?;
        }
        progress.end(dry)
    }

    /// Wraps keys that a run which was cut off left without their wraps.
    async fn mend(&self) -> Result<(), Stop> {
        let permit = access::require(&self.actor, Action::Reconcile)
            .map_err(|error| Stop::failed("the keys cannot be brought into step", &error))?;
        let mended = seal::reconcile(self.desk, &permit).await;
        mended.map(drop).map_err(|error| opening::sealed(&error))
    }

    async fn write(&self, progress: &mut Progress) -> Result<(), Stop> {
        let run = imports::begin_file(self.desk, &self.actor, &self.asked).await;
        let run = run.map_err(|error| failed(&error))?;
        progress.goes_on(&run);
        loop {
            let step = imports::step_file(self.desk, &self.actor, &self.asked, run.id).await;
            match step.map_err(|error| failed(&error))? {
                Some(checked) => tell(progress, &checked),
                None => return Ok(()),
            }
        }
    }

    async fn check(&self, progress: &mut Progress) -> Result<(), Stop> {
        let mut from = (self.asked.head.start, self.asked.head.line);
        loop {
            let step = imports::check(self.desk, &self.actor, &self.asked, from).await;
            let Some(checked) = step.map_err(|error| failed(&error))? else {
                return Ok(());
            };
            from = (checked.position, checked.line);
            tell(progress, &checked);
        }
    }
}

fn failed(error: &ImportError) -> Stop {
    Stop::failed("the file cannot be read in", error)
}

fn tell(progress: &mut Progress, checked: &Checked) {
    for bad in &checked.bad {
        println!("{}", told(bad));
    }
    progress.step(checked);
}

/// A row that was left out, by its line and its reasons.
fn told(bad: &Bad) -> String {
    let faults: Vec<String> = bad.faults.iter().map(ToString::to_string).collect();
    format!("line {}: {}", bad.line, faults.join("; "))
}
