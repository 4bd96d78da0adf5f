// The page carries every text of its resource file, in the reader's language.
const texts = JSON.parse(document.getElementById("station-texts").textContent);

export const language = document.documentElement.lang;

export function t(key, ...values) {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text named ${key}`);
  return values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, value ?? ""), text);
}

// A closed list of words (categories, states): an unknown member shows nothing rather than its code.
export const word = (group, name) => (name ? texts[`${group}_${name.charAt(0).toUpperCase()}${name.slice(1)}`] : undefined) ?? "";
