//! Turns every error into what happened and what to do, in words for a person.
use super::desk::{DeskError, backup::BackupTrouble};
use crate::{
    browser::{camera::CameraError, files::Unreadable},
    domain::journal::Refusal,
    session::SessionError,
    storage::{StorageError, backup::BackupError},
    vault::{CodeError, DerivationError, VaultError},
    worker::Failure,
};

/// What happened, and what to do. Never holds anything that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub what: String,
    pub remedy: String,
}

impl Trouble {
    fn new(what: &str, remedy: &str) -> Self {
        Self { what: what.to_owned(), remedy: remedy.to_owned() }
    }

    /// Why the desk could not be opened. No words are on the page yet.
    pub fn at_opening(error: &DeskError) -> Self {
        match error {
            DeskError::Missing(_) => Self::new(
                "The part of the app that reads what you wrote is not on this device yet, and could not be fetched.",
                "Nothing has been changed. Check your connection, then open the page again.",
            ),
            other => other.into(),
        }
    }
}

impl From<&DeskError> for Trouble {
    fn from(error: &DeskError) -> Self {
        match error {
            DeskError::Reading => Self::new(
                "This tab can only read.",
                "Choose \"Write here instead\" at the top of the page, then try again. Your words are still here.",
            ),
            DeskError::Missing(_) => Self::new(
                "The part of the app that keeps what you write is not on this device yet, and could not be fetched.",
                "Your words are still on this page, so leave it open. Check your connection, then go on: it is tried again.",
            ),
            DeskError::Session(SessionError::Refused(refusal)) => Self::from(*refusal),
            DeskError::Session(SessionError::Storage(error)) => Self::from(error),
            DeskError::Session(SessionError::Vault(VaultError::TooNew)) => Self::from(&StorageError::TooNew),
            DeskError::Session(SessionError::Vault(_)) => Self::new(
                "Your records are on this device, but the key that opens them is damaged.",
                "Nothing has been deleted. Do not clear this site's data. Restore a backup if you have one.",
            ),
            DeskError::Session(SessionError::KeyChanged | SessionError::OtherLock) => Self::new(
                "The passphrase was set, changed or removed in another tab.",
                "Copy any words that you have just typed, then open the page again. What was saved is safe.",
            ),
            DeskError::Session(SessionError::SetAside) => Self::new(
                "A record of this name could not be read, so nothing is written over it.",
                "Copy your words, then write them as a new reflection. The old record is still on this device.",
            ),
            DeskError::Session(SessionError::KeyMissing) => Self::new(
                "Your records are on this device, but the key that opens them is missing.",
                "Nothing has been deleted. Do not clear this site's data. Restore a backup if you have one.",
            ),
        }
    }
}

impl Trouble {
    /// Trouble with a passphrase or a recovery code. What can only happen where one is typed is told here, and not where
    /// all trouble is: so it is not part of the first load.
    pub fn of_secret(error: &DeskError) -> Self {
        let DeskError::Session(SessionError::Vault(error)) = error else { return Self::at_opening(error) };
        match error {
            VaultError::WrongPassphrase => Self::new(
                "That is not the passphrase.",
                "Look out for capital letters and for another keyboard. You can try as often as you like: nothing is deleted.",
            ),
            VaultError::WrongCode => Self::new(
                "That is a recovery code, but not the one for these records.",
                "It may be from another device, or an older one. Nothing has been deleted.",
            ),
            VaultError::NoRecovery => Self::new(
                "No recovery code was made for these records.",
                "Only the passphrase opens them. Nothing has been deleted.",
            ),
            VaultError::Derivation(DerivationError::OutOfMemory) => Self::new(
                "There is not enough memory free on this device.",
                "Close other tabs and apps, then try again. Nothing has been changed.",
            ),
            VaultError::Derivation(DerivationError::CannotStart) => Self::new(
                "The part of the app that does this is not on this device yet, and it could not be fetched.",
                "Check your connection, then try again. Nothing has been changed.",
            ),
            VaultError::Derivation(DerivationError::TooSlow) => Self::new(
                "It took longer than two minutes, so it was stopped.",
                "Close other tabs and apps, then try again. Nothing has been changed.",
            ),
            VaultError::Derivation(DerivationError::Stopped) => Self::new(
                "The part of the app that does this has stopped because of a fault.",
                "Open the page again and try once more. Nothing has been changed.",
            ),
            VaultError::Cost => Self::new(
                "The lock on your records is not as this app makes it, so it was not tried.",
                "Something has changed it. Do not clear this site's data. Restore a backup if you have one.",
            ),
            VaultError::TooNew | VaultError::Sealed | VaultError::Key => {
                Self::from(&DeskError::Session((*error).into()))
            }
        }
    }

    /// A form was sent off empty.
    pub fn nothing_typed() -> Self {
        Self::new("Nothing has been typed.", "Type the passphrase or the recovery code first.")
    }

    /// A new passphrase is too short.
    pub fn too_short() -> Self {
        Self::new("That is too short for a passphrase.", "Use at least 8 letters or numbers. Spaces count.")
    }

    /// The browser does not let the app hand out a file.
    pub fn no_file() -> Self {
        Self::new(
            "This browser did not take the file.",
            "Try again, or in another browser. Nothing has been changed.",
        )
    }

    /// No file was chosen.
    pub fn no_file_chosen() -> Self {
        Self::new("No file is chosen yet.", "Choose the backup file first.")
    }

    /// The browser cannot read the file that was chosen.
    pub fn unreadable_file() -> Self {
        Self::new("That file could not be read.", "Choose it again, or another copy of it.")
    }

    /// A new passphrase was not typed twice in the same way.
    pub fn not_the_same() -> Self {
        Self::new("The two are not the same.", "Type the new passphrase again in both fields.")
    }
}

impl Trouble {
    /// No picture comes from the camera.
    pub fn of_camera(error: CameraError) -> Self {
        match error {
            CameraError::Refused => Self::new(
                "The camera was not allowed.",
                "Allow it for this page in the browser's settings, then start it again. Or choose a photo of the code.",
            ),
            CameraError::Absent => Self::new(
                "This device has no camera that the app can use.",
                "Choose a photo of the code instead.",
            ),
            CameraError::InUse => Self::new(
                "Another app or tab is using the camera.",
                "Close it, then start the camera again. Or choose a photo of the code.",
            ),
            CameraError::Unavailable => Self::new(
                "This browser gives no camera to this page.",
                "Choose a photo of the code instead. Or open the app in another browser, at an address that begins with https.",
            ),
        }
    }

    /// A photo cannot be read.
    pub fn of_photo(_: Unreadable) -> Self {
        Self::new(
            "That file is no photo that this browser can read.",
            "Choose another, as the camera of a phone makes them.",
        )
    }
}

impl From<CodeError> for Trouble {
    fn from(error: CodeError) -> Self {
        match error {
            CodeError::Length(typed) => Self {
                what: format!("A recovery code has 28 letters and numbers. You typed {typed}."),
                remedy: "Look at it again: seven groups of four.".to_owned(),
            },
            CodeError::Character => Self::new(
                "There is something in it that no recovery code has.",
                "A code has letters and numbers alone, and never the letter U.",
            ),
            CodeError::Mistyped => Self::new(
                "One or more letters are not as you wrote them down.",
                "Compare it with your paper, group by group.",
            ),
        }
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::BlankReflection => {
                Self::new("There are no words to save yet.", "Write something in any of the boxes first.")
            }
            Refusal::NoSuchReflection => {
                Self::new("That reflection is not here any more.", "It may have been deleted in another tab.")
            }
            Refusal::NoSuchRound | Refusal::NotInRound | Refusal::EmptyRound => {
                Self::new("That quiz is not here any more.", "Start it again from the Quiz page.")
            }
            Refusal::BlankIntention => {
                Self::new("There is nothing to do yet.", "Say what you will do, in a few words.")
            }
            Refusal::NoSuchIntention | Refusal::NoSuchAnswer | Refusal::NoSuchQuestion => {
                Self::new("That is not here any more.", "It may have been removed in another tab.")
            }
            Refusal::NoSuchEvent | Refusal::NoSuchStep => Self::new(
                "That part of the event is not here any more.",
                "It may have been changed in another tab. Go on from where the event is now.",
            ),
            Refusal::OtherEvent => {
                Self::new("That code belongs to another event.", "Nothing of it was counted.")
            }
            Refusal::AlreadyCounted => {
                Self::new("That phone has been counted already.", "Nothing counts twice.")
            }
            Refusal::NoSuchPrompt => Self::new(
                "That note answers a question that the programme does not have.",
                "It was not kept. Type it in under its question.",
            ),
            Refusal::AlreadyAsked => Self::new(
                "The event has begun, and phones may hold what is asked: it stays as it is.",
                "To change it, begin anew on the event's plan.",
            ),
            Refusal::EventNotBegun => Self::new("The event has not begun.", "Begin it on its page first."),
            Refusal::EventNotReady => {
                Self::new("The event is not ready yet.", "Its plan says what is missing.")
            }
            Refusal::NoSuchMeeting => Self::new(
                "That supervision is not here any more.",
                "It may have been removed in another tab.",
            ),
            Refusal::AlreadyAnswered => {
                Self::new("You have answered that statement.", "Go on to the next one.")
            }
        }
    }
}

impl From<&StorageError> for Trouble {
    fn from(error: &StorageError) -> Self {
        match error {
            StorageError::Unavailable => Self::new(
                "This browser does not let Second Look keep anything.",
                "Private windows and blocked cookies do this. Open the app in an ordinary window, or allow it to store data. You can still read everything here.",
            ),
            StorageError::Full => Self::new(
                "There is no room left on this device, so your words are not saved.",
                "Leave this page open: your words are still in it. Free some room on the device, then choose Save again. Or copy them somewhere safe.",
            ),
            StorageError::TooNew => Self::new(
                "What is stored here was written by a newer version of Second Look.",
                "Nothing has been changed. Open the page again to get the newer version.",
            ),
            StorageError::Taken | StorageError::Moved | StorageError::Failed(_) => Self {
                what: "The browser could not store that, so it is not saved.".to_owned(),
                remedy: format!(
                    "Leave this page open: your words are still in it. Try again. The browser said: {error}."
                ),
            },
        }
    }
}

impl From<&BackupTrouble> for Trouble {
    fn from(error: &BackupTrouble) -> Self {
        match error {
            BackupTrouble::Desk(error) => error.into(),
            BackupTrouble::File(error) => (*error).into(),
            BackupTrouble::Inside(BackupError::Foreign) => Self::new(
                "That file is not a backup of Second Look.",
                "Choose the file that this app gave you.",
            ),
            BackupTrouble::Inside(BackupError::TooNew) => Self::new(
                "That backup was written by a newer version of Second Look.",
                "Open the page again to get the newer version. Nothing has been changed.",
            ),
            BackupTrouble::Inside(BackupError::NothingLeft) => Self::new(
                "That backup is damaged, and nothing in it can be read.",
                "Try another copy of it. Nothing has been changed.",
            ),
        }
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        let nothing_changed = "Nothing has been changed.";
        match failure {
            Failure::WrongPassphrase => Self::new(
                "That passphrase does not open the file.",
                "It is the one that was chosen for this backup. If you are sure of it, the beginning of the file is damaged: try another copy.",
            ),
            Failure::NotAge => Self::new(
                "That file is not a backup of Second Look.",
                "Choose the file that this app gave you. Its name ends in .age.",
            ),
            Failure::TooNew => Self::new(
                "That file is of a newer kind than this version of Second Look knows.",
                "Open the page again to get the newer version. Nothing has been changed.",
            ),
            Failure::DamagedHeader => Self::new(
                "The beginning of the file is damaged, so none of it can be opened.",
                "Try another copy of it. Nothing has been changed.",
            ),
            Failure::TooMuchWork => {
                Self::new("Opening that file needs more memory than this app may use.", nothing_changed)
            }
            Failure::NotAsMeant => Self::new(
                "The backup was written, but it did not read as it should, so it was thrown away.",
                "Try again. Your words on this device are safe.",
            ),
            Failure::OutOfMemory | Failure::CannotStart | Failure::TooSlow | Failure::Stopped => {
                let error = VaultError::Derivation(failure.into());
                Self::of_secret(&DeskError::Session(error.into()))
            }
        }
    }
}
