//! One file of a backup: encrypted in the age format for the holders of the recovery sheet, so that
//! the program that writes it cannot read it, with a tag under the root secret, so that nobody
//! without it can plant one. Nothing of it is on any disk in the clear.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use age::Encryptor;
use age::stream::StreamWriter;
use age::x25519::Recipient;
use domain::Secret;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::BackupError;
use crate::store::keys::root::Kept;

/// How much goes into one chunk of a section.
const CHUNK: usize = 64 * 1024;
/// Bytes of the tag.
pub(super) const TAG: usize = 32;

/// What vouches for a file and for everything before it.
pub(super) type Tag = [u8; TAG];

/// To whom files are encrypted, and what they are tagged with.
#[derive(Clone)]
pub(super) struct Sealing {
    pub recipients: Vec<Recipient>,
    pub key: Secret<[u8; 32]>,
}

/// What a file says about itself before anything else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Heading {
    /// `data`, `keys` or `ledger`.
    pub part: String,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// The set of files it belongs to.
    pub set: String,
    /// 0 for the whole, then counted.
    pub number: u32,
    /// When it was taken, in seconds.
    pub at: i64,
    /// Bytes of a page of SQLite.
    pub page: u32,
    /// The tag of the piece before.
    pub follows: Tag,
    /// How many sections follow this one.
    pub sections: u32,
    /// How many entries the ledger had.
    pub ledger: u64,
    /// How many rows each table had, for a whole.
    pub rows: BTreeMap<String, i64>,
    /// The root secret as the keystore has it, wrapped for the holders of the sheet; only where the
    /// keystore cannot be asked before it is proved.
    #[serde(default)]
    pub wraps: Vec<Kept>,
}

/// A file that is being written. Dropped before it is finished, it leaves nothing.
pub(super) struct Packer {
    out: Option<StreamWriter<BufWriter<File>>>,
    mac: Hmac<Sha256>,
    chunk: Vec<u8>,
    packed: Packed,
}

/// A whole file under a name that nobody reads yet.
pub(super) struct Packed {
    part: PathBuf,
    whole: PathBuf,
    /// What vouches for it.
    pub tag: Tag,
    /// How many bytes it has.
    pub bytes: u64,
    settled: bool,
}

impl Packer {
    /// Begins a file.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn begin(
        whole: &Path,
        sealing: &Sealing,
        heading: &Heading,
    ) -> Result<Self, BackupError> {
        let part = whole.with_extension("part");
        let mut options = OpenOptions::new();
        let options = options.write(true).create(true).truncate(true).mode(0o600);
        let waiting = Packed {
            part,
            whole: whole.to_owned(),
            tag: [0; TAG],
            bytes: 0,
            settled: false,
        };
        let file = BufWriter::new(options.open(&waiting.part)?);
        let all = sealing
            .recipients
            .iter()
            .map(|one| one as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(all).map_err(|_| BackupError::NobodyOpens)?;
        let mut packer = Self {
            out: Some(encryptor.wrap_output(file)?),
            mac: mac(&sealing.key),
            chunk: Vec::with_capacity(CHUNK),
            packed: waiting,
        };
        let heading = serde_json::to_vec(heading).map_err(io::Error::from)?;
        packer.write_all(&heading)?;
        packer.section()?;
        Ok(packer)
    }

    /// Ends a section of the file.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn section(&mut self) -> io::Result<()> {
        self.flush()?;
        self.put(&0_u32.to_be_bytes())
    }

    /// Ends the file; it is on the disk then, and waits for its name.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn finish(mut self) -> io::Result<Packed> {
        self.packed.tag = self.mac.clone().finalize().into_bytes().into();
        let tag = self.packed.tag;
        let Some(mut out) = self.out.take() else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        out.write_all(&tag)?;
        let file = out
            .finish()?
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        self.packed.bytes = file.metadata()?.len();
        Ok(self.packed)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.mac.update(bytes);
        match &mut self.out {
            Some(out) => out.write_all(bytes),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

impl Write for Packer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = CHUNK - self.chunk.len();
        let taken = &bytes[..bytes.len().min(room)];
        self.chunk.extend_from_slice(taken);
        if self.chunk.len() == CHUNK {
            self.flush()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let chunk = std::mem::take(&mut self.chunk);
        if !chunk.is_empty() {
            let length = u32::try_from(chunk.len()).map_err(io::Error::other)?;
            self.put(&length.to_be_bytes())?;
            self.put(&chunk)?;
        }
        self.chunk = chunk;
        self.chunk.clear();
        Ok(())
    }
}

impl Packed {
    /// Gives the file its name, for good.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn settle(mut self) -> io::Result<Tag> {
        fs::rename(&self.part, &self.whole)?;
        self.settled = true;
        if let Some(folder) = self.whole.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(self.tag)
    }
}

impl Drop for Packed {
    fn drop(&mut self) {
        if !self.settled {
            // What cannot be removed is removed with its folder.
            let _removed = fs::remove_file(&self.part);
        }
    }
}

/// The tag as it is begun.
pub(super) fn mac(key: &Secret<[u8; 32]>) -> Hmac<Sha256> {
    Hmac::new_from_slice(key.expose()).expect("HMAC takes a key of any length")
}
