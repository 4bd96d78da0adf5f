const read = (id) => JSON.parse(document.getElementById(id).textContent);
const texts = read("reply-texts");

export const state = read("reply-state");

export function say(name, ...parts) {
  const text = texts[name] ?? name;
  return parts.reduce((sentence, part, i) => sentence.replaceAll(`{${i}}`, part ?? ""), text);
}

/** Some problems are said otherwise of one question. */
export const problemText = (problem, field) => texts[`Problem${problem}.${field}`] ?? say(`Problem${problem}`);
