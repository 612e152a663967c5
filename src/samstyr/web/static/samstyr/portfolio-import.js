// Mapping the columns of a series: a column dragged onto a field sets the select that stands beside it.
"use strict";

const panel = document.querySelector("[data-moved]");
let dragged = null;

function target(field) {
  return [...panel.querySelectorAll("[data-target]")].find((each) => each.dataset.target === field);
}

function showWhatIsWhere() {
  for (const each of panel.querySelectorAll("[data-target]")) {
    const names = [...document.querySelectorAll("[data-column]")]
      .filter((column) => column.querySelector("[data-holds]").value === each.dataset.target)
      .map((column) => {
        const tag = document.createElement("span");
        tag.className = "tag-word";
        tag.textContent = column.dataset.heading;
        return tag;
      });
    each.querySelector("[data-on]").replaceChildren(...names.flatMap((tag) => [tag, " "]));
  }
}

document.addEventListener("change", (event) => {
  const column = event.target.closest?.("[data-holds]")?.closest("[data-column]");
  if (!column) return;
  showWhatIsWhere();
  const field = target(event.target.value).querySelector(".map-field").textContent;
  panel.querySelector("[data-moved-said]").textContent = panel.dataset.moved
    .replace("{column}", column.dataset.heading)
    .replace("{field}", field);
});

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-grip]")?.closest("[data-column]") ?? null;
  if (!dragged) return;
  dragged.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.heading);
});

function markDropping(place) {
  for (const each of panel.querySelectorAll(".dropping")) each.classList.toggle("dropping", each === place);
  place?.classList.add("dropping");
}

document.addEventListener("dragover", (event) => {
  if (!dragged) return;
  const place = event.target.closest?.("[data-target]") ?? null;
  if (place) event.preventDefault();
  markDropping(place);
});

document.addEventListener("drop", (event) => {
  const place = dragged && event.target.closest?.("[data-target]");
  if (!place) return;
  event.preventDefault();
  const select = dragged.querySelector("[data-holds]");
  select.value = place.dataset.target;
  select.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  markDropping(null);
});

for (const grip of document.querySelectorAll("[data-grip]")) grip.draggable = true;
document.querySelector("[data-drag-hint]").hidden = false;
showWhatIsWhere();
