//! The public key of a passkey, as its device writes it: a map of COSE (RFC 9052 and RFC 9053) in the
//! one spelling that the protocol of the devices allows (CTAP 2.1, section 8). So a key is one of
//! three known beginnings with the numbers after it, and everything else is none.

/// On P-256: kind 2, algorithm -7, curve 1, then 32 bytes of x.
const P256: &[u8] = &[0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
/// And 32 bytes of y.
const P256_Y: &[u8] = &[0x22, 0x58, 0x20];
/// On the curve of Edwards: kind 1, algorithm -8, curve 6, then 32 bytes.
const EDWARDS: &[u8] = &[0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20];
/// RSA: kind 3, algorithm -257, then a modulus with its length in two bytes.
const RSA: &[u8] = &[0xA4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59];
/// And the one exponent that is in use, 65537.
const RSA_E: &[u8] = &[0x21, 0x43, 0x01, 0x00, 0x01];
/// The bytes of a modulus that is neither too weak (2,048 bits) nor a burden (8,192).
const MODULUS: std::ops::RangeInclusive<usize> = 256..=1024;

/// A public key of a kind that devices make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// ECDSA on P-256 with SHA-256: the point, x before y.
    P256([u8; 32], [u8; 32]),
    /// Ed25519.
    Edwards([u8; 32]),
    /// RSA with SHA-256 (PKCS#1 1.5), exponent 65537: the modulus, without zeros before it.
    Rsa(Vec<u8>),
}

impl Key {
    /// Reads a key from the beginning of the bytes, and gives what follows it.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<(Self, &[u8])> {
        if let Some(rest) = bytes.strip_prefix(P256) {
            let (x, rest) = rest.split_first_chunk::<32>()?;
            let (y, rest) = rest.strip_prefix(P256_Y)?.split_first_chunk::<32>()?;
            return Some((Self::P256(*x, *y), rest));
        }
        if let Some(rest) = bytes.strip_prefix(EDWARDS) {
            let (point, rest) = rest.split_first_chunk::<32>()?;
            return Some((Self::Edwards(*point), rest));
        }
        let (length, rest) = bytes.strip_prefix(RSA)?.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (modulus, rest) = rest.split_at_checked(length)?;
        let rest = rest.strip_prefix(RSA_E)?;
        let safe = MODULUS.contains(&length) && modulus[0] != 0;
        safe.then(|| (Self::Rsa(modulus.to_vec()), rest))
    }

    /// The key as its device wrote it.
    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        match self {
            Self::P256(x, y) => [P256, x, P256_Y, y].concat(),
            Self::Edwards(point) => [EDWARDS, point].concat(),
            Self::Rsa(modulus) => {
                // What was read is at most 1,024 bytes long.
                let length = u16::try_from(modulus.len()).unwrap_or(u16::MAX);
                [RSA, &length.to_be_bytes(), modulus, RSA_E].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn some_key() -> impl Strategy<Value = Key> {
        let modulus = prop::collection::vec(1..=u8::MAX, MODULUS);
        prop_oneof![
            any::<([u8; 32], [u8; 32])>().prop_map(|(x, y)| Key::P256(x, y)),
            any::<[u8; 32]>().prop_map(Key::Edwards),
            modulus.prop_map(Key::Rsa),
        ]
    }

    #[test]
    fn a_weak_modulus_is_none() {
        let rsa = |modulus: Vec<u8>| Key::Rsa(modulus).written();
        assert!(Key::parse(&rsa(vec![1; 256])).is_some());
        assert!(Key::parse(&rsa(vec![1; 255])).is_none());
        assert!(Key::parse(&rsa(vec![1; 1025])).is_none());
        assert!(Key::parse(&rsa([vec![0], vec![1; 255]].concat())).is_none());
        assert!(Key::parse(&rsa(Vec::new())).is_none());
    }

    #[test]
    fn another_curve_or_algorithm_is_none() {
        let written = Key::P256([1; 32], [2; 32]).written();
        for place in 0..P256.len() {
            let mut other = written.clone();
            other[place] ^= 1;
            assert!(Key::parse(&other).is_none(), "{place}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again(key in some_key(), rest in any::<[u8; 3]>()) {
            let bytes = [key.written(), rest.to_vec()].concat();
            prop_assert_eq!(Key::parse(&bytes), Some((key, &rest[..])));
        }

        #[test]
        fn a_key_that_was_cut_is_none(key in some_key(), cut in any::<prop::sample::Index>()) {
            let written = key.written();
            prop_assert!(Key::parse(&written[..cut.index(written.len())]).is_none());
        }
    }
}
