//! What the device of somebody says when it makes or uses a passkey (WebAuthn level 3, section 6.1):
//! which site it is for, whether a person was there and was recognised, and how often it was used.

mod key;

pub use key::Key;

/// The length of the part about the device that made a passkey.
const MODEL: usize = 16;
/// The most bytes the id of a passkey has.
const LONGEST: usize = 1023;

/// A person was there.
const PRESENT: u8 = 0x01;
/// The device recognised the person.
const VERIFIED: u8 = 0x04;
/// The passkey may be copied to other devices.
const ELIGIBLE: u8 = 0x08;
/// It was copied.
const BACKED_UP: u8 = 0x10;
/// A new passkey follows.
const ATTESTED: u8 = 0x40;
/// Something more follows, which nobody asked for and nobody reads.
const EXTENDED: u8 = 0x80;

/// What the device says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// SHA-256 of the name of the site it is for.
    pub site: [u8; 32],
    /// How often the passkey was used; zero for devices that do not count.
    pub counter: u32,
    /// The new passkey, where one was made.
    pub made: Option<Fresh>,
    flags: u8,
}

/// A passkey that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Its id, by which the device finds it again.
    pub id: Vec<u8>,
    /// Its public key.
    pub key: Key,
}

impl Facts {
    /// Reads what a device says; nothing for anything else, for a key of another kind than [`Key`],
    /// and where more or less follows than the device announces.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (site, rest) = bytes.split_first_chunk::<32>()?;
        let (&flags, rest) = rest.split_first()?;
        let (counter, rest) = rest.split_first_chunk::<4>()?;
        let (made, rest) = if flags & ATTESTED == 0 {
            (None, rest)
        } else {
            let (made, rest) = Fresh::parse(rest)?;
            (Some(made), rest)
        };
        let announced = flags & EXTENDED != 0;
        (announced != rest.is_empty()).then(|| Self {
            site: *site,
            counter: u32::from_be_bytes(*counter),
            made,
            flags,
        })
    }

    /// Whether a person was there and the device recognised that person. Only then does a passkey
    /// count for both factors.
    #[must_use]
    pub const fn recognised(&self) -> bool {
        self.flags & PRESENT != 0 && self.flags & VERIFIED != 0
    }

    /// Whether the passkey may be copied to other devices. That never changes.
    #[must_use]
    pub const fn eligible(&self) -> bool {
        self.flags & ELIGIBLE != 0
    }

    /// Whether what it says about copies makes sense: only what may be copied was copied.
    #[must_use]
    pub const fn consistent(&self) -> bool {
        self.eligible() || self.flags & BACKED_UP == 0
    }

    /// Whether the count follows the last one. A count that stands still or goes back is a copy that
    /// somebody made of a device that makes none.
    #[must_use]
    pub const fn follows(&self, last: u32) -> bool {
        self.counter > last || (self.counter == 0 && last == 0)
    }
}

impl Fresh {
    /// Sixteen bytes about the device, a length, the id of that length, and the key; gives what
    /// follows too.
    fn parse(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (length, rest) = bytes.get(MODEL..)?.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (id, rest) = rest.split_at_checked(length)?;
        let (key, rest) = Key::parse(rest)?;
        let fits = (1..=LONGEST).contains(&length);
        fits.then(|| {
            (
                Self {
                    id: id.to_vec(),
                    key,
                },
                rest,
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(flags: u8, counter: u32) -> Vec<u8> {
        let mut bytes = vec![7; 32];
        bytes.push(flags);
        bytes.extend(counter.to_be_bytes());
        bytes
    }

    fn made(id: &[u8], flags: u8) -> Vec<u8> {
        let mut bytes = said(PRESENT | ATTESTED | flags, 0);
        bytes.extend([0; MODEL]);
        bytes.extend(u16::try_from(id.len()).unwrap().to_be_bytes());
        bytes.extend(id);
        bytes.extend(Key::Edwards([5; 32]).written());
        bytes
    }

    #[test]
    fn a_device_that_recognised_nobody_counts_for_nothing() {
        for flags in [0, PRESENT, VERIFIED] {
            assert!(!Facts::parse(&said(flags, 0)).unwrap().recognised());
        }
        let facts = Facts::parse(&said(PRESENT | VERIFIED, 3)).unwrap();
        assert!(facts.recognised() && facts.made.is_none());
        assert_eq!((facts.site, facts.counter), ([7; 32], 3));
    }

    #[test]
    fn a_count_that_stands_still_is_a_copy_unless_nobody_counts() {
        let counted = |counter| Facts::parse(&said(PRESENT, counter)).unwrap();
        assert!(counted(0).follows(0) && counted(5).follows(4));
        assert!(!counted(4).follows(4) && !counted(3).follows(4) && !counted(0).follows(4));
    }

    #[test]
    fn what_may_not_be_copied_was_not() {
        let consistent = |flags| Facts::parse(&said(flags, 0)).unwrap().consistent();
        assert!(!consistent(BACKED_UP));
        assert!(consistent(BACKED_UP | ELIGIBLE) && consistent(ELIGIBLE) && consistent(0));
    }

    #[test]
    fn a_new_passkey_has_an_id_of_the_length_it_says_and_a_key() {
        let facts = Facts::parse(&made(&[1, 2, 3], 0)).unwrap();
        let fresh = facts.made.unwrap();
        assert_eq!(
            (fresh.id, fresh.key),
            (vec![1, 2, 3], Key::Edwards([5; 32]))
        );
        assert!(Facts::parse(&made(&[], 0)).is_none(), "no id");
        assert!(Facts::parse(&made(&[1; 1023], 0)).is_some());
        assert!(Facts::parse(&made(&[1; 1024], 0)).is_none(), "too long");
        let whole = made(&[1, 2, 3], 0);
        for cut in FIXED..whole.len() {
            assert!(Facts::parse(&whole[..cut]).is_none(), "cut off at {cut}");
        }
    }

    #[test]
    fn more_follows_only_where_it_is_announced() {
        let extended = [said(PRESENT | EXTENDED, 0), vec![0xA0]].concat();
        assert!(Facts::parse(&extended).is_some());
        assert!(Facts::parse(&said(PRESENT | EXTENDED, 0)).is_none());
        assert!(Facts::parse(&[said(PRESENT, 0), vec![0xA0]].concat()).is_none());
        assert!(Facts::parse(&[made(&[1], EXTENDED), vec![0xA0]].concat()).is_some());
        assert!(Facts::parse(&[made(&[1], 0), vec![0xA0]].concat()).is_none());
    }

    /// Where the part ends that every answer has.
    const FIXED: usize = 37;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let read = Facts::parse(&bytes);
            prop_assert!(read.is_none() || bytes.len() >= FIXED);
        }
    }
}
