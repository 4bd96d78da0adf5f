// A few named values that outlive the tab, in IndexedDB. Where the browser refuses storage, they last as long as the page.
export function keepIn(database) {
  const inMemory = new Map();

  const opened = new Promise(resolve => {
    try {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });

  async function inStore(mode, work) {
    const db = await opened;
    if (!db) return { stored: false };
    return new Promise(resolve => {
      const transaction = db.transaction("kept", mode);
      const request = work(transaction.objectStore("kept"));
      transaction.oncomplete = () => resolve({ stored: true, value: request.result });
      transaction.onabort = () => resolve({ stored: false });
    });
  }

  return {
    async recall(name) {
      const { stored, value } = await inStore("readonly", store => store.get(name));
      return stored && value !== undefined ? value : inMemory.get(name);
    },
    async keep(name, value) {
      inMemory.set(name, value);
      await inStore("readwrite", store => store.put(value, name));
    },
    async forget(name) {
      inMemory.delete(name);
      await inStore("readwrite", store => store.delete(name));
    },
  };
}
