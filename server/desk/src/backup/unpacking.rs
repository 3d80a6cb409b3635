//! Reading one file of a backup: a chunk at a time, and its tag at the end. Nothing that was read may be
//! used before the tag has vouched for it.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use age::Decryptor;
use age::stream::StreamReader;
use age::x25519::Identity;
use domain::Secret;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::BackupError;
use super::parcel::{Heading, TAG, Tag, mac};

/// A file that is being read.
pub(super) struct Unpacker {
    input: StreamReader<BufReader<File>>,
    mac: Option<Hmac<Sha256>>,
    left: usize,
    over: bool,
}

impl Unpacker {
    /// Opens a file and reads what it says about itself. Without a key its tag is not looked at.
    ///
    /// # Errors
    /// [`BackupError::DoesNotOpen`] for another's file or a torn one.
    pub(super) fn open(
        path: &Path,
        identity: &Identity,
        key: Option<&Secret<[u8; 32]>>,
    ) -> Result<(Heading, Self), BackupError> {
        let file = BufReader::new(File::open(path)?);
        let decryptor = Decryptor::new_buffered(file).map_err(|_| BackupError::DoesNotOpen)?;
        let mine = std::iter::once(identity as &dyn age::Identity);
        let input = decryptor
            .decrypt(mine)
            .map_err(|_| BackupError::DoesNotOpen)?;
        let mut unpacker = Self {
            input,
            mac: key.map(mac),
            left: 0,
            over: false,
        };
        let mut heading = Vec::new();
        unpacker.read_to_end(&mut heading)?;
        let heading = serde_json::from_slice(&heading).map_err(|_| BackupError::DoesNotOpen)?;
        Ok((heading, unpacker))
    }

    /// Goes on with the next section; the one before must have been read to its end.
    pub(super) fn next_section(&mut self) {
        self.over = false;
    }

    /// Reads the tag after the last section, and sees that it vouches for everything before.
    ///
    /// # Errors
    /// [`BackupError::DoesNotOpen`] when it does not.
    pub(super) fn finish(mut self) -> Result<Tag, BackupError> {
        let mut tag = [0; TAG];
        self.input.read_exact(&mut tag)?;
        let end = self.input.read(&mut [0])?;
        let vouched = self.mac.is_none_or(|mac| mac.verify_slice(&tag).is_ok());
        if vouched && end == 0 {
            Ok(tag)
        } else {
            Err(BackupError::DoesNotOpen)
        }
    }

    /// Reads everything and gives it away, for the tag alone.
    ///
    /// # Errors
    /// As [`Unpacker::finish`].
    pub(super) fn drain(mut self, sections: u32) -> Result<Tag, BackupError> {
        for _ in 0..sections {
            self.next_section();
            io::copy(&mut self, &mut io::sink())?;
        }
        self.finish()
    }

    fn read_over(&mut self, bytes: &[u8]) {
        if let Some(mac) = &mut self.mac {
            mac.update(bytes);
        }
    }
}

impl Read for Unpacker {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !self.over {
            let mut length = [0; 4];
            self.input.read_exact(&mut length)?;
            self.read_over(&length);
            self.left = u32::from_be_bytes(length) as usize;
            self.over = self.left == 0;
        }
        let some = bytes.len().min(self.left);
        let read = self.input.read(&mut bytes[..some])?;
        if read == 0 && some > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.read_over(&bytes[..read]);
        self.left -= read;
        Ok(read)
    }
}
