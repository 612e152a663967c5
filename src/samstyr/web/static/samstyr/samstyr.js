// What every page does beyond plain HTML: closing the search list, and forms that apply at once.
"use strict";

document.addEventListener("keydown", (event) => {
  const list = document.getElementById("search-results");
  const field = document.getElementById("search-field");
  if (!list || !field) return;
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    field.focus();
  }
  if (!list.contains(event.target) && event.target !== field) return;
  const links = [...list.querySelectorAll("a")];
  const here = links.indexOf(document.activeElement);
  if (event.key === "Escape") {
    list.replaceChildren();
    field.focus();
  } else if (event.key === "ArrowDown" && links.length) {
    event.preventDefault();
    links[Math.min(here + 1, links.length - 1)].focus();
  } else if (event.key === "ArrowUp" && links.length) {
    event.preventDefault();
    if (here <= 0) field.focus();
    else links[here - 1].focus();
  }
});

document.addEventListener("click", (event) => {
  const list = document.getElementById("search-results");
  if (list && !event.target.closest(".app-search")) list.replaceChildren();
});

// A form marked so is sent as soon as a choice is made; without JavaScript its button does it.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-apply-at-once]");
  if (form) form.requestSubmit();
});

// Putting items in order by dragging: the form behind an item's buttons is sent with the item it is dropped before.
document.addEventListener("dragstart", (event) => {
  const item = event.target.closest?.("[data-drag-item]");
  if (!item) return;
  item.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", item.dataset.dragItem);
});

document.addEventListener("pointerdown", (event) => {
  const item = event.target.closest("[data-drag-handle]")?.closest("[data-drag-item]");
  if (item) item.draggable = true;
});

document.addEventListener("dragover", (event) => {
  const list = event.target.closest?.("[data-drag-list]");
  if (!list || !list.querySelector(".dragged")) return;
  event.preventDefault();
  for (const each of list.querySelectorAll(".drop-before")) each.classList.remove("drop-before");
  event.target.closest("[data-drag-item]")?.classList.add("drop-before");
});

document.addEventListener("drop", (event) => {
  const list = event.target.closest?.("[data-drag-list]");
  const moved = list?.querySelector(".dragged");
  if (!moved) return;
  event.preventDefault();
  const other = event.target.closest("[data-drag-item]");
  if (other === moved) return;
  const form = moved.querySelector("form");
  const before = Object.assign(document.createElement("input"), { type: "hidden", name: "before", value: other?.dataset.dragItem ?? "" });
  form.append(before);
  form.requestSubmit();
});

document.addEventListener("dragend", (event) => {
  for (const each of document.querySelectorAll(".dragged, .drop-before")) each.classList.remove("dragged", "drop-before");
  if (event.target.dataset?.dragItem !== undefined) event.target.draggable = false;
});
