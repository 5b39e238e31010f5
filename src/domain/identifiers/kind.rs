//! The kinds of things that could tell who somebody is: what each is called, and why it can.

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Ten digits that pass the check of an NHS number.
    NhsNumber,
    /// A unique pupil number that passes its check, or a temporary one.
    Upn,
    /// A National Insurance number.
    NiNumber,
    /// A whole postcode.
    Postcode,
    /// A telephone number that the app does not itself show.
    Phone,
    /// An email address.
    Email,
    /// An address on the internet, a name used there, or three words for a place.
    Link,
    /// A day on which somebody was born.
    BirthDate,
    /// Any other day and month.
    Date,
    /// How old somebody is, exactly.
    Age,
    /// A number of a case, a crime, a court or a patient.
    CaseReference,
    /// A name of a person, or of a place so small that it is not known here.
    Name,
    /// A school, a nursery or a college by name.
    School,
    /// A street, with or without a house.
    Street,
    /// A surgery, clinic or health centre by name.
    Surgery,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 15] = [
        Self::NhsNumber,
        Self::Upn,
        Self::NiNumber,
        Self::Postcode,
        Self::Phone,
        Self::Email,
        Self::Link,
        Self::BirthDate,
        Self::Date,
        Self::Age,
        Self::CaseReference,
        Self::Name,
        Self::School,
        Self::Street,
        Self::Surgery,
    ];

    /// Its name in files, such as `nhs-number`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.words().0
    }

    /// What it is called in a sentence, such as "an NHS number".
    #[must_use]
    pub const fn called(self) -> &'static str {
        self.words().1
    }

    /// Why it can tell who somebody is, and what to write instead.
    #[must_use]
    pub const fn why(self) -> &'static str {
        self.words().2
    }

    const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NhsNumber => {
                ("nhs-number", "an NHS number", "It belongs to one person for life, so leave it out.")
            }
            Self::Upn => {
                ("upn", "a pupil number", "It belongs to one child all through school, so leave it out.")
            }
            Self::NiNumber => (
                "ni-number",
                "a National Insurance number",
                "It belongs to one person for life, so leave it out.",
            ),
            Self::Postcode => {
                ("postcode", "a postcode", "A few homes share it, so say what sort of area it is.")
            }
            Self::Phone => {
                ("phone", "a phone number", "It leads straight to a person or a home, so leave it out.")
            }
            Self::Email => {
                ("email", "an email address", "It leads straight to one person, so say who it was by role.")
            }
            Self::Link => (
                "link",
                "a link or a name used online",
                "Anyone can follow it, so say what it showed instead.",
            ),
            Self::BirthDate => {
                ("birth-date", "a date of birth", "Few people share it, so give the year or an age group.")
            }
            Self::Date => ("date", "an exact date", "A day can be matched with a record, so give the month."),
            Self::Age => (
                "age",
                "an exact age",
                "With a few other facts it points to one child, so give an age group.",
            ),
            Self::CaseReference => {
                ("case-reference", "a case number", "It opens one record, so leave it out.")
            }
            Self::Name => (
                "name",
                "a name",
                "It says who somebody is, so write their role, such as the mother or Child 1.",
            ),
            Self::School => ("school", "a school by name", "Few children go there, so write the school."),
            Self::Street => ("street", "a street", "Few people live there, so write the street or the area."),
            Self::Surgery => {
                ("surgery", "a surgery or clinic by name", "It shows where they live, so write the surgery.")
            }
        }
    }

    /// What can stand in place of one that says nothing else.
    pub(super) const fn placeholder(self) -> &'static str {
        match self {
            Self::NhsNumber => "[NHS number]",
            Self::Upn => "[pupil number]",
            Self::NiNumber => "[National Insurance number]",
            Self::Postcode => "[postcode]",
            Self::Phone => "[phone number]",
            Self::Email => "[email address]",
            Self::Link => "[link]",
            Self::CaseReference => "[case number]",
            _ => "[left out]",
        }
    }
}
