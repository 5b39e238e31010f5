//! Pieces that show: data and callbacks in, never the desk.
pub mod action_row;
pub mod area_line;
pub mod area_name;
pub mod blocks;
pub mod choosing;
pub mod confirm;
pub mod copy_button;
pub mod dialog;
pub mod explainer;
pub mod guides;
pub mod hours_by_month;
pub mod hours_field;
pub mod line_field;
pub mod long_list;
pub mod new_passphrase;
pub mod notice;
pub mod nudge;
pub mod page_head;
pub mod plotted;
pub mod provenance;
pub mod qr_code;
pub mod reading_tools;
pub mod ring;
pub mod save_state;
pub mod scale;
pub mod scanner;
pub mod secret_field;
pub mod sheet;
pub mod tally;
pub mod warning;
pub mod way;
pub mod writing_box;

use leptos::prelude::*;

/// Views of any one type as a list of views of no type: one piece of code then serves every list and every
/// view that may be absent.
pub trait Erase: IntoIterator<Item: IntoAny> + Sized {
    /// The same views.
    fn erased(self) -> Vec<AnyView> {
        self.into_iter().map(IntoAny::into_any).collect()
    }
}

impl<T: IntoIterator<Item: IntoAny>> Erase for T {}
