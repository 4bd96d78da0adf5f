// A few named values that outlive the tab, in IndexedDB. Where the browser refuses storage, they last as long as the page.
const inMemory = new Map();

const opened = new Promise(resolve => {
  try {
    const request = indexedDB.open("station", 1);
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

export async function recall(name) {
  const { stored, value } = await inStore("readonly", store => store.get(name));
  return stored && value !== undefined ? value : inMemory.get(name);
}

export async function keep(name, value) {
  inMemory.set(name, value);
  await inStore("readwrite", store => store.put(value, name));
}

export async function forget(name) {
  inMemory.delete(name);
  await inStore("readwrite", store => store.delete(name));
}
