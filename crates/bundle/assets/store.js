// The storage page: lives in a hidden frame of every page that keeps something, so that all pages of a book share one
// store even where each file is an origin of its own. It answers its parent's messages and does nothing by itself.
//
// Request {cp: 1, n, op, …}; reply {cp: 1, n, ok: true, …} or {cp: 1, n, ok: false, kind, detail}.
// When the database is open or cannot be, and to each {cp: 1, op: "ping"}, because the parent may have begun to listen
// later: {cp: 1, ready: true} or {cp: 1, ready: false, kind, detail}.
(() => {
  "use strict";
  if (window.parent === window) return;

  const KINDS = { SecurityError: "forbidden", NotAllowedError: "forbidden", QuotaExceededError: "full" };
  const fromFile = location.protocol === "file:";

  const say = (message) => window.parent.postMessage({ cp: 1, ...message }, fromFile ? "*" : location.origin);
  const trouble = (error) => ({
    ok: false,
    kind: (error && KINDS[error.name]) || "broken",
    detail: String((error && error.message) || error),
  });

  // The book's database, opened once. One that the browser has closed is opened anew.
  let opened = null;
  const database = (book) => {
    if (opened && opened.book === book) return opened.database;
    const promise = new Promise((resolve, reject) => {
      // Where storage is forbidden, one browser throws here and another one reports an error.
      const request = indexedDB.open(`compendium:${book}:1`, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("log", { keyPath: "key" }).createIndex("quiz", "quiz");
        request.result.createObjectStore("drafts");
        request.result.createObjectStore("meta");
      };
      request.onsuccess = () => {
        request.result.onclose = request.result.onversionchange = () => {
          request.result.close();
          opened = null;
        };
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    opened = { book, database: promise };
    promise.catch(() => (opened = null));
    return promise;
  };

  // A page that is left may be kept frozen by the browser; what it still reads must not hold up the next page's writing.
  const reading = new Set();
  addEventListener("pagehide", () => reading.forEach((own) => own.abort()));

  // Runs `work` over the named stores; resolves to what it returns once the browser has written everything.
  const transaction = async (book, names, mode, work) => {
    const open = await database(book);
    return new Promise((resolve, reject) => {
      const own = open.transaction(names, mode, { durability: "strict" });
      let result;
      if (mode === "readonly") reading.add(own);
      own.oncomplete = () => (reading.delete(own), resolve(result));
      // An error in it aborts it; only then its own error says why.
      own.onabort = () => (reading.delete(own), reject(own.error));
      work(own, (value) => (result = value));
    });
  };

  const operations = {
    // The seed is that of whichever page came first; to look for it costs no write.
    open: async (book, { seed: proposed }) => {
      const look = (mode) =>
        transaction(book, ["meta"], mode, (own, done) => {
          const meta = own.objectStore("meta");
          meta.get("seed").onsuccess = (event) => {
            let seed = event.target.result;
            if (!seed && mode === "readwrite") {
              seed = proposed;
              meta.put(seed, "seed");
            }
            done(seed);
          };
        });
      return { seed: (await look("readonly")) || (await look("readwrite")), persisted: true };
    },

    read: (book, { quizzes }) =>
      transaction(book, ["log", "drafts"], "readonly", (own, done) => {
        const result = { entries: [], drafts: {} };
        const log = own.objectStore("log");
        const take = (event) => {
          for (const row of event.target.result) result.entries.push(row.body);
        };
        if (quizzes) for (const quiz of quizzes) log.index("quiz").getAll(quiz).onsuccess = take;
        else log.getAll().onsuccess = take;
        own.objectStore("drafts").openCursor().onsuccess = (event) => {
          const cursor = event.target.result;
          if (!cursor) return;
          result.drafts[cursor.key] = cursor.value;
          cursor.continue();
        };
        done(result);
      }),

    // An entry never changes: one that is there already is left as it is.
    add: (book, { entries }) =>
      transaction(book, ["log"], "readwrite", (own, done) => {
        const log = own.objectStore("log");
        const result = { added: 0, present: 0 };
        for (const { key, quiz, body } of entries) {
          log.getKey(key).onsuccess = (event) => {
            if (event.target.result === undefined) {
              log.add({ key, quiz, body });
              result.added += 1;
            } else {
              result.present += 1;
            }
          };
        }
        done(result);
      }),

    draft: (book, { key, value }) =>
      transaction(book, ["drafts"], "readwrite", (own, done) => {
        const drafts = own.objectStore("drafts");
        if (value === null) drafts.delete(key);
        else drafts.put(value, key);
        done({});
      }),

    // All drafts whose keys begin so.
    forget: (book, { prefix }) =>
      transaction(book, ["drafts"], "readwrite", (own, done) => {
        own.objectStore("drafts").delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
        done({});
      }),

    // A learner's progress. The names of templates and the request for a timetable are no part of it.
    clear: (book) =>
      transaction(book, ["log", "drafts", "meta"], "readwrite", (own, done) => {
        own.objectStore("log").clear();
        own.objectStore("meta").clear();
        own.objectStore("drafts").openKeyCursor().onsuccess = (event) => {
          const cursor = event.target.result;
          if (!cursor) return;
          if (!/^(profile|plan)\//.test(cursor.key)) own.objectStore("drafts").delete(cursor.key);
          cursor.continue();
        };
        done({});
      }),
  };

  let current = decodeURIComponent(location.hash.slice(1));

  const tell = () =>
    void database(current).then(
      () => say({ ready: true }),
      (error) => say({ ready: false, ...trouble(error) }),
    );

  // One after another: transactions over different stores would overtake each other, and a page that reads its answers
  // must have its seed before.
  let last = Promise.resolve();
  addEventListener("message", (event) => {
    const request = event.data;
    if (event.source !== window.parent || (!fromFile && event.origin !== location.origin)) return;
    if (!request || request.cp !== 1) return;
    if (request.op === "ping") return tell();
    if (!Object.hasOwn(operations, request.op)) return;
    last = last.then(async () => {
      if (request.op === "open") current = request.book;
      const work = async () => operations[request.op](current, request);
      // A database that was closed meanwhile says so by InvalidStateError: once more, on a new one.
      const reply = await work()
        .catch((error) => (error && error.name === "InvalidStateError" ? ((opened = null), work()) : Promise.reject(error)))
        .then((result) => ({ ok: true, ...result }), trouble);
      say({ n: request.n, ...reply });
    });
  });

  tell();
})();
