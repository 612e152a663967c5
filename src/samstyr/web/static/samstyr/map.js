// The map: the slider tells its month while it moves, and a room that is looked at lights its lines.
"use strict";

for (const box of document.querySelectorAll("[data-map-time]")) {
  const slider = box.querySelector("input[type=range]");
  const told = box.querySelector("output");
  const day = document.getElementById("on");
  box.querySelector("button").hidden = true; // the form is sent when the slider is let go
  const first = new Date(`${box.dataset.first}T12:00:00`);
  const words = new Intl.DateTimeFormat(box.dataset.language, { month: "long", year: "numeric" });
  slider.addEventListener("input", () => {
    const month = new Date(first.getFullYear(), first.getMonth() + Number(slider.value), 1, 12);
    told.textContent = words.format(month);
    slider.setAttribute("aria-valuetext", told.textContent);
    day.value = `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, "0")}-01`;
  });
}

for (const map of document.querySelectorAll("svg.map-svg")) {
  const ties = [...map.querySelectorAll("[data-a]")];
  const rooms = new Map([...map.querySelectorAll("[data-room]")].map((room) => [room.dataset.room, room]));
  const choose = (chosen) => {
    for (const lit of map.querySelectorAll(".map-lit")) lit.classList.remove("map-lit");
    map.classList.toggle("map-chosen", Boolean(chosen));
    if (!chosen) return;
    rooms.get(chosen)?.classList.add("map-lit");
    for (const tie of ties) {
      if (tie.dataset.a !== chosen && tie.dataset.b !== chosen) continue;
      tie.classList.add("map-lit");
      rooms.get(tie.dataset.a)?.classList.add("map-lit");
      rooms.get(tie.dataset.b)?.classList.add("map-lit");
    }
  };
  const roomOf = (event) => event.target.closest?.("[data-room]")?.dataset.room ?? null;
  map.addEventListener("pointerover", (event) => choose(roomOf(event)));
  map.addEventListener("pointerleave", () => choose(null));
  map.addEventListener("focusin", (event) => choose(roomOf(event)));
  map.addEventListener("focusout", () => choose(null));
}
