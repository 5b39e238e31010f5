// The floor: reflections kept as they are in IndexedDB, searched by substring, and one question; by hand, and no more.
"use strict";

const SHOWN = 50;
const at = (id) => document.getElementById(id);
let database;
let reflections = [];

const list = () => {
  const query = at("query").value.toLowerCase();
  const found = reflections.filter((it) => !query || (it.title + it.text).toLowerCase().includes(query));
  at("reflections").replaceChildren(
    ...found.slice(0, SHOWN).map((it) => {
      const row = document.createElement("li");
      row.textContent = `${it.title}: ${it.text.slice(0, 100)}`;
      return row;
    }),
  );
  at("found").textContent = query
    ? `${found.length} of ${reflections.length} reflections`
    : `${reflections.length} reflections`;
};

const opening = indexedDB.open("floor");
opening.onupgradeneeded = () => opening.result.createObjectStore("reflections", { keyPath: "id" });
opening.onsuccess = () => {
  database = opening.result;
  database.transaction("reflections").objectStore("reflections").getAll().onsuccess = (event) => {
    reflections = event.target.result.sort((one, other) => other.written - one.written);
    list();
  };
};

at("query").addEventListener("input", list);

at("words").addEventListener("input", () => (document.querySelector(".toast").textContent = ""));

at("writing").addEventListener("submit", (event) => {
  event.preventDefault();
  const written = Date.now();
  const it = { id: crypto.randomUUID(), title: new Date(written).toLocaleString("en-GB"), text: at("words").value, written };
  const transaction = database.transaction("reflections", "readwrite");
  transaction.objectStore("reflections").put(it);
  transaction.oncomplete = () => {
    reflections.unshift(it);
    at("words").value = "";
    document.querySelector(".toast").textContent = "Saved";
    list();
  };
});

const ask = () => {
  at("quiz").innerHTML = `<fieldset><legend>A baby who cannot move about has a bruise. What is that?</legend>
    <label><input type="radio" name="answer"> Always worth a second look</label>
    <label><input type="radio" name="answer"> Common at that age</label></fieldset><p id="said" role="status"></p>`;
  at("quiz").querySelectorAll("input").forEach((it, place) =>
    it.addEventListener("change", () => {
      at("said").innerHTML = `<strong id="verdict">${place ? "No: it is rare, and needs asking about." : "Yes."}</strong> <button type="button">Next</button>`;
      at("said").querySelector("button").onclick = ask;
    }),
  );
};
ask();

navigator.serviceWorker?.register("sw.js");
