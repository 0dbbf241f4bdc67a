// The switch of language leads to the same passage: that of the address, or the first that is in view.
document.querySelector(".x-languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  let hash = location.hash;
  if (!hash && scrollY > 200) {
    const seen = [...document.querySelectorAll(".md-content [id]")].find(
      (each) => each.getClientRects().length && each.getBoundingClientRect().bottom > 100,
    );
    hash = seen ? `#${seen.id}` : "";
  }
  link.hash = hash;
});
