//! The same journeys in three browser engines, against the built app on a throwaway server.
//!
//! An engine that this machine lacks is skipped and the reason printed; with `CI=true` every engine must be there.
mod access;
mod app;
mod backup;
mod browser;
mod engine;
mod events;
#[path = "../../../filming/mod.rs"]
mod filming;
mod footage;
mod full_record;
mod guidance;
mod holding;
mod killing;
mod learning;
mod lock;
mod many;
mod many_cards;
mod many_phones;
mod measure;
mod offline;
mod outside;
mod paper;
mod policy;
mod profile;
mod questions;
mod record;
mod reflecting;
mod revising;
mod screens;
mod seen;
mod server;
mod single;
mod storage;
mod strangers;
mod supervision;
mod tabs;
mod taking_part;
mod told;
mod whole_path;

use engine::Engine;
use libtest_mimic::{Arguments, Trial};
use std::{
    pin::Pin,
    sync::Mutex,
    time::{Duration, Instant},
};
use tokio::runtime::{Builder, Runtime};

type Journey = fn(Engine) -> Pin<Box<dyn Future<Output = ()>>>;

/// Names journeys and makes them of one type.
macro_rules! journeys {
    ($($module:ident::$name:ident),* $(,)?) => {
        &[$((stringify!($name), (|engine| Box::pin($module::$name(engine))) as Journey)),*]
    };
}

/// What every engine must show.
const EVERYWHERE: &[(&str, Journey)] = journeys![
    whole_path::from_the_nine_statements_to_a_reflection_that_lasts,
    whole_path::take_home_messages_levels_and_numbers_can_be_read,
    whole_path::back_leads_to_the_place_on_the_page,
    whole_path::a_draft_outlives_a_reload_and_a_discarded_one_can_be_taken_back,
    whole_path::a_deleted_reflection_can_be_taken_back,
    backup::a_backup_brings_everything_back_after_everything_was_deleted,
    backup::a_damaged_or_foreign_backup_is_refused_with_a_word_and_changes_nothing,
    reflecting::another_model_takes_no_word_away,
    reflecting::what_a_supervision_log_needs_is_kept_and_read,
    reflecting::every_saved_version_can_be_brought_back,
    reflecting::what_is_in_the_bin_can_be_taken_out_and_deleted_for_good,
    reflecting::what_was_written_is_found_by_its_words_and_narrowed,
    reflecting::what_could_tell_who_it_is_is_nudged_and_replaced,
    supervision::what_is_ticked_comes_to_the_meeting_and_what_came_of_it_is_kept,
    supervision::a_meeting_without_a_word_is_held_and_that_can_be_taken_back,
    record::a_forms_answers_are_taken_from_what_was_written_and_copied,
    record::two_records_are_kept_and_counted_at_once,
    record::a_file_that_is_not_sealed_is_saved_only_after_a_yes,
    offline::with_the_server_stopped_everything_goes_on,
    offline::the_app_runs_from_any_folder,
    offline::a_new_version_waits_for_a_yes_and_keeps_the_words,
    storage::what_said_saved_is_there_after_the_browser_is_killed,
    storage::what_said_draft_kept_is_there_after_the_browser_is_killed,
    storage::a_full_disk_is_said_and_the_words_stay,
    storage::on_a_full_disk_answers_stay_on_the_page_they_were_given,
    storage::a_broken_pack_is_named_and_the_rest_works,
    storage::where_storage_is_refused_the_page_says_so,
    tabs::one_tab_writes_and_the_other_can_take_over,
    tabs::answers_and_intentions_follow_the_right_to_write,
    tabs::a_tab_whose_right_to_write_is_taken_knows_it,
    learning::a_study_from_its_first_stop_to_a_saved_reflection,
    learning::what_distresses_can_be_skipped_and_is_not_marked_as_read,
    learning::a_word_is_explained_where_it_stands_by_keyboard,
    learning::reading_aloud_uses_the_devices_own_voice_or_says_why_not,
    learning::a_section_is_tested_and_its_message_taken_home,
    learning::search_forgives_and_what_was_looked_for_is_there_again,
    revising::a_first_answer_takes_two_taps,
    revising::answers_are_taken_back_and_every_day_is_explained,
    revising::a_round_teaches,
    revising::a_swipe_is_an_answer,
    revising::a_month_of_two_minutes_a_day_unlearns_every_myth,
    revising::after_a_long_break_what_piled_up_is_spread,
    revising::a_reminder_goes_into_a_calendar_and_a_number_on_the_icon,
    revising::confidence_stands_beside_the_quiz,
    revising::three_months_on_one_is_asked_once_what_came_of_it,
    questions::questions_come_in_are_asked_and_go_out,
    events::a_day_is_held_with_the_server_stopped_and_the_room_in_step,
    events::a_day_goes_on_where_it_was_after_a_crash,
    events::the_whole_day_is_held_with_the_server_stopped,
    events::phones_answer_without_a_network_and_count_once,
    holding::the_screen_is_kept_awake_for_as_long_as_a_day_is_held,
    holding::what_a_facilitator_types_is_there_after_a_crash,
    holding::a_new_version_does_not_disturb_a_day,
    holding::after_a_rehearsal_a_day_begins_anew,
    taking_part::what_a_table_says_goes_from_a_phone_to_the_report,
    taking_part::what_is_taken_home_waits_on_today,
    taking_part::three_months_on_what_has_changed_is_told_by_telephone,
    guidance::signs_lead_to_levels_by_keyboard_alone,
    guidance::time_limits_go_into_a_calendar,
    guidance::a_challenge_is_noted_as_a_reflection,
    guidance::the_clock_says_whom_to_ring,
    guidance::an_area_can_be_added_left_out_and_changed_back,
    offline::a_part_that_cannot_be_fetched_is_said_and_tried_again,
    offline::words_wait_for_the_part_that_keeps_them,
    lock::a_passphrase_locks_and_only_it_opens,
    lock::a_forgotten_passphrase_is_replaced_by_the_recovery_code,
    lock::a_passphrase_can_be_taken_off,
    lock::locking_keeps_what_was_being_typed_and_locks_every_tab,
    lock::a_tab_that_was_open_learns_that_a_passphrase_was_set,
    lock::one_passphrase_is_the_same_from_every_keyboard,
    lock::where_the_worker_cannot_be_had_nothing_changes_and_the_page_says_so,
    lock::with_the_server_stopped_a_passphrase_is_set_and_opens,
    lock::a_page_left_alone_locks_by_itself,
    lock::esc_twice_hides_the_page_at_once,
    seen::every_place_fits_a_narrow_screen,
    access::an_event_is_held_with_the_keyboard_alone,
    access::the_keyboard_alone_is_enough,
    access::one_revises_with_the_keyboard_alone,
    access::what_is_asked_has_a_name_and_a_role,
    access::colours_and_text_size_are_chosen_once,
    access::a_browser_without_wasm_is_told_what_is_needed,
    outside::whoever_is_asked_for_outside_is_noticed,
    policy::what_a_stranger_runs_in_the_page_reaches_nobody,
    policy::in_another_page_the_app_does_not_run,
    strangers::a_pack_is_text_whatever_it_holds,
    strangers::a_file_of_questions_is_text_whatever_it_holds,
    strangers::what_people_type_is_text_whatever_it_is,
];

/// The app as one file, where a page may be opened from a folder.
const FROM_A_FILE: &[(&str, Journey)] = journeys![
    single::one_file_teaches_asks_and_keeps,
    single::one_file_locks_opens_and_is_backed_up,
    single::one_file_says_what_is_different,
    single::one_file_that_was_moved_does_as_its_settings_say,
    single::one_file_keeps_an_area_and_shows_the_room,
    single::one_file_asks_nothing_of_anybody,
    single::one_file_that_is_damaged_says_so,
];

/// What is asked of one engine, because the tools it needs speak only to that one.
const IN_CHROMIUM: &[(&str, Journey)] = journeys![
    killing::nothing_that_said_saved_is_lost_when_the_browser_is_killed,
    killing::a_torn_log_loses_nothing,
    access::axe_finds_nothing_in_any_place,
    told::a_screen_reader_is_told_what_is_asked_and_what_was_answered,
    told::a_screen_reader_is_told_what_is_to_be_written,
    told::a_screen_reader_is_told_how_an_event_stands,
    seen::zoom_and_larger_and_wider_text_cut_nothing_off,
    seen::nothing_covers_what_has_the_focus,
    seen::forced_colours_show_what_is_chosen,
    seen::nothing_moves_where_less_movement_is_asked_for,
    lock::axe_finds_nothing_on_the_way_through_a_lock,
    learning::a_section_prints_without_its_frame,
    paper::agendas_forms_and_the_year_print_clean,
    full_record::a_full_record_is_open_to_everyone,
    many_phones::thirty_phones_are_counted_by_the_camera,
    holding::a_day_is_taken_up_after_a_crash_at_every_step,
    taking_part::the_organisers_own_statements_come_in_a_loop_of_codes,
    offline::nothing_is_asked_of_any_other_host,
    offline::nothing_is_kept_of_a_build_of_which_a_file_is_another,
    storage::where_the_browser_itself_refuses_storage_the_page_says_so,
];

/// What only a person can judge: done when it is asked for, by `./dev screens`.
const FOR_EYES: &[(&str, Journey)] = journeys![screens::every_place_is_photographed];

/// What is measured: one at a time, after everything else, with the machine to itself.
const MEASURED: &[(&str, Journey)] = journeys![
    learning::a_key_in_search_is_answered_within_a_frame_on_a_slow_phone,
    reflecting::a_key_in_a_long_reflection_is_quick,
    many::ten_thousand_reflections_are_listed_found_and_scrolled,
    full_record::the_record_of_ten_thousand_reflections_is_drawn,
    many_phones::the_room_follows_the_clicker_within_a_tenth_of_a_second,
    many_phones::a_hundred_and_fifty_phones_and_forty_statements_stay_smooth,
    many_cards::five_thousand_cards_and_a_hundred_thousand_answers,
];

/// How long each journey took: where a suite grows slow is seen and not guessed.
static TOOK: Mutex<Vec<(Duration, String)>> = Mutex::new(vec![]);

thread_local! {
    /// A browser that is left to the next journey is spoken to from where it was opened.
    static RUNTIME: Runtime = Builder::new_current_thread().enable_all().build().expect("a thread has room for it");
}

/// How many of the slowest are told.
const SLOWEST: usize = 12;

fn main() {
    let mut arguments = Arguments::from_args();
    let mut trials = vec![];
    // The longest first: at the end, nobody waits for one of them alone.
    if Engine::Chromium.missing().is_none() {
        trials.extend(IN_CHROMIUM.iter().map(|journey| trial(Engine::Chromium, journey)));
        trials
            .extend(FOR_EYES.iter().map(|journey| trial(Engine::Chromium, journey).with_ignored_flag(true)));
    }
    if !arguments.ignored && !arguments.include_ignored {
        println!("LEFT OUT: pictures of every place, because only a person can judge them: ./dev screens");
    }
    for engine in Engine::ALL {
        if let Some(why) = engine.missing() {
            assert!(
                std::env::var("CI").as_deref() != Ok("true"),
                "{}: {why}, and CI needs every engine",
                engine.name()
            );
            println!("SKIPPED: every journey in {}, because {why}", engine.name());
            continue;
        }
        trials.extend(EVERYWHERE.iter().map(|journey| trial(engine, journey)));
        trials.extend(FROM_A_FILE.iter().map(|journey| trial(engine, journey)));
    }
    let told = libtest_mimic::run(&arguments, trials);
    arguments.test_threads = Some(1);
    let measured = match Engine::Chromium.missing() {
        None => MEASURED.iter().map(|journey| trial(Engine::Chromium, journey)).collect(),
        Some(_) => vec![],
    };
    let measured = libtest_mimic::run(&arguments, measured);
    browser::put_away();
    engine::put_away();
    tell_what_took_long();
    told.exit_if_failed();
    measured.exit();
}

fn trial(engine: Engine, (name, journey): &(&'static str, Journey)) -> Trial {
    let journey = *journey;
    let name = format!("{}::{name}", engine.name());
    Trial::test(name.clone(), move || {
        let started = Instant::now();
        outside::begin();
        RUNTIME.with(|runtime| runtime.block_on(journey(engine)));
        TOOK.lock().expect("no journey fails while it notes its time").push((started.elapsed(), name));
        match outside::asked_for() {
            none if none.is_empty() => Ok(()),
            asked => Err(format!("the browser asked for what is not on this machine: {asked:#?}").into()),
        }
    })
}

fn tell_what_took_long() {
    let mut took = std::mem::take(&mut *TOOK.lock().expect("no journey fails while it notes its time"));
    took.sort_by(|one, other| other.cmp(one));
    let all: Duration = took.iter().map(|it| it.0).sum();
    println!("\n{} journeys took {} s in all, one after another; the slowest:", took.len(), all.as_secs());
    for (time, name) in took.iter().take(SLOWEST) {
        println!("{:6.1} s  {name}", time.as_secs_f64());
    }
}
