// A few named values that outlive the tab, in IndexedDB. Where the browser refuses storage, they last as long as the page.
const NOT_STORED = { stored: false };

/**
 * @param patience after so many milliseconds a store that does not answer counts as none; without it the store is waited for,
 * as whoever keeps one growing value must: what was not read yet would be written over
 */
export function keepIn(database, { patience = 0 } = {}) {
  const inMemory = new Map();
  let opened = null;
  const giveUp = (resolve, value) => { if (patience) setTimeout(() => resolve(value), patience); };

  const open = () => opened ??= new Promise(resolve => {
    try {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept");
      request.onsuccess = () => {
        const db = request.result;
        const left = () => { opened = null; };
        db.onclose = left;
        db.onversionchange = () => { db.close(); left(); };
        // One that opened after the patience was over serves from now on.
        opened = Promise.resolve(db);
        resolve(db);
      };
      request.onerror = () => resolve(null);
      giveUp(resolve, null);
    } catch {
      resolve(null);
    }
  });

  async function inStore(mode, work, again = true) {
    const db = await open();
    if (!db) return NOT_STORED;
    return new Promise(resolve => {
      try {
        const transaction = db.transaction("kept", mode);
        const request = work(transaction.objectStore("kept"));
        // At once: by itself it ends only when the page has heard of it, which a page that ends now never does.
        transaction.commit?.();
        transaction.oncomplete = () => resolve({ stored: true, value: request.result });
        transaction.onabort = () => resolve(NOT_STORED);
        giveUp(resolve, NOT_STORED);
      } catch {
        // The browser closed the connection under the page: a new one is asked for, once.
        opened = null;
        resolve(again ? inStore(mode, work, false) : NOT_STORED);
      }
    });
  }

  return {
    async recall(name) {
      const { stored, value } = await inStore("readonly", store => store.get(name));
      return stored && value !== undefined ? value : inMemory.get(name);
    },
    /** All values whose names begin so. */
    async recallAll(beginning) {
      const { stored, value } = await inStore("readonly", store => store.getAll(IDBKeyRange.bound(beginning, beginning + "\uffff")));
      return stored ? value : [...inMemory].filter(([name]) => name.startsWith(beginning)).map(([, kept]) => kept);
    },
    /** @returns whether it outlives the page */
    async keep(name, value) {
      inMemory.set(name, value);
      return (await inStore("readwrite", store => store.put(value, name))).stored;
    },
    async forget(name) {
      inMemory.delete(name);
      await inStore("readwrite", store => store.delete(name));
    },
  };
}
