//! What must hold over any store: the same stories are told on memory and on IndexedDB.
#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    reason = "each teller tells some of the stories; a test may stop at a surprise"
)]

pub mod all;
mod doing;
mod holding;
mod kit;
pub mod locking;
pub mod quick;
mod revising;
mod storing;
mod writing;

pub use doing::*;
pub use holding::*;
pub use kit::*;
pub use revising::*;
pub use storing::*;
pub use writing::*;

/// Tells every story, each on a fresh store, as one test each.
#[macro_export]
macro_rules! tell_every_story {
    ($tell:ident) => {
        $tell!(what_was_saved_is_there_after_reopening);
        $tell!(saving_a_reflection_clears_its_draft);
        $tell!(a_changed_reflection_keeps_the_time_it_was_first_written);
        $tell!(every_command_can_be_undone);
        $tell!(a_blank_reflection_is_refused_and_a_blank_draft_is_not_kept);
        $tell!(emptying_a_saved_reflection_keeps_it_until_it_is_deleted);
        $tell!(a_draft_that_says_nothing_new_is_not_written);
        $tell!(a_round_is_taken_up_where_it_was_left);
        $tell!(a_statement_is_answered_once_and_only_in_its_round);
        $tell!(an_answer_in_a_round_keeps_how_sure_it_was);
        $tell!(every_answer_goes_into_the_history_and_stays_there);
        $tell!(each_card_has_one_record);
        $tell!(an_outcome_has_one_confidence_and_what_is_said_can_be_unsaid);
        $tell!(a_day_is_taken_up_at_the_exact_step_after_every_step);
        $tell!(a_day_that_is_not_ready_or_not_begun_is_refused);
        $tell!(what_is_asked_stays_as_it_is_once_phones_may_hold_it);
        $tell!(after_a_rehearsal_a_day_begins_anew_and_that_can_be_taken_back);
        $tell!(a_tables_note_from_a_phone_stands_beside_what_others_said);
        $tell!(a_phone_counts_once_however_often_it_is_shown);
        $tell!(who_took_part_takes_home_what_they_were_sure_of_and_wrong);
        $tell!(three_months_on_one_is_asked_once_what_has_changed);
        $tell!(questions_brought_in_are_kept_once);
        $tell!(how_much_to_revise_is_kept);
        $tell!(an_intention_is_kept_ticked_off_and_given_up);
        $tell!(what_was_read_is_noted_once);
        $tell!(answers_along_a_module_share_one_draft_until_it_is_saved);
        $tell!(every_saved_version_of_a_reflection_is_kept);
        $tell!(what_is_binned_is_out_of_sight_and_comes_back_whole);
        $tell!(the_bin_is_cleared_after_thirty_days_of_use_and_not_by_a_clock_that_jumps);
        $tell!(a_clock_that_is_set_back_bins_nothing_for_good);
        $tell!(what_is_brought_to_supervision_is_noted_and_no_longer_ticked);
        $tell!(the_profile_is_one_and_keeps_what_is_known);
        $tell!(the_newest_come_first);
        $tell!(what_is_about_an_earlier_day_stands_with_that_day);
        $tell!(a_header_is_written_once);
        $tell!(a_batch_lands_whole);
        $tell!(a_record_that_does_not_open_is_set_aside_and_the_rest_open);
    };
}

/// Tells every story of passphrases, in the same way.
#[macro_export]
macro_rules! tell_every_story_of_locking {
    ($tell:ident) => {
        $tell!(a_passphrase_opens_what_was_written_before_and_after_it);
        $tell!(a_wrong_passphrase_opens_nothing_and_changes_nothing);
        $tell!(the_key_that_lay_open_opens_nothing_any_more);
        $tell!(a_changed_passphrase_leaves_the_records_as_they_are);
        $tell!(a_recovery_code_opens_until_the_next_is_made_and_sets_a_new_passphrase);
        $tell!(a_passphrase_taken_off_lays_the_key_open_again);
        $tell!(another_tab_that_sets_or_changes_the_passphrase_is_noticed);
        $tell!(what_this_app_cannot_read_is_sealed_anew_or_left_alone);
        $tell!(a_batch_that_expects_something_else_is_not_done);
        $tell!(every_document_comes_out_for_a_backup);
    };
}
