// Answers that the server has not taken yet outlive the page: a phone's chat browser may end it at any moment. Nothing else is kept.
const opened = new Promise((resolve) => {
  try {
    const request = indexedDB.open("reply", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("unsaved");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  } catch {
    resolve(null);
  }
});

const inStore = async (mode, work) => {
  const db = await opened;
  if (!db) return undefined;
  return new Promise((resolve) => {
    const transaction = db.transaction("unsaved", mode);
    const request = work(transaction.objectStore("unsaved"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => resolve(undefined);
  });
};

export const recall = (reply) => inStore("readonly", (store) => store.get(reply));
export const keep = (reply, edits) => inStore("readwrite", (store) => (edits.length ? store.put(edits, reply) : store.delete(reply)));
