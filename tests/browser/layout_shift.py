"""Cumulative layout shift of a page that has just loaded."""

SHIFT = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 200);
})"""
