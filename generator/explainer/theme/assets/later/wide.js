/* Makes what scrolls sideways reachable by keyboard and named: Material puts a wide table into a box, and leaves it at that. */
requestAnimationFrame(() => {
  for (const wide of explainer.all(".md-typeset__scrollwrap").filter((each) => each.scrollWidth > each.clientWidth)) {
    wide.tabIndex = 0;
    wide.setAttribute("role", "group");
    wide.setAttribute("aria-label", explainer.say.table);
  }
});
