// Reviewing minutes: the words a fact stands on are marked while one works on it, each answer is kept at once, and
// the keyboard alone is enough. Without this file the page is a form that keeps everything when it is sent.
"use strict";

for (const review of document.querySelectorAll("[data-review]")) {
  const form = review.querySelector("form");
  const text = review.querySelector(".review-text");
  const progress = review.querySelector("[data-progress]");
  const keysOn = review.querySelector("[data-review-keys-on]");
  const words = form.elements.words;
  const facts = [...review.querySelectorAll("[data-fact]")];
  for (const hidden of review.querySelectorAll("[data-review-start], [data-review-keys]")) hidden.hidden = false;
  review.querySelector("[data-review-save]").hidden = true; // each answer is kept at once

  const factOf = (element) => element.closest?.("[data-fact]") ?? null;
  const current = () => review.querySelector("[data-fact].chosen");
  const isOpen = (fact) => !fact.classList.contains("gone-through");
  const fieldOf = (fact, name) => form.elements.namedItem(`${fact.dataset.fact}.${name}`);

  function choose(fact) {
    for (const each of review.querySelectorAll(".chosen")) each.classList.remove("chosen");
    fact.classList.add("chosen");
    let first = null;
    for (const mark of text.querySelectorAll("mark[data-facts]")) {
      const own = mark.dataset.facts.split(" ").includes(fact.dataset.fact);
      mark.classList.toggle("chosen", own);
      if (own) first ??= mark;
    }
    if (first) showWords(first);
  }

  // The text moves within its own frame; the page stays where the fact is.
  function showWords(mark) {
    const frame = text.getBoundingClientRect();
    const words = mark.getBoundingClientRect();
    if (words.top < frame.top || words.bottom > frame.bottom) text.scrollTop += words.top - frame.top - frame.height / 3;
  }

  function go(fact) {
    if (!fact) return;
    fact.focus({ preventScroll: true });
    fact.scrollIntoView({ block: "nearest" });
  }

  function step(from, by) {
    const here = facts.indexOf(from);
    go(facts[Math.max(0, Math.min(facts.length - 1, here + by))]);
  }

  function nextOpen(from) {
    const here = facts.indexOf(from);
    go([...facts.slice(here + 1), ...facts.slice(0, here + 1)].find(isOpen) ?? from ?? facts[0]);
  }

  function edit(fact) {
    const details = fact.querySelector("details");
    if (!details) return; // the record has it already
    details.open = true;
    fact.scrollIntoView({ block: "nearest" });
    details.querySelector("input, select, textarea").focus();
  }

  // What is sent of a fact: its own fields, and nothing of the others.
  async function keep(fact) {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.append("fact", fact.dataset.fact);
    for (const field of fact.querySelectorAll("input[name], select[name], textarea[name]")) {
      if ((field.type === "checkbox" || field.type === "radio") && !field.checked) continue;
      data.append(field.name, field.value);
    }
    const problems = fact.querySelector("[data-problems]");
    problems.textContent = "";
    try {
      const answer = await fetch(review.dataset.keep, { method: "POST", body: data });
      const said = await answer.json();
      problems.textContent = said.problems.join(" ");
      if (!answer.ok) return false;
      show(fact, said);
      return true;
    } catch {
      problems.textContent = review.dataset.notKept;
      return false;
    }
  }

  function show(fact, said) {
    fact.classList.toggle("gone-through", said.outcome !== "");
    fact.classList.toggle("left-out", said.outcome === "rejected");
    fact.querySelector("[data-outcome]").textContent = said.said;
    progress.textContent = said.progress;
    review.querySelector("[data-review-apply]").textContent = said.apply;
    review.querySelector("[data-review-export]").hidden = said.done !== said.total;
  }

  // Answers are kept one after the other, so that the last one said is the one that stands.
  let before = Promise.resolve();
  function judge(fact, value) {
    const choice = [...fact.querySelectorAll("input[type=radio]")].find((each) => each.value === value);
    if (!choice) return Promise.resolve(false);
    choice.checked = true;
    before = before.then(() => keep(fact));
    return before;
  }

  async function judgeAndGoOn(fact, value) {
    if ((await judge(fact, value)) && factOf(document.activeElement) === fact) nextOpen(fact);
  }

  review.addEventListener("focusin", (event) => {
    const fact = factOf(event.target);
    if (fact) choose(fact);
  });

  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-facts]");
    if (!mark || !document.getSelection().isCollapsed) return;
    const name = mark.dataset.facts.split(" ").pop();
    const fact = facts.find((each) => each.dataset.fact === name);
    fact?.scrollIntoView({ block: "center" });
    go(fact);
  });

  // Words selected in the text are those of the fact that is added.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const run = (range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer).closest("[data-at]");
    words.value = selection.toString().trim();
    form.elements.near.value = run ? Number(run.dataset.at) : 0;
  });

  // A field that was changed is a correction; a yes or no is an answer. Both are kept at once.
  form.addEventListener("change", (event) => {
    const fact = factOf(event.target);
    if (!fact) return;
    if (event.target.type === "radio") judge(fact, event.target.value);
    else judge(fact, "keep");
  });

  review.querySelector("[data-review-start]").addEventListener("click", () => nextOpen(current()));

  form.addEventListener("keydown", (event) => {
    const fact = factOf(event.target);
    if (!fact || event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = event.target.matches("select, textarea, input:not([type=radio], [type=checkbox])");
    if (inField) {
      if (event.key === "Escape") {
        event.preventDefault();
        go(fact);
      } else if (event.key === "Enter" && !event.target.matches("textarea")) {
        event.preventDefault();
        go(fact); // leaving the field first: its own change is kept before this answer
        judgeAndGoOn(fact, "keep");
      }
      return;
    }
    if (!keysOn.checked) return;
    const arrows = event.target.type !== "radio"; // there they choose
    const act = {
      j: () => step(fact, 1),
      k: () => step(fact, -1),
      ArrowDown: arrows && (() => step(fact, 1)),
      ArrowUp: arrows && (() => step(fact, -1)),
      a: () => judgeAndGoOn(fact, "keep"),
      x: () => judgeAndGoOn(fact, "reject"),
      e: () => edit(fact),
      y: () => fact.querySelector("input[name$='.same']")?.click(),
      n: () => words.focus(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // A fact that was just added is the one to fill in; the browser itself moves the focus to it once all is loaded.
  const added = facts.find((fact) => `#${fact.id}` === decodeURIComponent(location.hash));
  if (added) window.addEventListener("load", () => setTimeout(() => edit(added)));
}
