//! Signs and levels of need: where each sign that was picked usually sits, the highest first. It explains, and never
//! scores or decides.
use super::{
    format::{AgeBand, Indicator, Level, LevelName, Side},
    library::Library,
};
use crate::domain::ids::{IndicatorId, LevelId};

/// What a person has picked so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    /// How old the child is; none for any age.
    pub age: Option<AgeBand>,
    /// The signs that they see.
    pub seen: Vec<Seen>,
}

/// A sign that is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The sign.
    pub sign: IndicatorId,
    /// What is known of what protects in the same matter.
    pub protection: Protection,
}

/// What is known of what protects a child.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protection {
    /// Nobody has asked, or there is nothing.
    #[default]
    Unknown,
    /// Somebody said so; nobody has seen it.
    Said,
    /// Seen and recorded, by someone who can be named.
    Evidenced,
}

/// One level, with what was picked that usually sits there.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Names the level.
    pub id: LevelId,
    /// The level.
    pub level: Level,
    /// What the area calls it, where its pack says.
    pub called: Option<LevelName>,
    /// The signs, each with what is known of what protects.
    pub signs: Vec<(Indicator, Protection)>,
    /// Whether it is the lowest level, where signs say that all is well.
    pub lowest: bool,
}

/// What the signs come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The highest level first.
    pub levels: Vec<Finding>,
    /// How many signs of need were picked, leaving aside those that all is well.
    pub needs: usize,
    /// On how many sides of the triangle they stand.
    pub sides: usize,
    /// Whether one of them usually sits at the highest level there is: it outweighs every sign that all is well.
    pub grave: bool,
}

impl Walk {
    /// Picks a sign, or puts it back.
    pub fn pick(&mut self, sign: IndicatorId, picked: bool) {
        self.seen.retain(|seen| seen.sign != sign);
        if picked {
            self.seen.push(Seen { sign, protection: Protection::default() });
        }
    }

    /// Says what is known of what protects in the matter of `sign`.
    pub fn protect(&mut self, sign: &IndicatorId, protection: Protection) {
        if let Some(seen) = self.seen.iter_mut().find(|seen| seen.sign == *sign) {
            seen.protection = protection;
        }
    }

    /// What is known of what protects, where the sign is picked.
    #[must_use]
    pub fn protection(&self, sign: &IndicatorId) -> Option<Protection> {
        self.seen.iter().find(|seen| seen.sign == *sign).map(|seen| seen.protection)
    }

    /// The signs of one side that can be seen at this age, and those picked at another, in the order of the packs.
    #[must_use]
    pub fn offered<'a>(&self, library: &'a Library, side: Side) -> Vec<(IndicatorId, &'a Indicator)> {
        let fits = |it: &Indicator| it.ages.is_empty() || self.age.is_none_or(|age| it.ages.contains(&age));
        let offered = |id: &IndicatorId, it: &Indicator| fits(it) || self.protection(id).is_some();
        library.indicators().filter(|(id, it)| it.side == side && offered(id, it)).collect()
    }

    /// Where what was picked usually sits, whatever the age it was picked at.
    #[must_use]
    pub fn findings(&self, library: &Library) -> Findings {
        let seen: Vec<_> = library
            .indicators()
            .filter_map(|(id, indicator)| {
                let protection = self.protection(&id)?;
                Some((LevelId::new(id.pack(), &indicator.level), indicator, protection))
            })
            .collect();
        let numbers = || library.levels().map(|(_, level)| level.number);
        let least = numbers().min();
        let mut levels: Vec<Finding> = library
            .levels()
            .filter_map(|(id, level)| {
                let here = seen.iter().filter(|(at, ..)| *at == id);
                let signs: Vec<_> = here.map(|(_, sign, known)| ((*sign).clone(), *known)).collect();
                let called = library.called(&id).cloned();
                let lowest = Some(level.number) == least;
                (!signs.is_empty()).then(|| Finding { id, level: level.clone(), called, signs, lowest })
            })
            .collect();
        levels.sort_by_key(|finding| std::cmp::Reverse(finding.level.number));
        let grave = levels.first().is_some_and(|it| Some(it.level.number) == numbers().max());
        let needs = levels.iter().filter(|it| !it.lowest).flat_map(|it| &it.signs);
        let needs: Vec<_> = needs.map(|(sign, _)| sign.side).collect();
        let sides =
            [Side::Child, Side::Parenting, Side::Family].iter().filter(|side| needs.contains(side)).count();
        Findings { levels, needs: needs.len(), sides, grave }
    }
}

impl Findings {
    /// Whether several signs together may weigh more than each alone: cumulative harm.
    #[must_use]
    pub const fn add_up(&self) -> bool {
        self.needs >= 3
    }

    /// The whole as plain text, for a reflection or for paper.
    #[must_use]
    pub fn as_text(&self) -> String {
        let mut text = String::from(
            "The signs I picked, and where each usually sits. This explains; it decides nothing.\n",
        );
        if self.grave {
            text.push_str("\nOne sign is enough: at least one usually points to significant harm.\n");
        }
        if self.add_up() {
            text.push_str("\nHarm can add up: several signs together may weigh more than each alone.\n");
        }
        for finding in &self.levels {
            text.push_str(&format!("\nLevel {}: {}\n", finding.level.number, finding.level.title));
            if let Some(called) = &finding.called {
                text.push_str(&format!("(the area's own name: {})\n", called.called));
            }
            for (sign, protection) in &finding.signs {
                text.push_str(&format!("- {}\n", sign.sign));
                if let Some(protects) = &sign.protects {
                    let known = match protection {
                        Protection::Unknown => "not known yet",
                        Protection::Said => "said, not seen",
                        Protection::Evidenced => "seen and recorded",
                    };
                    text.push_str(&format!("  What would protect ({known}): {protects}\n"));
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Library {
        let level = |n: u8| {
            format!(
                r#"{{"id": "level-{n}", "number": {n}, "title": "Level {n}", "who_for": "w", "who_leads": "w",
                "assessment": "a", "meeting": "m", "plan": "p", "law": "l",
                "provenance": {{"sources": ["book"], "status": "current", "checked": null}}}}"#
            )
        };
        let sign = |id: &str, side: &str, level: u8, ages: &str| {
            format!(
                r#"{{"id": "{id}", "sign": "{id}", "side": "{side}", "level": "level-{level}", "ages": [{ages}],
                "protects": "p", "provenance": {{"sources": ["book"], "status": "current", "checked": null}}}}"#
            )
        };
        let levels = [1, 2, 3, 4].map(level).join(",");
        let signs = [
            sign("well", "child", 1, ""),
            sign("late", "child", 2, r#""five_to_ten""#),
            sign("bruise", "child", 4, r#""under_one""#),
            sign("tired", "parenting", 2, ""),
            sign("debt", "family", 2, ""),
        ];
        let json = crate::content::pack::tests::SMALL.replacen(
            r#""statements": ["#,
            &format!(r#""levels": [{levels}], "indicators": [{}], "statements": ["#, signs.join(",")),
            1,
        );
        let mut library = Library::default();
        library.shelve("small", "pack", Ok(json));
        assert_eq!(library.faults(), []);
        library
    }

    fn walk(signs: &[&str]) -> Walk {
        let mut walk = Walk::default();
        for sign in signs {
            walk.pick(IndicatorId::new("small", sign), true);
        }
        walk
    }

    fn levels(walk: &Walk) -> Vec<(u8, usize)> {
        walk.findings(&library()).levels.iter().map(|it| (it.level.number, it.signs.len())).collect()
    }

    #[test]
    fn the_highest_level_comes_first_however_many_lower_signs_there_are() {
        assert_eq!(levels(&walk(&["well", "late", "tired", "debt", "bruise"])), [(4, 1), (2, 3), (1, 1)]);
        assert_eq!(levels(&walk(&[])), []);
    }

    #[test]
    fn signs_are_offered_by_side_and_age() {
        let library = library();
        let mut walk = Walk::default();
        let names = |walk: &Walk| {
            let offered = walk.offered(&library, Side::Child);
            offered.iter().map(|(_, it)| it.sign.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(&walk), ["well", "late", "bruise"]);
        walk.age = Some(AgeBand::UnderOne);
        assert_eq!(names(&walk), ["well", "bruise"]);
        walk.pick(IndicatorId::new("small", "late"), true);
        assert_eq!(names(&walk), ["well", "late", "bruise"], "what was picked stays in sight");
    }

    #[test]
    fn a_sign_that_was_seen_counts_at_any_age_and_can_be_put_back() {
        let mut walk = walk(&["late"]);
        walk.age = Some(AgeBand::UnderOne);
        assert_eq!(levels(&walk), [(2, 1)]);
        walk.pick(IndicatorId::new("small", "late"), false);
        assert_eq!(levels(&walk), []);
    }

    #[test]
    fn harm_that_adds_up_is_named_and_signs_that_all_is_well_do_not_count() {
        let few = walk(&["well", "late", "tired"]).findings(&library());
        assert_eq!((few.needs, few.sides, few.add_up()), (2, 2, false));
        let many = walk(&["late", "tired", "debt"]).findings(&library());
        assert_eq!((many.needs, many.sides, many.add_up()), (3, 3, true));
        assert!(many.as_text().contains("Harm can add up"));
    }

    #[test]
    fn one_grave_sign_is_enough() {
        let grave = walk(&["bruise", "well"]).findings(&library());
        assert!(grave.grave && grave.as_text().contains("One sign is enough"));
        assert!(!walk(&["late", "tired", "debt"]).findings(&library()).grave);
        assert!(!walk(&[]).findings(&library()).grave);
    }

    #[test]
    fn what_protects_is_told_with_how_it_is_known() {
        let mut walk = walk(&["late"]);
        walk.protect(&IndicatorId::new("small", "late"), Protection::Said);
        let text = walk.findings(&library()).as_text();
        assert!(
            text.contains("Level 2: Level 2\n- late\n  What would protect (said, not seen): p"),
            "{text}"
        );
    }
}
