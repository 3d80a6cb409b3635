//! The key file: 64 hexadecimal digits that only their owner can read, kept apart from the data.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use domain::Secret;
use zeroize::Zeroizing;

use super::{Root, RootError};

/// Writes a new key file that only its owner can read, whole or not at all: it gets its name once
/// it is on the disk. Where a file can have no second name it is written in place.
///
/// # Errors
/// [`RootError::File`], also when there is a file of that name already.
pub fn write_key_file(file: &Path, root: &Root) -> Result<(), RootError> {
    let beside = beside(file);
    let text = written(root);
    forget(&beside)?;
    write_new(&beside, text.as_bytes())?;
    let named = fs::hard_link(&beside, file);
    forget(&beside)?;
    match named {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error.into()),
        Err(_) => write_new(file, text.as_bytes())?,
        Ok(()) => {}
    }
    Ok(File::open(folder(file))?.sync_all()?)
}

/// Whether a key file that is not there yet could be written, apart from the data.
///
/// # Errors
/// [`RootError::BesideTheData`], or [`RootError::File`] when its folder is not there or not ours.
pub fn room_for_key_file(file: &Path, data: &Path) -> Result<(), RootError> {
    let folder = fs::canonicalize(folder(file))?;
    if data.exists() && folder.starts_with(fs::canonicalize(data)?) {
        return Err(RootError::BesideTheData);
    }
    let beside = beside(file);
    forget(&beside)?;
    write_new(&beside, b"")?;
    Ok(forget(&beside)?)
}

/// The name a key file has while it is written.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

fn folder(file: &Path) -> &Path {
    let folder = file.parent();
    folder
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Removes what a program left that stopped while it was writing.
fn forget(file: &Path) -> Result<(), std::io::Error> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn write_new(file: &Path, text: &[u8]) -> Result<(), std::io::Error> {
    let mut options = OpenOptions::new();
    let new = options.write(true).create_new(true).mode(0o600);
    let mut out = new.open(file)?;
    out.write_all(text)?;
    out.sync_all()
}

fn written(root: &Root) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(65));
    for byte in root.expose() {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text.push('\n');
    text
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Reads a key file.
///
/// # Errors
/// [`RootError::OpenToOthers`], [`RootError::NotAKey`] or [`RootError::File`].
pub fn read_key_file(file: &Path) -> Result<Root, RootError> {
    if fs::metadata(file)?.permissions().mode() & 0o077 != 0 {
        return Err(RootError::OpenToOthers);
    }
    let text = Zeroizing::new(fs::read(file)?);
    let digits = text.trim_ascii();
    let mut bytes = Zeroizing::new([0; 32]);
    if digits.len() != 64 {
        return Err(RootError::NotAKey);
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Ok(Secret::new(*bytes))
}

fn digit(digit: u8) -> Result<u8, RootError> {
    let value = char::from(digit).to_digit(16).ok_or(RootError::NotAKey)?;
    u8::try_from(value).map_err(|_| RootError::NotAKey)
}

/// Whether a key file can be used for this data folder, without keeping what it holds.
///
/// # Errors
/// As [`read_key_file`], and [`RootError::BesideTheData`].
pub fn usable(file: &Path, data: &Path, demo: bool) -> Result<(), RootError> {
    if !demo && data.exists() {
        apart(file, data)?;
    }
    read_key_file(file).map(drop)
}

/// Whether a key file is kept apart from the data. Links are followed.
pub(super) fn apart(file: &Path, data: &Path) -> Result<(), RootError> {
    if fs::canonicalize(file)?.starts_with(fs::canonicalize(data)?) {
        return Err(RootError::BesideTheData);
    }
    Ok(())
}
