//! The form of a sealed value, which is final: `version | algorithm | generation | nonce |
//! ciphertext | tag`. The plaintext is padded before it is sealed, so that its length says little.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use domain::Secret;
use zeroize::{Zeroize, Zeroizing};

/// The version of the form.
const VERSION: u8 = 1;
/// XChaCha20-Poly1305.
const ALGORITHM: u8 = 1;
/// Version, algorithm and generation.
const HEADER: usize = 6;
/// The nonce: 24 random bytes never meet twice.
pub(super) const NONCE: usize = 24;
/// The tag.
const TAG: usize = 16;
/// The length before the plaintext.
const LENGTH: usize = 4;
/// What a plaintext is padded to, with its length before it; larger ones to a multiple of the last.
const BUCKETS: [usize; 5] = [256, 1024, 4096, 16_384, 65_536];

/// A key for data.
pub(super) type DataKey = Secret<[u8; 32]>;

/// The value does not open with this key at this place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unopened;

/// Joins parts with their lengths before them.
pub(super) fn lengthened(parts: &[&[u8]]) -> Vec<u8> {
    let length = parts.iter().map(|part| part.len() + 2).sum();
    let mut joined = Vec::with_capacity(length);
    for part in parts {
        let length = u16::try_from(part.len()).expect("names and ids are short");
        joined.extend_from_slice(&length.to_be_bytes());
        joined.extend_from_slice(part);
    }
    joined
}

/// The generation of the key a sealed value names.
pub(super) fn generation(blob: &[u8]) -> Result<i64, Unopened> {
    let header: [u8; HEADER] = blob
        .get(..HEADER)
        .and_then(|header| header.try_into().ok())
        .ok_or(Unopened)?;
    let [VERSION, ALGORITHM, a, b, c, d] = header else {
        return Err(Unopened);
    };
    Ok(i64::from(u32::from_be_bytes([a, b, c, d])))
}

/// What sealing one value needs besides the value.
pub(super) struct Sealing<'a> {
    /// The key.
    pub key: &'a DataKey,
    /// Its generation, from 1.
    pub generation: i64,
    /// Fresh random bytes.
    pub nonce: [u8; NONCE],
    /// The bytes of the place.
    pub bound: &'a [u8],
}

/// Seals a value.
pub(super) fn seal(with: &Sealing<'_>, plain: &[u8]) -> Result<Vec<u8>, Unopened> {
    let generation = u32::try_from(with.generation).map_err(|_| Unopened)?;
    let mut padded = pad(plain)?;
    encrypt(with, &mut padded)?;
    let mut blob = Vec::with_capacity(HEADER + NONCE + padded.len());
    blob.extend_from_slice(&[VERSION, ALGORITHM]);
    blob.extend_from_slice(&generation.to_be_bytes());
    blob.extend_from_slice(&with.nonce);
    blob.extend_from_slice(&padded);
    Ok(blob)
}

fn encrypt(with: &Sealing<'_>, buffer: &mut Vec<u8>) -> Result<(), Unopened> {
    cipher(with.key)
        .encrypt_in_place(&XNonce::from(with.nonce), with.bound, buffer)
        .map_err(|_| Unopened)
}

/// Opens a value that was sealed for the same place.
pub(super) fn open(key: &DataKey, bound: &[u8], blob: &[u8]) -> Result<Vec<u8>, Unopened> {
    generation(blob)?;
    let nonce = blob.get(HEADER..HEADER + NONCE).ok_or(Unopened)?;
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| Unopened)?;
    let mut buffer = Zeroizing::new(blob[HEADER + NONCE..].to_vec());
    cipher(key)
        .decrypt_in_place(&XNonce::from(nonce), bound, &mut *buffer)
        .map_err(|_| Unopened)?;
    unpad(&buffer)
}

/// Seals a key, which is never padded: `version | algorithm | nonce | ciphertext | tag`.
pub(super) fn wrap(
    kek: &DataKey,
    nonce: [u8; NONCE],
    bound: &[u8],
    key: &DataKey,
) -> Result<Vec<u8>, Unopened> {
    let mut buffer = Vec::with_capacity(32 + TAG);
    buffer.extend_from_slice(key.expose());
    cipher(kek)
        .encrypt_in_place(&XNonce::from(nonce), bound, &mut buffer)
        .map_err(|_| Unopened)?;
    Ok([&[VERSION, ALGORITHM][..], &nonce, &buffer].concat())
}

/// Opens a wrapped key.
pub(super) fn unwrap(kek: &DataKey, bound: &[u8], wrap: &[u8]) -> Result<DataKey, Unopened> {
    let rest = wrap.strip_prefix(&[VERSION, ALGORITHM]).ok_or(Unopened)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(Unopened)?;
    let mut buffer = Zeroizing::new(sealed.to_vec());
    cipher(kek)
        .decrypt_in_place(&XNonce::from(*nonce), bound, &mut *buffer)
        .map_err(|_| Unopened)?;
    let mut key: [u8; 32] = buffer[..].try_into().map_err(|_| Unopened)?;
    let opened = Secret::new(key);
    key.zeroize();
    Ok(opened)
}

fn cipher(key: &DataKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key.expose()))
}

/// The size a plaintext of this length is padded to, its length included.
fn padded_size(plain: usize) -> usize {
    let needed = plain + LENGTH;
    let last = BUCKETS[BUCKETS.len() - 1];
    BUCKETS
        .into_iter()
        .find(|bucket| needed <= *bucket)
        .unwrap_or_else(|| needed.next_multiple_of(last))
}

/// The plaintext with its length before it and zeros behind it, with room for the tag: growing the
/// buffer later would leave a copy of the plaintext in freed memory.
fn pad(plain: &[u8]) -> Result<Vec<u8>, Unopened> {
    let length = u32::try_from(plain.len()).map_err(|_| Unopened)?;
    let size = padded_size(plain.len());
    let mut padded = Vec::with_capacity(size + TAG);
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(plain);
    padded.resize(size, 0);
    Ok(padded)
}

fn unpad(padded: &[u8]) -> Result<Vec<u8>, Unopened> {
    let (length, rest) = padded.split_first_chunk::<LENGTH>().ok_or(Unopened)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Unopened)?;
    let plain = rest.get(..length).ok_or(Unopened)?;
    let canonical = padded.len() == padded_size(length) && rest[length..].iter().all(|b| *b == 0);
    if canonical {
        Ok(plain.to_vec())
    } else {
        Err(Unopened)
    }
}
