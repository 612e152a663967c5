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

// Reviewing minutes: the words a fact stands on are marked while one works on the fact, and the other way round.
document.addEventListener("focusin", (event) => {
  const fact = event.target.closest("[data-fact]");
  if (!fact) return;
  for (const each of document.querySelectorAll(".chosen")) each.classList.remove("chosen");
  fact.classList.add("chosen");
  for (const mark of document.querySelectorAll("mark[data-facts]")) {
    mark.classList.toggle("chosen", mark.dataset.facts.split(" ").includes(fact.dataset.fact));
  }
  document.querySelector("mark.chosen")?.scrollIntoView({ block: "nearest" });
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-facts]");
  if (!mark) return;
  const name = mark.dataset.facts.split(" ").pop();
  const fact = document.querySelector(`[data-fact="${CSS.escape(name)}"]`);
  fact?.scrollIntoView({ block: "center" });
  fact?.querySelector("input, select")?.focus();
});

// The annual wheel: a duty dropped on another meeting sends the form that moves it.
let dragged = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-movable]") ?? null;
  if (!dragged) return;
  dragged.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.id);
});

function markDropping(card) {
  for (const each of document.querySelectorAll(".dropping")) each.classList.toggle("dropping", each === card);
  card?.classList.add("dropping");
}

function droppable(event) {
  const card = event.target.closest?.("[data-meeting]");
  return dragged && card && !card.contains(dragged) ? card : null;
}

document.addEventListener("dragover", (event) => {
  if (!dragged) return;
  const card = droppable(event);
  if (card) event.preventDefault();
  markDropping(card);
});

document.addEventListener("drop", (event) => {
  const card = droppable(event);
  if (!card) return;
  event.preventDefault();
  const form = dragged.querySelector("form");
  form.elements.to.value = card.dataset.meeting;
  form.requestSubmit();
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  markDropping(null);
});
