//! Making backups: a whole when it is asked for, and after it whatever was stored meanwhile. One
//! round packs the data first and the keys after them, and names them the other way round: where a
//! piece of data can be seen, the keys it needs can be.

use std::fs;
use std::str::FromStr;

use age::x25519::Recipient;
use domain::Instant;
use domain::role::Action;

use super::beside::Told;
use super::folder::{Folder, Part, Set};
use super::following::{Destination, Following, blocking};
use super::parcel::{Packed, Sealing};
use super::restore::Opener;
use super::standing::{Run, RunKind, noted, sheet_in_use};
use super::{BackupError, PURPOSE, archive, beside};
use crate::Desk;
use crate::access::{self, Actor};
use crate::seal::sheet;
use crate::store::dumps::{self, Work};
use crate::store::{self, Db};

/// How many days a backup of the keys is kept at most. What is erased is unreadable everywhere after
/// this.
pub const KEYS_DAYS: i64 = 14;

/// How long before that a backup of the keys is removed, in seconds: it is looked for every hour, and
/// one look may fail.
const EARLY: i64 = 2 * 60 * 60;

const DAY: i64 = 24 * 60 * 60;

/// Who makes the backups of one house.
pub struct Keeper {
    desk: Desk,
    folder: Folder,
    others: Vec<Recipient>,
    ledger: Option<u64>,
    running: Option<Running>,
    /// The last set that was begun.
    made: Option<String>,
    /// For how many rounds the logs are still folded at once: somebody was erased, and the keys are
    /// destroyed a moment later.
    folding: u8,
}

/// A set that is being added to.
struct Running {
    to: Destination,
    data: Following,
    keys: Following,
}

/// What was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When.
    pub at: Instant,
    /// How many bytes were written.
    pub bytes: u64,
}

impl Keeper {
    /// A keeper for this folder. Others than the holders of the sheet can open the backups too, where
    /// they are named.
    ///
    /// # Errors
    /// [`BackupError::NobodyOpens`] for a name that is no recipient.
    pub fn new(desk: Desk, folder: Folder, others: &[String]) -> Result<Self, BackupError> {
        let others = others
            .iter()
            .map(|one| recipient(one))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            desk,
            folder,
            others,
            ledger: None,
            running: None,
            made: None,
            folding: 0,
        })
    }

    /// Makes a whole of data and keys; on SQLite what is stored from now on follows it.
    ///
    /// # Errors
    /// What stood in the way; the wholes of before are as they were.
    pub async fn whole(&mut self, actor: &Actor) -> Result<Kept, BackupError> {
        let permit = access::require(actor, Action::Backup)?;
        (self.ledger, self.running) = (None, None);
        let at = self.desk.now();
        let to = self.destination(at).await?;
        let made = match self.desk.db() {
            Db::Sqlite { .. } => self.pages(&to, at).await,
            Db::Postgres(_) => self.archives(&to, at).await,
        };
        if made.is_err() {
            // A set without its whole is never looked at again.
            let _removed = fs::remove_dir_all(&to.path);
        }
        let bytes = made?;
        let run = Run {
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            sheet: sheet_in_use(&self.desk).await?,
            ..Run::of(RunKind::Whole, at)
        };
        noted(&self.desk, &permit, &run).await?;
        Ok(Kept { at, bytes })
    }

    /// Makes a whole that the given opener can open too, and gives the folder with nothing but that. It
    /// was made for this and is forgotten after it: no later file is for it.
    ///
    /// # Errors
    /// As [`Keeper::whole`].
    pub async fn whole_on_trial(&mut self, actor: &Actor) -> Result<(Folder, Opener), BackupError> {
        access::require(actor, Action::Backup)?;
        let root = self.desk.vault().root()?;
        let (opener, recipient) = Opener::for_once(self.desk.entropy(), root)?;
        self.others.push(recipient);
        let made = self.whole(actor).await;
        self.others.pop();
        made?;
        let sealing = self.sealing().await?;
        if let Some(running) = &mut self.running {
            running.to.sealing = sealing;
        }
        let set = self.made.clone().ok_or(BackupError::NothingThere)?;
        Ok((self.folder.only(set), opener))
    }

    /// Ships what was stored since. Begins a new set where the one before cannot be gone on with.
    ///
    /// # Errors
    /// What stood in the way; the next round begins anew.
    pub async fn round(&mut self, actor: &Actor) -> Result<Option<Kept>, BackupError> {
        access::require(actor, Action::Backup)?;
        let Some(mut running) = self.running.take() else {
            return self.whole(actor).await.map(Some);
        };
        let at = self.desk.now();
        let before = self.ledger;
        running.to.ledger = self.ledger(&running.to.sealing, at).await?;
        if before != self.ledger {
            self.folding = 2;
        }
        let shipped = running.ship(at, self.folding > 0).await;
        self.folding = self.folding.saturating_sub(1);
        self.running = shipped.is_ok().then_some(running);
        match shipped {
            Ok(kept) => Ok(kept),
            Err(BackupError::Moved) => self.whole(actor).await.map(Some),
            Err(error) => Err(error),
        }
    }

    /// Whether what is stored now is followed.
    #[must_use]
    pub const fn follows(&self) -> bool {
        self.running.is_some()
    }

    /// Removes what is older than it is kept: the keys within fourteen days, the data after the given
    /// number. The youngest set stays. To be called every hour.
    ///
    /// # Errors
    /// What the disk said.
    pub fn expire(&self, keep_days: i64) -> Result<(), BackupError> {
        let now = self.desk.now();
        let mut sets = self.folder.sets()?;
        sets.pop();
        for set in sets {
            expire(&set, now, keep_days)?;
        }
        Ok(())
    }

    async fn pages(&mut self, to: &Destination, at: Instant) -> Result<u64, BackupError> {
        let keystore = self.desk.vault().keystore();
        let mut data = Following::begin(self.desk.db(), Part::Data).await?;
        let mut keys = Following::begin(keystore, Part::Keys).await?;
        let packed = [keys.whole(to, at).await?, data.whole(to, at).await?];
        let bytes = settled(packed)?;
        let to = to.clone();
        self.running = Some(Running { to, data, keys });
        Ok(bytes)
    }

    async fn archives(&self, to: &Destination, at: Instant) -> Result<u64, BackupError> {
        let alone = dumps::alone(self.desk.db(), Work::Backup).await?;
        let _alone = alone.ok_or(BackupError::Underway)?;
        settled(archive::whole(&self.desk, to, at).await?)
    }

    async fn destination(&mut self, at: Instant) -> Result<Destination, BackupError> {
        let sealing = self.sealing().await?;
        self.folder.sweep(at)?;
        let ledger = self.ledger(&sealing, at).await?;
        let mut salt = [0; 4];
        self.desk.entropy().fill(&mut salt);
        let (set, path) = self.folder.begin(at, salt)?;
        self.made = Some(set.clone());
        Ok(Destination {
            set,
            path,
            sealing,
            ledger,
        })
    }

    /// Writes the ledger beside the backups where it has grown; gives its length. It is read before the
    /// data are, so that no piece knows more than it.
    async fn ledger(&mut self, sealing: &Sealing, at: Instant) -> Result<u64, BackupError> {
        let entries = store::ledger::all(self.desk.db()).await?;
        let length = entries.len() as u64;
        if self.ledger != Some(length) {
            let denials = store::denials::every(self.desk.db()).await?;
            let (folder, sealing) = (self.folder.clone(), sealing.clone());
            let holds = store::holds::every(self.desk.db()).await?;
            let told = Told {
                entries,
                denials,
                holds,
            };
            blocking(move || beside::write(&folder, &sealing, told, at)).await?;
            self.ledger = Some(length);
        }
        Ok(length)
    }

    async fn sealing(&self) -> Result<Sealing, BackupError> {
        let vault = self.desk.vault();
        let holders = sheet::recipients(vault.keystore()).await?;
        if holders.is_empty() {
            return Err(BackupError::NobodyOpens);
        }
        let mut recipients = self.others.clone();
        for holder in &holders {
            recipients.push(recipient(holder)?);
        }
        let key = vault.key_for(PURPOSE)?;
        Ok(Sealing { recipients, key })
    }
}

impl Running {
    async fn ship(&mut self, at: Instant, at_once: bool) -> Result<Option<Kept>, BackupError> {
        let data = self.data.pieces((&self.to, at), at_once).await?;
        let keys = self.keys.pieces((&self.to, at), at_once).await?;
        if data.is_empty() && keys.is_empty() {
            return Ok(None);
        }
        let bytes = settled(keys.into_iter().chain(data))?;
        Ok(Some(Kept { at, bytes }))
    }
}

/// Gives the files their names, in this order.
fn settled(packed: impl IntoIterator<Item = Packed>) -> Result<u64, BackupError> {
    let mut bytes = 0;
    for one in packed {
        bytes += one.bytes;
        one.settle()?;
    }
    Ok(bytes)
}

fn recipient(text: &str) -> Result<Recipient, BackupError> {
    Recipient::from_str(text).map_err(|_| BackupError::NobodyOpens)
}

fn expire(set: &Set, now: Instant, keep_days: i64) -> Result<(), BackupError> {
    let older = |at: Instant, seconds: i64| now.seconds_since(at) > seconds;
    if set.last_at().is_some_and(|at| older(at, keep_days * DAY)) {
        return Ok(fs::remove_dir_all(&set.path)?);
    }
    for piece in set
        .of(Part::Keys)
        .filter(|piece| older(piece.at, KEYS_DAYS * DAY - EARLY))
    {
        fs::remove_file(&piece.path)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
