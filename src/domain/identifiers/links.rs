//! Addresses on the internet: emails, links, names that people go by there, and three words for a place.
use super::{Hit, Kind, known::listed, words::Words};

/// Endings of hosts that people write without `www`.
const ENDINGS: &str = "app co com gg info io link live ly net online org site tv uk";

/// Hosts that belong to the public, and tell of nobody.
const PUBLIC: [&str; 6] =
    ["gov.uk", "nhs.uk", "police.uk", "nspcc.org.uk", "childline.org.uk", "nice.org.uk"];

/// Where people have a name of their own making, and what stands between it and them.
const NETWORKS: &str = "\
    discord facebook gamertag handle insta instagram roblox snap snapchat telegram tiktok twitch \
    twitter username xbox";
const BETWEEN: &str = "account as called her his is on tag user was";

/// The address that begins with the word at `at`.
#[must_use]
pub fn at(words: &Words, at: usize) -> Option<Hit> {
    let range = words.piece(at)?;
    let piece = &words.text[range.clone()];
    let kind = if is_email(piece) {
        Kind::Email
    } else if is_link(piece) || is_name_of_own_making(words, at, piece) {
        Kind::Link
    } else {
        return None;
    };
    Some(Hit::plain(kind, range))
}

fn is_email(piece: &str) -> bool {
    piece.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty())
    })
}

fn is_link(piece: &str) -> bool {
    let lower = piece.to_ascii_lowercase();
    let address = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let rest = address.unwrap_or(&lower);
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    let (host, folder) = rest.split_at(end);
    let public =
        |it: &&str| host.strip_suffix(*it).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    if PUBLIC.iter().any(public) {
        return false;
    }
    address.is_some()
        || host.starts_with("www.")
        || is_handle(rest)
        || is_three_words(rest)
        || is_host(host, folder)
}

/// Whether `host` is one without `www`: any ending will do where something follows it, as in "youtu.be/abc".
fn is_host(host: &str, folder: &str) -> bool {
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let letters = ending.len() > 1 && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    let parts = name.len() > 1 && !name.starts_with('.') && !name.ends_with('.') && !name.contains("..");
    letters && plain && parts && (folder.len() > 1 || listed(ENDINGS, ending))
}

fn is_handle(piece: &str) -> bool {
    let name = |it: &str| {
        it.len() > 1
            && it.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && it.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
    };
    match piece.strip_prefix('@') {
        Some(rest) => name(rest) && !matches!(rest, "home" | "school" | "work"),
        None => piece.trim_matches('_').contains('_') && name(piece),
    }
}

/// Three words, joined by full stops, name a square of three metres.
fn is_three_words(piece: &str) -> bool {
    let (least, rest) = piece.strip_prefix("///").map_or((4, piece), |rest| (2, rest));
    let parts: Vec<_> = rest.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|part| part.len() >= least && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Whether letters and digits follow the name of a network.
fn is_name_of_own_making(words: &Words, at: usize, piece: &str) -> bool {
    let mixed = piece.len() > 4
        && piece.bytes().any(|byte| byte.is_ascii_digit())
        && piece.bytes().any(|byte| byte.is_ascii_alphabetic())
        && piece.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'));
    mixed
        && (1..=4)
            .map(|back| words.before(at, back))
            .find(|word| !listed(BETWEEN, word))
            .is_some_and(|word| listed(NETWORKS, word))
}
