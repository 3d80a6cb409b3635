//! The recovery sheet: two codes for two people to keep, on paper, apart from each other. Either
//! opens the keystore when the key file or the pass-phrase is lost.

use age::x25519::Identity;
use domain::Secret;
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::blob::DataKey;
use super::letters;
use super::root::{Root, RootError, unwrapped, wrapped};
use crate::Entropy;
use crate::store::keys::root;
use crate::store::{Db, StoreError};

/// The word under which a root secret is kept for a sheet.
const METHOD: &str = "sheet";
/// The wrapping key is HKDF-SHA-256 of the code, which nobody can guess.
const HKDF: i64 = 2;
/// Random bytes of a code: 160 bits.
const RANDOM: usize = 20;
/// Bytes of a code with those that tell a mistyped one; together they are whole groups.
const WHOLE: usize = RANDOM + 5;

/// The two codes, as they are printed: ten groups of four letters and digits.
pub struct Sheet {
    /// The code of each holder.
    pub codes: [Secret<String>; 2],
    kept: [root::Kept; 2],
}

/// How many groups a code has.
pub const GROUPS: usize = WHOLE * 8 / 5 / 4;

impl Sheet {
    /// Whether this was typed for one group of a holder's code, both counted from 0. Small letters
    /// and blanks do not matter.
    #[must_use]
    pub fn has(&self, holder: usize, group: usize, typed: &str) -> bool {
        let code = self.codes.get(holder).map(Secret::expose);
        let there = code.and_then(|code| code.split('-').nth(group));
        let typed = letters::read(typed);
        there.is_some_and(|there| typed.is_some_and(|typed| *typed == there))
    }
}

/// Makes a sheet. It opens nothing until it is kept.
///
/// # Errors
/// [`RootError::Unworkable`].
pub fn make(root: &Root, entropy: &dyn Entropy) -> Result<Sheet, RootError> {
    let (first, kept) = new_code(root, entropy, 1)?;
    let (second, also_kept) = new_code(root, entropy, 2)?;
    Ok(Sheet {
        codes: [first, second],
        kept: [kept, also_kept],
    })
}

/// Keeps a sheet; the codes of an earlier one open nothing any more. Keeping it again changes nothing.
///
/// # Errors
/// [`RootError::Store`].
pub async fn keep(keys: &Db, sheet: &Sheet) -> Result<(), RootError> {
    for kept in &sheet.kept {
        match root::keep(keys, kept).await {
            Ok(()) | Err(StoreError::Taken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let ids = sheet.kept.each_ref().map(|kept| kept.id);
    Ok(root::drop_others(keys, METHOD, ids).await?)
}

/// Makes a new sheet and keeps it.
///
/// # Errors
/// As [`keep`].
pub async fn print(keys: &Db, root: &Root, entropy: &dyn Entropy) -> Result<Sheet, RootError> {
    let sheet = make(root, entropy)?;
    keep(keys, &sheet).await?;
    Ok(sheet)
}

fn new_code(
    root: &Root,
    entropy: &dyn Entropy,
    holder: i64,
) -> Result<(Secret<String>, root::Kept), RootError> {
    let (mut random, mut id) = (Zeroizing::new([0; RANDOM]), [0; 16]);
    entropy.fill(&mut *random);
    entropy.fill(&mut id);
    let around = (METHOD, holder, HKDF, id, &[][..]);
    let mut kept = wrapped(&key(&random), root, entropy, around)?;
    kept.recipient = Some(identity(&random)?.to_public().to_string());
    Ok((Secret::new(written(&random)), kept))
}

/// What a code opens backups with. The root secret says nothing about it, so that a server that is
/// taken over cannot open the backups of before.
///
/// # Errors
/// [`RootError::Mistyped`] for what is no code at all.
pub fn opener(typed: &Secret<String>) -> Result<Identity, RootError> {
    identity(&*read(typed.expose())?)
}

/// A pair of keys like those of a code, which nobody is given.
///
/// # Errors
/// [`RootError::Unworkable`].
pub(crate) fn identity_for_once(entropy: &dyn Entropy) -> Result<Identity, RootError> {
    let mut random = Zeroizing::new([0; RANDOM]);
    entropy.fill(&mut *random);
    identity(&random)
}

/// To whom backups are encrypted: the holders of the sheet that is in use. Nobody when the sheet is
/// older than backups are.
///
/// # Errors
/// [`RootError::Store`].
pub async fn recipients(keys: &Db) -> Result<Vec<String>, RootError> {
    let kept = root::kept(keys, METHOD).await?;
    Ok(kept.into_iter().filter_map(|kept| kept.recipient).collect())
}

/// The pair of keys of a code. They are written the way the format of the backups writes them.
fn identity(random: &[u8; RANDOM]) -> Result<Identity, RootError> {
    let secret = branch(random, b"sheet/backup/v1");
    let hrp = bech32::Hrp::parse("age-secret-key-").map_err(|_| RootError::Unworkable)?;
    let text = bech32::encode_upper::<bech32::Bech32>(hrp, secret.expose());
    let text = Zeroizing::new(text.map_err(|_| RootError::Unworkable)?);
    text.parse().map_err(|_| RootError::Unworkable)
}

/// The root secret that a typed code opens. Small letters, blanks and missing dashes do not matter.
///
/// # Errors
/// [`RootError::Mistyped`] for what is no code at all, [`RootError::Wrong`] for a code of another
/// sheet.
pub async fn by_code(keys: &Db, typed: &Secret<String>) -> Result<Root, RootError> {
    unwrapped_by(&wraps(keys).await?, typed)
}

/// The root secret as it is wrapped for the holders of the sheet in use.
///
/// # Errors
/// [`RootError::Store`].
pub(crate) async fn wraps(keys: &Db) -> Result<Vec<root::Kept>, RootError> {
    Ok(root::kept(keys, METHOD).await?)
}

/// The root secret that a typed code opens among these wraps.
///
/// # Errors
/// As [`by_code`].
pub(crate) fn unwrapped_by(kept: &[root::Kept], typed: &Secret<String>) -> Result<Root, RootError> {
    let key = key(&*read(typed.expose())?);
    let ours = kept.iter().filter(|kept| kept.scheme == HKDF);
    ours.map(|kept| unwrapped(&key, kept))
        .find(Result::is_ok)
        .unwrap_or(Err(RootError::Wrong))
}

fn key(random: &[u8; RANDOM]) -> DataKey {
    branch(random, b"sheet/v1")
}

fn branch(random: &[u8; RANDOM], path: &[u8]) -> DataKey {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(b"onthaal1"), random)
        .expand(path, &mut *key)
        .expect("32 bytes are short enough");
    Secret::new(*key)
}

/// The five bytes that tell a mistyped code from a right one.
fn check(random: &[u8; RANDOM]) -> [u8; WHOLE - RANDOM] {
    let whole: [u8; 32] = Sha256::digest([b"onthaal1/sheet".as_slice(), random].concat()).into();
    let mut check = [0; WHOLE - RANDOM];
    check.copy_from_slice(&whole[..WHOLE - RANDOM]);
    check
}

/// Writes a code: five bytes are eight letters, which are two groups.
fn written(random: &[u8; RANDOM]) -> String {
    let whole = Zeroizing::new([random.as_slice(), &check(random)].concat());
    let mut text = String::with_capacity(WHOLE * 2);
    for five in whole.chunks(5) {
        let bits = five
            .iter()
            .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for place in (0..8_u32).rev() {
            if place % 4 == 3 && !text.is_empty() {
                text.push('-');
            }
            let five = u8::try_from(bits >> (5 * place) & 31).expect("below 32");
            text.push(letters::written(five));
        }
    }
    text
}

/// Reads a code.
fn read(typed: &str) -> Result<Zeroizing<[u8; RANDOM]>, RootError> {
    let meant = letters::read(typed).ok_or(RootError::Mistyped)?;
    let values = meant.chars().filter_map(letters::value).map(u64::from);
    let letters = Zeroizing::new(values.collect::<Vec<u64>>());
    if letters.len() != WHOLE * 8 / 5 {
        return Err(RootError::Mistyped);
    }
    let mut whole = Zeroizing::new(Vec::with_capacity(WHOLE));
    for eight in letters.chunks(8) {
        let bits = eight.iter().fold(0_u64, |bits, letter| bits << 5 | letter);
        whole.extend_from_slice(&bits.to_be_bytes()[3..]);
    }
    let (random, typed_check) = whole.split_first_chunk().ok_or(RootError::Mistyped)?;
    if check(random) == typed_check {
        Ok(Zeroizing::new(*random))
    } else {
        Err(RootError::Mistyped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let random: [u8; RANDOM] = std::array::from_fn(|n| u8::try_from(n * 12).unwrap());
        let text = written(&random);
        assert_eq!(text.len(), 49, "ten groups of four: {text}");
        let small = text.to_lowercase().replace('-', " ");
        let mistaken = text.replace('0', "o").replace('1', "l");
        for typed in [&text, &small, &mistaken, &text.replace('-', "")] {
            assert_eq!(*read(typed).unwrap(), random, "{typed}");
        }
    }

    #[test]
    fn every_mistyped_letter_is_noticed() {
        let text = written(&[0xA5; RANDOM]);
        for (place, was) in text.char_indices().filter(|(_, c)| *c != '-') {
            for letter in (0..32).map(letters::written).filter(|l| *l != was) {
                let mut typed = text.clone();
                typed.replace_range(place..=place, &letter.to_string());
                assert!(matches!(read(&typed), Err(RootError::Mistyped)), "{typed}");
            }
        }
    }

    #[test]
    fn what_is_no_code_is_called_mistyped() {
        let text = written(&[0xA5; RANDOM]);
        let no_letter = text.replacen(&text[..1], "U", 1);
        let long = format!("{text}0");
        for typed in ["", "1234", "é", &text[1..], &long, &no_letter] {
            assert!(matches!(read(typed), Err(RootError::Mistyped)), "{typed}");
        }
    }
}
