export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

// Children are nodes or plain text, so a name is never taken for markup.
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...real(children));
  return node;
}

export function fill(place, ...children) {
  (typeof place === "string" ? $(place) : place).replaceChildren(...real(children));
}

const real = children => children.flat().filter(child => child !== undefined && child !== null && child !== false && child !== "");

export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#shape-${name}`);
  drawing.setAttribute("class", "shape");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

export const keyCap = name => h("kbd", { "aria-hidden": "true" }, name);

// How wide a name stands, in Han characters: what the largest type that still fits is reckoned from.
export const nameWidth = name => [...name].reduce((sum, c) => sum + (/[\u00b7\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(c) ? 1 : 0.58), 0);
