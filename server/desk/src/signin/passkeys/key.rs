//! Whether a signature is of a key: the three kinds that devices make (`domain::passkey::Key`).

use domain::passkey::Key;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};

/// What stands before a point that is written in full (SEC 1, section 2.3.3).
const UNCOMPRESSED: u8 = 0x04;
/// The one exponent that is in use, 65537.
const EXPONENT: [u8; 3] = [0x01, 0x00, 0x01];

/// A key that nobody has: the base point of P-256 (FIPS 186, D.1.2.3).
pub(super) const NOBODYS: Key = Key::P256(
    [
        0x6B, 0x17, 0xD1, 0xF2, 0xE1, 0x2C, 0x42, 0x47, 0xF8, 0xBC, 0xE6, 0xE5, 0x63, 0xA4, 0x40,
        0xF2, 0x77, 0x03, 0x7D, 0x81, 0x2D, 0xEB, 0x33, 0xA0, 0xF4, 0xA1, 0x39, 0x45, 0xD8, 0x98,
        0xC2, 0x96,
    ],
    [
        0x4F, 0xE3, 0x42, 0xE2, 0xFE, 0x1A, 0x7F, 0x9B, 0x8E, 0xE7, 0xEB, 0x4A, 0x7C, 0x0F, 0x9E,
        0x16, 0x2B, 0xCE, 0x33, 0x57, 0x6B, 0x31, 0x5E, 0xCE, 0xCB, 0xB6, 0x40, 0x68, 0x37, 0xBF,
        0x51, 0xF5,
    ],
);

/// Whether the signature is of this key over this message.
pub(super) fn signed(key: &Key, message: &[u8], signature: &[u8]) -> bool {
    let right = match key {
        Key::P256(x, y) => {
            let point = [&[UNCOMPRESSED], &x[..], y].concat();
            UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
        }
        Key::Edwards(point) => UnparsedPublicKey::new(&ED25519, point).verify(message, signature),
        Key::Rsa(n) => RsaPublicKeyComponents {
            n: &n[..],
            e: &EXPONENT[..],
        }
        .verify(&RSA_PKCS1_2048_8192_SHA256, message, signature),
    };
    right.is_ok()
}
