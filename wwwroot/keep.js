// A few named values that outlive the tab, in IndexedDB. Where the browser refuses storage, they last as long as the page.
const PATIENCE = 2000, NOT_STORED = { stored: false };

export function keepIn(database) {
  const inMemory = new Map();
  let opened = null;

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
      setTimeout(() => resolve(null), PATIENCE);
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
        transaction.oncomplete = () => resolve({ stored: true, value: request.result });
        transaction.onabort = () => resolve(NOT_STORED);
        setTimeout(() => resolve(NOT_STORED), PATIENCE);
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
