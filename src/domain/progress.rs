//! How far a person has read in a module, and where to go on.
use super::{
    ids::{ModuleId, ProgressId, SectionId},
    time::Moment,
};

/// The sections of one module that have been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Its name.
    pub id: ProgressId,
    /// The module.
    pub module: ModuleId,
    /// What has been read, in the order of reading.
    pub read: Vec<SectionId>,
    /// When something was last read.
    pub changed: Moment,
}

/// Where to go on among `sections`: the next unread one after the last that was read, else the first unread one;
/// none when all has been read.
#[must_use]
pub fn go_on_at<'a>(sections: &'a [SectionId], read: &[SectionId]) -> Option<&'a SectionId> {
    let is_unread = |id: &&SectionId| !read.contains(id);
    let last = read.last().and_then(|last| sections.iter().position(|id| id == last));
    let after = last.map_or(0, |at| at + 1);
    sections[after..].iter().find(is_unread).or_else(|| sections.iter().find(is_unread))
}

/// How many of `sections` have been read; what has left the pack does not count.
#[must_use]
pub fn how_many_read(sections: &[SectionId], read: &[SectionId]) -> usize {
    sections.iter().filter(|id| read.contains(id)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_after_what_was_read_last_and_then_to_what_was_skipped() {
        let [one, two, three] = ["one", "two", "three"].map(|name| SectionId::new("event", name));
        let all = [one.clone(), two.clone(), three.clone()];
        assert_eq!(go_on_at(&all, &[]), Some(&one));
        assert_eq!(go_on_at(&all, std::slice::from_ref(&two)), Some(&three));
        assert_eq!(go_on_at(&all, &[two.clone(), three.clone()]), Some(&one));
        assert_eq!(go_on_at(&all, &[two, three, one]), None);
        assert_eq!(go_on_at(&[], &[]), None);
        let gone = SectionId::new("event", "gone");
        assert_eq!(how_many_read(&all, &[all[1].clone(), gone]), 1);
    }
}
