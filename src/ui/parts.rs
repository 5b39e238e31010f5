//! The pages in parts: each place's code is fetched when it is first needed, so that the first load stays small.
//!
//! Built with the feature `parts`, `./dev` cuts the release where the functions below stand. Without it (tests, and
//! while developing) everything is one piece and every part is at hand.
#![allow(
    unsafe_code,
    reason = "a cut is an import and an export: the macro that makes one writes them unsafe"
)]
use super::{
    desk::{
        Desk, DeskError,
        keeping::{self, Answer},
    },
    places,
};
use crate::{
    browser::idb::IdbStore,
    content::format::GuidePlace,
    domain::{
        journal::{Change, Command},
        route::Route,
    },
    session::{Opened, Session},
};
use leptos::prelude::*;

/// What a part can be asked to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Sight {
    /// The page of a route.
    Page(Route),
    /// The sections of lessons that stand on a page of Guidance.
    Guides(GuidePlace),
    /// What opens what is locked.
    Lock,
    /// Nothing: what locks by itself.
    AutoLock,
}

/// The page's code could not be fetched: there is no connection, and it has not been kept yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this part of the app could not be fetched")]
pub struct PartMissing;

/// Fetches what keeps: it is needed where there is something to be read, and for the first thing that is kept.
pub async fn fetch_keeping() -> Result<(), PartMissing> {
    cut::fetch_keeping().await?;
    Ok(())
}

/// See [`keeping::read`].
pub async fn read(session: Session<IdbStore>) -> Result<Opened<IdbStore>, DeskError> {
    cut::read(session).await?.await
}

/// See [`keeping::commit`].
pub async fn commit(desk: Desk, command: Command) -> Result<Vec<Change>, DeskError> {
    cut::commit(desk, command).await?.await
}

/// See [`keeping::read_again`].
pub async fn read_again(desk: Desk) -> Result<(), DeskError> {
    cut::read_again(desk).await?.await
}

/// Declares parts: a name, and what shows the pages of it.
macro_rules! parts {
    ($($(#[doc = $doc:literal])* $Part:ident, $name:ident, $preload:ident => $show:path;)*) => {
        /// A part of the app's code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Part {
            $($(#[doc = $doc])* $Part,)*
        }

        impl Part {
            /// Every part.
            pub const ALL: &[Self] = &[$(Self::$Part),*];

            /// Fetches this part, unless it is at hand.
            pub async fn fetch(self) -> Result<(), PartMissing> {
                match self {
                    $(Self::$Part => cut::$preload().await?,)*
                }
                Ok(())
            }

            /// What is asked for, once this part is at hand.
            pub async fn show(self, sight: Sight) -> Result<AnyView, PartMissing> {
                match self {
                    $(Self::$Part => cut::$name(sight).await,)*
                }
            }
        }

        #[cfg(feature = "parts")]
        mod cut {
            use super::*;
            use wasm_split_helpers::{SplitLoaderError, wasm_split};

            impl From<SplitLoaderError> for PartMissing {
                fn from(_: SplitLoaderError) -> Self {
                    Self
                }
            }

            #[wasm_split(keeping, fallible, preload(fetch_keeping))]
            pub fn read(
                session: Session<IdbStore>,
            ) -> Result<Answer<Result<Opened<IdbStore>, DeskError>>, PartMissing> {
                Ok(keeping::read(session))
            }

            #[wasm_split(keeping, fallible)]
            pub fn commit(
                desk: Desk,
                command: Command,
            ) -> Result<Answer<Result<Vec<Change>, DeskError>>, PartMissing> {
                Ok(keeping::commit(desk, command))
            }

            #[wasm_split(keeping, fallible)]
            pub fn read_again(desk: Desk) -> Result<Answer<Result<(), DeskError>>, PartMissing> {
                Ok(keeping::read_again(desk))
            }

            $(
                #[wasm_split($name, fallible, preload($preload))]
                pub fn $name(sight: Sight) -> Result<AnyView, PartMissing> {
                    Ok($show(sight))
                }
            )*
        }

        #[cfg(not(feature = "parts"))]
        mod cut {
            use super::*;

            pub async fn fetch_keeping() -> Result<(), PartMissing> {
                Ok(())
            }

            pub async fn read(
                session: Session<IdbStore>,
            ) -> Result<Answer<Result<Opened<IdbStore>, DeskError>>, PartMissing> {
                Ok(keeping::read(session))
            }

            pub async fn commit(
                desk: Desk,
                command: Command,
            ) -> Result<Answer<Result<Vec<Change>, DeskError>>, PartMissing> {
                Ok(keeping::commit(desk, command))
            }

            pub async fn read_again(desk: Desk) -> Result<Answer<Result<(), DeskError>>, PartMissing> {
                Ok(keeping::read_again(desk))
            }

            $(
                pub async fn $preload() -> Result<(), PartMissing> {
                    Ok(())
                }

                pub async fn $name(sight: Sight) -> Result<AnyView, PartMissing> {
                    Ok($show(sight))
                }
            )*
        }
    };
}

parts! {
    /// Learn: what the packs teach.
    Learning, learning, fetch_learning => places::learning;
    /// Rounds and revision: what is asked.
    Quiz, quiz, fetch_quiz => places::quizzing;
    /// Guidance: what to do.
    Guidance, guidance, fetch_guidance => places::guidance;
    /// Reflect, and intentions: what is the person's own.
    Own, own, fetch_own => places::own;
    /// Supervision, the record of learning, forms and the year.
    Record, record, fetch_record => places::record;
    /// Learning days: prepared, held, and what came of them.
    Events, events, fetch_events => places::events;
    /// What one knows, card by card, and one's own questions.
    Knowing, knowing, fetch_knowing => places::knowing;
    /// Settings, with backup.
    Settings, settings, fetch_settings => places::settings;
    /// What opens what is locked, and locks by itself.
    Lock, lock, fetch_lock => places::lock;
}

impl Part {
    /// The part that shows `route`; none where no part is needed.
    pub const fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Learn | Route::Search | Route::Takeaways(_) | Route::Module(_) | Route::Section(_) => {
                Some(Self::Learning)
            }
            Route::Round(_) | Route::Revise | Route::Statement(_) => Some(Self::Quiz),
            Route::Knowledge | Route::Questions | Route::Card(_) => Some(Self::Knowing),
            Route::Guidance
            | Route::Levels
            | Route::Thresholds(_)
            | Route::ThresholdFindings
            | Route::Clocks(_)
            | Route::Reference(..) => Some(Self::Guidance),
            Route::Intention(..)
            | Route::Reflect
            | Route::Begin
            | Route::Reflection(_)
            | Route::Earlier(_)
            | Route::Write(..)
            | Route::Bin => Some(Self::Own),
            Route::Supervision | Route::Meeting(_) | Route::Record | Route::Year | Route::Form(..) => {
                Some(Self::Record)
            }
            Route::Events
            | Route::EventPlan(_)
            | Route::EventRun(_)
            | Route::EventPaper(_)
            | Route::EventReport(_)
            | Route::Room
            | Route::Join(_)
            | Route::Attend(_) => Some(Self::Events),
            Route::Settings | Route::Backup | Route::Pace | Route::Health => Some(Self::Settings),
            Route::Today | Route::Quiz | Route::Worried | Route::Lost => None,
        }
    }
}
