// Everything works without this file: it only saves a click or a reload.
"use strict";

// A job under way: the page follows it as the server tells.
for (const place of document.querySelectorAll("[data-follow]")) {
  const source = new EventSource(place.dataset.follow);
  // Somebody who leaves the page is not called back to it.
  addEventListener("beforeunload", () => source.close());
  source.onmessage = (event) => {
    const told = JSON.parse(event.data);
    const bar = place.querySelector("progress");
    if (told.planned > 0) {
      bar.max = told.planned;
      bar.value = told.done;
    }
    place.querySelector("[data-count]").textContent = told.count;
    place.querySelector("[data-step]").textContent = told.step;
    if (told.ended) {
      source.close();
      location.reload();
    }
  };
}

// What the server says about a field while it is typed: the dates that words for a rhythm stand for.
for (const field of document.querySelectorAll("[data-preview]")) {
  const answer = document.getElementById(field.getAttribute("aria-describedby"));
  let waits = 0;
  const ask = async () => {
    const got = await fetch(`${field.dataset.preview}?${new URLSearchParams({ texte: field.value })}`);
    answer.textContent = got.ok ? await got.text() : "";
  };
  field.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(ask, 250);
  });
}

// A form that filters what is shown is sent as soon as something is chosen.
for (const form of document.querySelectorAll("form[data-filter]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// A button that takes long is pressed once.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) {
      setTimeout(() => { button.disabled = true; });
    }
  });
}
