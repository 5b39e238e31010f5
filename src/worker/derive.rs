//! Argon2id (RFC 9106, version 1.3) of what a person remembers or wrote down.
use super::Failure;
use crate::vault::{Cost, DerivationError, KeyDerivation, Secret, WrappingKey};
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// Argon2id in this very thread: what the worker does, and native tests too.
pub struct HereAndNow;

impl KeyDerivation for HereAndNow {
    async fn derive(
        &self,
        secret: &Secret,
        cost: Cost,
        salt: [u8; 16],
    ) -> Result<WrappingKey, DerivationError> {
        let key = derive(secret.text(), cost, salt)?;
        Ok(WrappingKey::from_derived(*key))
    }
}

/// 32 bytes of Argon2id, with one lane, of `secret` in UTF-8.
///
/// # Errors
/// [`Failure::OutOfMemory`] where `cost` cannot be had.
pub(super) fn derive(secret: &str, cost: Cost, salt: [u8; 16]) -> Result<Zeroizing<[u8; 32]>, Failure> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32)).map_err(|_| Failure::TooMuchWork)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.as_bytes(), &salt, &mut *key)
        .map_err(|error| match error {
            argon2::Error::OutOfMemory => Failure::OutOfMemory,
            _ => Failure::Stopped,
        })?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::hex::hex;

    /// RFC 9106, 5.3. Its secret and associated data are parts that the app leaves empty.
    #[test]
    fn argon2id_gives_what_the_rfc_says() {
        let data = argon2::AssociatedData::new(&[4; 12]).unwrap();
        let params = argon2::ParamsBuilder::new().m_cost(32).t_cost(3).p_cost(4).data(data).build().unwrap();
        let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0; 32];
        argon2.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
        assert_eq!(*hex(&tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /// By the reference implementation (`argon2-cffi` 25.1): the app's own parameters, in their places.
    #[test]
    fn what_the_app_asks_for_is_what_argon2id_gives_elsewhere() {
        let salt = std::array::from_fn(|at| u8::try_from(at).unwrap());
        for (cost, key) in [
            (Cost::LEAST, "90c56556d952ae06abc81ceb738f6a3a3bef328a790a90d323d87e42267a5e87"),
            (Cost::FULL, "9bdfbec1d43603b1ed63fab7de7e3b25eac13af9c2ea5e3047807d4dee5f363c"),
        ] {
            assert_eq!(*hex(&*derive("café passphrase", cost, salt).unwrap()), key);
        }
    }

    #[test]
    fn a_key_depends_on_all_that_it_should() {
        let cost = Cost::LEAST;
        let key = derive("passphrase", cost, [0; 16]).unwrap();
        assert!(key == derive("passphrase", cost, [0; 16]).unwrap());
        assert!(key != derive("passphrasf", cost, [0; 16]).unwrap());
        assert!(key != derive(" passphrase", cost, [0; 16]).unwrap(), "nothing is trimmed");
        assert!(key != derive("passphrase", cost, [1; 16]).unwrap());
        assert!(key != derive("passphrase", Cost { passes: 3, ..cost }, [0; 16]).unwrap());
    }
}
