// The field is free for the next line at the key itself: what the server would empty later has new characters in it by then.
export function freeAtKey(field) {
  field.addEventListener("keydown", (key) => {
    if ((key.key === "Enter" && !key.isComposing) || key.key === "Escape") field.value = "";
  });
}

export function free(field) {
  field.value = "";
  field.focus();
}
