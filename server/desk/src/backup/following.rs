//! Following one database of SQLite: the whole once, then what was written since, page by page, as
//! the write-ahead log has it. What is shipped is exactly a sequence of stored transactions.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::Instant;

use super::BackupError;
use super::folder::{Part, Piece};
use super::log::{Log, Spot};
use super::parcel::{Heading, Packed, Packer, Sealing, Tag};
use crate::store::Db;
use crate::store::pages::{Hold, Pin, Still, kept_open};

/// How many frames the log may hold before it is folded into the file. SQLite's own limit.
const LONG: u64 = 1000;

/// Where the files of a set go, and how they are closed.
#[derive(Clone)]
pub(super) struct Destination {
    pub set: String,
    pub path: PathBuf,
    pub sealing: Sealing,
    pub ledger: u64,
}

/// One database that is followed.
pub(super) struct Following {
    db: Db,
    part: Part,
    file: Arc<File>,
    log: PathBuf,
    pin: Pin,
    spot: Option<Spot>,
    number: u32,
    last: Tag,
}

/// What one round of one database came to.
struct Shipped {
    packed: Packed,
    spot: Spot,
}

impl Following {
    /// Begins at this moment.
    ///
    /// # Errors
    /// What the engine or the disk said.
    pub(super) async fn begin(db: &Db, part: Part) -> Result<Self, BackupError> {
        let path = db.file().ok_or(BackupError::OtherEngine)?;
        let mut log = path.clone().into_os_string();
        log.push("-wal");
        let log = PathBuf::from(log);
        let held = Hold::writers(db).await?;
        let pin = Pin::begin(db).await?;
        let spot = end_of(&log)?;
        drop(held);
        let (db, file) = (db.clone(), kept_open(&path)?);
        let (number, last) = (0, Tag::default());
        Ok(Self {
            db,
            part,
            file,
            log,
            pin,
            spot,
            number,
            last,
        })
    }

    /// Packs the whole as it was at the beginning.
    ///
    /// # Errors
    /// What the engine or the disk said.
    pub(super) async fn whole(
        &mut self,
        to: &Destination,
        at: Instant,
    ) -> Result<Packed, BackupError> {
        let heading = Heading {
            page: page_size(&self.file)?,
            rows: self.pin.rows().await?,
            sections: 2,
            ..self.heading(to, at)
        };
        let path = to.path.join(Piece::name(self.part, 0, at));
        let (file, log, spot) = (self.file.clone(), self.log.clone(), self.spot);
        let sealing = to.sealing.clone();
        let packed = blocking(move || {
            // At most once may the log begin anew under a snapshot, and only when all of it is in the
            // file already.
            for _ in 0..2 {
                let packer = Packer::begin(&path, &sealing, &heading)?;
                if let Some(packed) = pack_whole(packer, &file, &log, spot)? {
                    return Ok(packed);
                }
            }
            Err(BackupError::Moved)
        })
        .await?;
        self.last = packed.tag;
        Ok(packed)
    }

    /// Packs what was stored since, in one piece or two; nothing when nothing was. The log is folded
    /// when it is long, or at once when something in it is to be gone.
    ///
    /// # Errors
    /// [`BackupError::Moved`] when somebody else folded the log; else what the engine or disk said.
    pub(super) async fn pieces(
        &mut self,
        (to, at): (&Destination, Instant),
        at_once: bool,
    ) -> Result<Vec<Packed>, BackupError> {
        let mut packed = Vec::new();
        packed.extend(self.piece(to, at).await?);
        let most = if at_once { 0 } else { LONG };
        if self.spot.is_some_and(|spot| spot.frames() > most) {
            let still = Still::of(&self.db).await?;
            packed.extend(self.piece(to, at).await?);
            let shipped = self.spot.map(Spot::frames);
            if shipped != Some(self.pin.fold(still).await?) {
                return Err(BackupError::Moved);
            }
        }
        Ok(packed)
    }

    async fn piece(
        &mut self,
        to: &Destination,
        at: Instant,
    ) -> Result<Option<Packed>, BackupError> {
        let number = self.number + 1;
        let heading = Heading {
            number,
            sections: 1,
            ..self.heading(to, at)
        };
        let path = to.path.join(Piece::name(self.part, number, at));
        let (log, spot, sealing) = (self.log.clone(), self.spot, to.sealing.clone());
        let shipped = blocking(move || {
            pack_piece(&log, spot, |frames| {
                let mut packer = Packer::begin(&path, &sealing, &heading)?;
                frames(&mut packer)?;
                packer.section()?;
                Ok(packer.finish()?)
            })
        })
        .await?;
        Ok(shipped.map(|Shipped { packed, spot }| {
            (self.number, self.last, self.spot) = (number, packed.tag, Some(spot));
            packed
        }))
    }

    fn heading(&self, to: &Destination, at: Instant) -> Heading {
        Heading {
            part: self.part.code().to_owned(),
            engine: "sqlite".to_owned(),
            set: to.set.clone(),
            at: at.unix(),
            follows: self.last,
            ledger: to.ledger,
            ..Heading::default()
        }
    }
}

/// Does what waits for a disk off the threads that serve requests.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| BackupError::Stopped)?
}

/// The end of what the log holds now.
fn end_of(log: &Path) -> io::Result<Option<Spot>> {
    let Some(log) = Log::open(log)? else {
        return Ok(None);
    };
    log.end_after(log.start()).map(Some)
}

/// Two sections: the pages of the file, then the frames of the log up to the spot. Nothing when the
/// log began anew meanwhile.
fn pack_whole(
    mut packer: Packer,
    file: &File,
    log: &Path,
    spot: Option<Spot>,
) -> Result<Option<Packed>, BackupError> {
    let before = Log::open(log)?.filter(|log| spot.is_some_and(|s| s.shares_log(log.start())));
    let mut at = 0;
    let mut pages = vec![0; 1 << 16];
    loop {
        let read = file.read_at(&mut pages, at)?;
        if read == 0 {
            break;
        }
        packer.write_all(&pages[..read])?;
        at += read as u64;
    }
    packer.section()?;
    if let (Some(log), Some(spot)) = (&before, spot) {
        log.copy(log.start(), spot, &mut packer)?;
    }
    packer.section()?;
    let after = Log::open(log)?.is_some_and(|log| spot.is_some_and(|s| s.shares_log(log.start())));
    if before.is_some() && !after {
        return Ok(None);
    }
    Ok(Some(packer.finish()?))
}

/// Finds what is new in the log and has it packed.
fn pack_piece(
    log: &Path,
    spot: Option<Spot>,
    pack: impl FnOnce(&dyn Fn(&mut Packer) -> io::Result<()>) -> Result<Packed, BackupError>,
) -> Result<Option<Shipped>, BackupError> {
    let Some(log) = Log::open(log)? else {
        return if spot.is_none() {
            Ok(None)
        } else {
            Err(BackupError::Moved)
        };
    };
    let from = match spot {
        Some(spot) if spot.shares_log(log.start()) => spot,
        Some(spot) if !spot.precedes(log.start()) => return Err(BackupError::Moved),
        _ => log.start(),
    };
    let to = log.end_after(from)?;
    if to == from {
        return Ok(None);
    }
    let packed = pack(&|packer| log.copy(from, to, packer))?;
    Ok(Some(Shipped { packed, spot: to }))
}

/// The size of the pages, by the first page of the file; 65,536 is written as 1.
fn page_size(file: &File) -> Result<u32, BackupError> {
    let mut two = [0; 2];
    file.read_exact_at(&mut two, 16)?;
    Ok(match u16::from_be_bytes(two) {
        1 => 65_536,
        size => u32::from(size),
    })
}
