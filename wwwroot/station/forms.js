import { $$, h } from "./dom.js";
import { t } from "./texts.js";

// Reads a form. What is wrong is said beside its field, what was typed stays. Answers the values, or null.
export function readForm(form) {
  const values = {};
  let firstWrong;
  for (const field of $$("input, select", form)) {
    values[field.name] = field.type === "checkbox" ? field.checked : field.value.trim();
    const wrong = wrongWith(field, values[field.name]);
    mark(field, wrong);
    if (wrong) firstWrong ??= field;
  }
  firstWrong?.focus();
  return firstWrong ? null : values;
}

function wrongWith(field, value) {
  if (field.required && !value) return t(field.type === "checkbox" ? "ConsentMissing" : "FieldMissing");
  return field.type === "tel" && value && !isPhone(value) ? t("PhoneWrong") : undefined;
}

// A mainland mobile number, or a number with its country's code.
export function isPhone(typed) {
  const digits = typed.normalize("NFKC").replace(/[\s()-]/g, "");
  return /^(\+?86)?1[3-9]\d{9}$/.test(digits) || /^(\+|00)(?!86)\d{7,15}$/.test(digits);
}

function mark(field, wrong) {
  const id = `${field.id || field.name}-wrong`;
  document.getElementById(id)?.remove();
  field.toggleAttribute("aria-invalid", false);
  field.removeAttribute("aria-describedby");
  if (!wrong) return;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", id);
  field.closest(".field, .consent").append(h("p", { class: "field-wrong", id }, wrong));
}

export function clearForm(form) {
  form.reset();
  for (const field of $$("input, select", form)) mark(field);
}

// One send at a time: a double click or an impatient Enter is the same attempt.
export function onceAtATime(form, send) {
  let sending = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    form.setAttribute("aria-busy", "true");
    try {
      await send();
    } finally {
      sending = false;
      form.removeAttribute("aria-busy");
    }
  });
}
