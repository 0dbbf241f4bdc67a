"""Cumulative layout shift of a page that has just loaded."""

# What moved before the observer was there is told to it in one of the next frames.
SHIFT = """new Promise((done) => {
  let sum = 0;
  const add = (entries) => entries.forEach((entry) => (sum += entry.value));
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({type: 'layout-shift', buffered: true});
  const next = (frames) => {
    if (frames) return requestAnimationFrame(() => next(frames - 1));
    add(observer.takeRecords());
    done(sum);
  };
  next(10);
})"""
