//! The key file: 64 hexadecimal digits that only their owner can read, kept apart from the data.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use domain::Secret;
use zeroize::Zeroizing;

use super::{Root, RootError};

/// Writes a new key file that only its owner can read.
///
/// # Errors
/// [`RootError::File`], also when there is a file of that name already.
pub fn write_key_file(file: &Path, root: &Root) -> Result<(), RootError> {
    let mut options = OpenOptions::new();
    let mut out = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    let mut text = Zeroizing::new(String::with_capacity(65));
    for byte in root.expose() {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text.push('\n');
    out.write_all(text.as_bytes())?;
    Ok(out.sync_all()?)
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
