/* Nothing of the search is loaded before somebody searches. The theme asks for the index (the greater part of what a
   page would weigh) and starts its worker on every page; here both wait until the reader enters the field, or until the
   address asks for words. The theme sends what was typed meanwhile as soon as its worker is ready. Loaded before the
   theme's script. From a disk, where there is no server, the theme waits by itself. */
(() => {
  "use strict";
  if (!location.protocol.startsWith("http") || !window.Worker) return;
  const INDEX = /\/search\/search_index\.json$/;
  const { open, send } = XMLHttpRequest.prototype;
  const Theirs = window.Worker;
  const held = new WeakSet();
  let asked;
  const searched = new Promise((resolve) => {
    asked = resolve;
  });

  if (/[?&][hq]=/.test(location.search)) asked();
  const enters = (event) => event.target.closest?.(".md-search, [for=__search]") && asked();
  for (const kind of ["focusin", "pointerdown"]) addEventListener(kind, enters);

  XMLHttpRequest.prototype.open = function (method, url, ...others) {
    if (INDEX.test(new URL(url, location).pathname)) held.add(this);
    return open.call(this, method, url, ...others);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (held.has(this)) searched.then(() => send.apply(this, body));
    else send.apply(this, body);
  };

  /* A worker that starts with the first message to it: the theme sends that when it has the index. */
  window.Worker = class extends EventTarget {
    constructor(address, ...how) {
      super();
      const script = new URL(address, location); // now: the theme may change the page's address in place
      this.start = () => {
        const worker = new Theirs(script, ...how);
        for (const type of ["message", "messageerror", "error"])
          worker.addEventListener(type, (event) => {
            const same = new event.constructor(type, event);
            this.dispatchEvent(same);
            this["on" + type]?.(same);
          });
        return worker;
      };
    }
    postMessage(...message) {
      this.worker ??= this.start();
      this.worker.postMessage(...message);
    }
    terminate() {
      this.worker?.terminate();
    }
  };
})();
