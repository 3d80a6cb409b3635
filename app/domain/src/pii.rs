//! Wrappers for what must not slip out: a personal datum or a secret cannot be printed, logged or
//! serialised by accident, because the wrapper implements none of the traits that would do it.

use zeroize::Zeroize;

/// A personal datum. It has no `Debug`, `Display` or `Serialize`; whoever needs the value names the
/// act with [`Pii::reveal`], which a reviewer can search for.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Pii<T>(T);

impl<T> Pii<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for showing it to somebody who may see it or for sealing it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// The value, by move.
    pub fn into_revealed(self) -> T {
        self.0
    }

    /// Applies a function inside the wrapper.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Pii<U> {
        Pii(f(self.0))
    }
}

/// A key, token or pass-phrase: like [`Pii`], and overwritten when dropped.
pub struct Secret<T: Zeroize>(T);

impl<T: Zeroize> Secret<T> {
    /// Wraps a secret.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The secret itself, at the one place that uses it.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize + Clone> Clone for Secret<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Zeroize> Drop for Secret<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
