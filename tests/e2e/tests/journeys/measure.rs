//! What was measured, put in order: the middle, and what all but one in twenty stay below.
use serde_json::Value;

/// Times in milliseconds that a script gave back.
pub fn times(value: &Value) -> Vec<f64> {
    let times: Vec<f64> = value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert!(!times.is_empty(), "nothing was measured");
    times
}

/// The median and the 95th percentile.
pub fn spread(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[times.len() * 95 / 100])
}

/// Types `given[0]` into the field `#query`, each from its first letter to its last, and times every key with the
/// layout of `settled`, then lets the page breathe as `breath` says.
pub fn typing(settled: &str, breath: &str) -> String {
    format!(
        "
        const field = document.querySelector('#query');
        const times = [];
        for (const words of given[0]) {{
            for (let end = 1; end <= words.length; end += 1) {{
                field.value = words.slice(0, end);
                const begun = performance.now();
                field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                // The page follows in the tasks that the key has queued.
                for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
                document.querySelector('{settled}').getBoundingClientRect();
                times.push(performance.now() - begun);
                await new Promise((done) => {breath});
            }}
        }}
        return [times, document.querySelector('#found').innerText];"
    )
}
