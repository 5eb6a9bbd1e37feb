// The text of an answer as paragraphs, headings and lists, its markers as buttons.

import { el } from "/page/element.js";

const HEADING = /^[^“”[\]\d]{2,48}:$/;

export function render(text, onMarker) {
  return text.split(/\n\n+/).flatMap((part) => block(part.split("\n"), onMarker));
}

function block(lines, onMarker) {
  const made = [];
  let list = null;
  let open = [];
  const close = () => {
    if (open.length) (list ?? made).push(el(list ? "li" : "p", {}, inline(open.join("\n"), onMarker)));
    open = [];
  };
  const end = () => {
    close();
    if (list) made.push(el("ul", {}, list));
    list = null;
  };
  for (const line of lines) {
    const quoting = count(open.join("\n"), "“") > count(open.join("\n"), "”");
    if (!quoting && line.startsWith("- ")) {
      close();
      if (!list) list = [];
      open = [line.slice(2)];
    } else if (!quoting && !open.length && HEADING.test(line)) {
      end();
      made.push(el("h3", {}, line.slice(0, -1)));
    } else if (quoting || (list && line)) {
      open.push(line);
    } else if (line) {
      close();
      open = [line];
    }
  }
  end();
  return made;
}

function count(text, character) {
  return text.split(character).length - 1;
}

// Words between “ ” are the law's own; a [6] inside them is the law's, not a marker.
function inline(text, onMarker) {
  return text.split(/(“[^”]*”?)/).flatMap((part) => {
    if (part.startsWith("“")) return [el("span", { class: "words" }, part)];
    return part.split(/([^\s[\]]*\s?(?:\[\d+\])+[.,;:]?)/).flatMap((piece) => together(piece, onMarker));
  });
}

// A marker never begins a line: it stays with the word before it and the stop after it.
function together(piece, onMarker) {
  if (!/\[\d+\]/.test(piece)) return piece ? [piece] : [];
  const parts = piece.split(/(\[\d+\])/).filter(Boolean);
  const made = parts.map((part) => (/^\[\d+\]$/.test(part) ? button(Number(part.slice(1, -1)), onMarker) : part));
  return [el("span", { class: "keep" }, made)];
}

function button(number, onMarker) {
  const attributes = { type: "button", class: "marker", "data-marker": number, "aria-label": `Xem điều khoản số ${number}` };
  return el("button", { ...attributes, on: { click: (event) => onMarker(number, event.currentTarget) } }, String(number));
}
