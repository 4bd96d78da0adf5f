// What a tab keeps of somebody's typing until they are back.
export const DRAFTS = "drafts", LOCKED = "locked";

export function drop() {
  sessionStorage.removeItem(DRAFTS);
  sessionStorage.removeItem(LOCKED);
}
