// The annual wheel: a duty dropped on another meeting sends the form that moves it.
"use strict";

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
