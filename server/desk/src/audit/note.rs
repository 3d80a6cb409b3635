//! A checkpoint as text: how long a chain is and what its head is, signed. The shape is that of the
//! signed notes of C2SP, so that other programs can check the signature.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::{Instant, Secret};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Head;
use crate::seal::{SealError, Vault};

/// The name of the key in a note; a note is about one chain, the key signs them all.
const NAME: &str = "onthaal";

/// The number of Ed25519 in a signed note.
const ED25519: u8 = 1;

/// How far a chain had come, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checkpoint {
    pub chain: Uuid,
    pub size: i64,
    pub head: Head,
    pub at: Instant,
}

/// The key that signs checkpoints, derived from the root secret.
pub(super) struct Signer(SigningKey);

/// The key that checks checkpoints. It is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckpointKey(VerifyingKey);

impl Signer {
    pub(super) fn of(vault: &Vault) -> Result<Self, SealError> {
        Ok(Self::from_seed(&vault.key_for("checkpoint")?))
    }

    pub(super) fn from_seed(seed: &Secret<[u8; 32]>) -> Self {
        Self(SigningKey::from_bytes(seed.expose()))
    }

    pub(super) fn key(&self) -> CheckpointKey {
        CheckpointKey(self.0.verifying_key())
    }

    pub(super) fn sign(&self, checkpoint: &Checkpoint) -> String {
        let text = checkpoint.text();
        let mut signed = self.key().hash().to_vec();
        signed.extend(self.0.sign(text.as_bytes()).to_bytes());
        format!("{text}\n\u{2014} {NAME} {}\n", STANDARD.encode(signed))
    }
}

impl CheckpointKey {
    /// The key that checks what this vault signs.
    ///
    /// # Errors
    /// [`SealError::Sealed`] while the vault is closed.
    pub fn of(vault: &Vault) -> Result<Self, SealError> {
        Signer::of(vault).map(|signer| signer.key())
    }

    /// The line under which the key is published: `onthaal+<hash>+<key>`.
    #[must_use]
    pub fn line(&self) -> String {
        let hash = u32::from_be_bytes(self.hash());
        format!("{NAME}+{hash:08x}+{}", STANDARD.encode(self.material()))
    }

    /// Reads the line that [`CheckpointKey::line`] writes. `None` for anything else.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let material = STANDARD.decode(line.trim().splitn(3, '+').nth(2)?).ok()?;
        let bytes: &[u8; 32] = material.strip_prefix(&[ED25519])?.try_into().ok()?;
        let key = Self(VerifyingKey::from_bytes(bytes).ok()?);
        (key.line() == line.trim()).then_some(key)
    }

    /// Reads a checkpoint whose signature is good. `None` for anything else.
    pub(super) fn read(&self, note: &str) -> Option<Checkpoint> {
        let (text, signature) = note.split_once("\n\n")?;
        let text = format!("{text}\n");
        let line = signature.strip_prefix("\u{2014} ")?.strip_suffix('\n')?;
        let signed = STANDARD
            .decode(line.strip_prefix(NAME)?.strip_prefix(' ')?)
            .ok()?;
        let signature = Signature::from_slice(signed.strip_prefix(&self.hash())?).ok()?;
        self.0.verify_strict(text.as_bytes(), &signature).ok()?;
        Checkpoint::parse(&text)
    }

    fn material(&self) -> Vec<u8> {
        [&[ED25519], &self.0.as_bytes()[..]].concat()
    }

    fn hash(&self) -> [u8; 4] {
        let named = [NAME.as_bytes(), b"\n", &self.material()].concat();
        let hash = Sha256::digest(named);
        [hash[0], hash[1], hash[2], hash[3]]
    }
}

impl Checkpoint {
    fn text(&self) -> String {
        let (chain, head) = (self.chain.simple(), STANDARD.encode(self.head));
        let (size, at) = (self.size, self.at.unix());
        format!("{NAME}/{chain}\n{size}\n{head}\ntime {at}\n")
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let chain = lines.next()?.strip_prefix(NAME)?.strip_prefix('/')?;
        let read = Self {
            chain: Uuid::try_parse(chain).ok()?,
            size: lines.next()?.parse().ok()?,
            head: STANDARD.decode(lines.next()?).ok()?.try_into().ok()?,
            at: Instant::from_unix(lines.next()?.strip_prefix("time ")?.parse().ok()?),
        };
        (read.text() == text).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer(seed: u8) -> Signer {
        Signer::from_seed(&Secret::new([seed; 32]))
    }

    fn tuesday() -> Checkpoint {
        Checkpoint {
            chain: Uuid::from_u128(0x0102_0304),
            size: 41,
            head: [9; 32],
            at: Instant::from_unix(1_773_133_200),
        }
    }

    #[test]
    fn a_checkpoint_reads_back_what_was_signed() {
        let note = signer(1).sign(&tuesday());
        assert_eq!(signer(1).key().read(&note), Some(tuesday()));
        assert!(
            note.starts_with("onthaal/00000000000000000000000001020304\n41\nCQkJ"),
            "{note}"
        );
    }

    #[test]
    fn no_changed_letter_of_a_checkpoint_passes() {
        let note = signer(1).sign(&tuesday());
        for (at, letter) in note.char_indices() {
            let other = if letter == 'A' { "B" } else { "A" };
            let mut changed = note.clone();
            changed.replace_range(at..at + letter.len_utf8(), other);
            assert_eq!(signer(1).key().read(&changed), None, "{changed}");
        }
    }

    #[test]
    fn a_checkpoint_cut_short_or_signed_by_another_key_does_not_pass() {
        let note = signer(1).sign(&tuesday());
        for (at, _) in note.char_indices() {
            assert_eq!(signer(1).key().read(&note[..at]), None);
        }
        assert_eq!(signer(2).key().read(&note), None);
    }

    #[test]
    fn a_key_reads_back_its_line() {
        let key = signer(3).key();
        assert_eq!(CheckpointKey::parse(&key.line()), Some(key));
        assert_eq!(CheckpointKey::parse("onthaal+00000000+AAAA"), None);
        assert_eq!(CheckpointKey::parse(""), None);
    }
}
