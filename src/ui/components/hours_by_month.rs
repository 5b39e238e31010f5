//! The hours of learning of a year, month by month.
use super::{Erase, plotted::Plotted};
use crate::domain::{
    particulars::hours,
    time::month_and_year,
    year::{Month, Year},
};
use leptos::prelude::*;

#[component]
pub fn HoursByMonth(year: Year) -> impl IntoView {
    let most = year.months.iter().map(|it| it.minutes).max().unwrap_or_default();
    let row = |it: &Month| {
        view! {
            <tr>
                <Plotted name=month_and_year(it.first) share=it.minutes as usize of=most as usize />
                <td class="number">{hours(it.minutes)}</td>
                <td class="number">{hours(it.participatory)}</td>
            </tr>
        }
    };
    let (all, with_others) = year.minutes();
    view! {
        <section class="stack-tight">
            <h2 id="hours-heading">"Hours by month"</h2>
            <table class="plot" id="hours" aria-labelledby="hours-heading">
                <thead>
                    <tr>
                        <th scope="col">"Month"</th>
                        <th scope="col" class="number">"Hours"</th>
                        <th scope="col" class="number">"With others"</th>
                    </tr>
                </thead>
                <tbody>{year.months.iter().map(row).erased()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">"In all"</th>
                        <td class="number">{hours(all)}</td>
                        <td class="number">{hours(with_others)}</td>
                    </tr>
                </tfoot>
            </table>
        </section>
    }
}
